using System.Text.Json;
using IndicatorPipeline.Api.Tests.Seeding;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Hosting;

/// <summary>One API over one seeded database, for all tests that only read.</summary>
public sealed class SeededApi : IAsyncLifetime
{
    private TestDatabase? database;
    private ApiServer? server;

    public ApiServer Server => server ?? throw new InvalidOperationException("there is no PostgreSQL here");

    public HttpClient Client => Server.Client;

    public string ConnectionString => database!.ConnectionString;

    public async Task InitializeAsync()
    {
        if (PostgresCluster.Missing is not null)
        {
            return;
        }

        database = await TestDatabase.CreateAsync();
        await Seeds.SaveAsync(database.Source);
        server = await ApiServer.StartAsync(database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>The JSON at a path that must succeed.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The items of one page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path) => [.. (await GetAsync(path)).GetProperty("items").EnumerateArray()];
}
