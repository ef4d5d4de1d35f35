using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Api.Tests.Seeding;
using IndicatorPipeline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IndicatorPipeline.Api.Tests.Operation;

[Collection(SeededApiCollection.Name)]
public sealed class OperationTests(SeededApi api)
{
    [PostgresFact]
    public async Task A_dead_database_is_503_with_retry_after_and_the_api_recovers_by_itself()
    {
        await using var cluster = await PostgresCluster.StartOwnAsync();
        await using var database = await TestDatabase.CreateAsync(cluster);
        await Seeds.SaveAsync(database.Source);
        await using var server = await ApiServer.StartAsync(database.ConnectionString);
        using (var alive = await server.Client.GetAsync("/api/v1/observations?limit=1"))
        {
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        }

        await cluster.StopAsync();
        foreach (var path in new[] { "/api/v1/observations", "/api/v1/observations.csv", "/api/v1/series/gdp...", "/api/v1/documents/000",
            "/healthz/ready" })
        {
            using var dead = await server.Client.GetAsync(path);
            Assert.True(dead.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path}: {dead.StatusCode} {await dead.Content.ReadAsStringAsync()}");
            Assert.Equal("application/problem+json", dead.Content.Headers.ContentType?.MediaType);
            Assert.NotNull(dead.Headers.RetryAfter);
        }

        using (var live = await server.Client.GetAsync("/healthz"))
        {
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }

        await cluster.RestartAsync();
        using var back = await server.Client.GetAsync("/api/v1/observations?limit=1");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [PostgresFact]
    public async Task A_database_without_the_schema_is_not_ready_and_says_what_to_do()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync();
        await using var server = await ApiServer.StartAsync(empty.ConnectionString);
        foreach (var path in new[] { "/healthz/ready", "/api/v1/observations" })
        {
            using var response = await server.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains("indicators migrate", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [PostgresFact]
    public async Task A_database_of_a_newer_program_is_alive_and_not_ready()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var server = await ApiServer.StartAsync(database.ConnectionString);
        Assert.Equal("ready\n", await server.Client.GetStringAsync("/healthz/ready"));

        await using (var newer =
            database.Source.CreateCommand("insert into indicators.schema_version (version, name, checksum) values (9999, 'newer', 'x')"))
        {
            await newer.ExecuteNonQueryAsync();
        }

        using var response = await server.Client.GetAsync("/healthz/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("schema version 9999", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("ok\n", await server.Client.GetStringAsync("/healthz"));
    }

    [PostgresFact]
    public async Task Requests_are_sent_to_the_collector_that_the_standard_variables_name()
    {
        await using var collector = new CollectorStub();
        await using (var server = await ApiServer.StartAsync(api.ConnectionString,
            [.. collector.Variables.SelectMany(variable => new[] { $"--{variable.Key}", variable.Value })]))
        {
            using var response = await server.Client.GetAsync("/api/v1/indicators");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            await collector.UntilAsync("/v1/traces", "/api/v1/indicators");
            await collector.UntilAsync("/v1/metrics", "http.server.request.duration");
            await collector.UntilAsync("/v1/metrics", "indicators-api");
        }
    }

    [PostgresFact]
    public async Task A_port_in_use_ends_the_program_with_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var (code, errors) = await RunAsync(((IPEndPoint)listener.LocalEndpoint).Port, api.ConnectionString);
        Assert.NotEqual(0, code);
        Assert.Contains("address already in use", errors, StringComparison.OrdinalIgnoreCase);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("", "no database is named")]
    [InlineData("Nonsense", "ConnectionStrings__Indicators")]
    [InlineData("Database=x", "names no host")]
    public async Task A_missing_or_unreadable_connection_string_ends_the_program_with_one_line(string connectionString, string message)
    {
        var (code, errors) = await RunAsync(0, connectionString);
        Assert.NotEqual(0, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [PostgresFact]
    public async Task The_api_can_read_mart_and_nothing_else()
    {
        var database = api.Server.Services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await database.OpenConnectionAsync();
        Assert.Equal("indicators_reader", await new NpgsqlCommand("select current_user::text", connection).ExecuteScalarAsync());
        foreach (var sql in new[] { "select * from indicators.observation", "create temporary table t (x int)", "delete from mart.run" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        }
    }

    [PostgresFact]
    public async Task A_statement_that_takes_too_long_is_413_with_how_to_narrow_it()
    {
        await using var server = await ApiServer.StartAsync(api.ConnectionString, "--Api:StatementSeconds", "1");
        await using var holder = new NpgsqlConnection(api.ConnectionString);
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await new NpgsqlCommand("lock table indicators.run in access exclusive mode", holder).ExecuteNonQueryAsync();
        using var response = await server.Client.GetAsync("/api/v1/runs");
        Assert.Equal(413, (int)response.StatusCode);
        Assert.Contains("Narrow it", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Other_origins_may_read_only_when_they_are_configured()
    {
        await using var open = await ApiServer.StartAsync(api.ConnectionString, "--Api:CorsOrigins:0", "https://example.org");
        foreach (var (server, expected) in new[] { (open, true), (api.Server, false) })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/runs");
            request.Headers.Add("Origin", "https://example.org");
            using var response = await server.Client.SendAsync(request);
            Assert.Equal(expected, response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [PostgresFact]
    public async Task Chinese_may_be_typed_into_an_address_as_it_is()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, api.Server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes("GET /api/v1/regions?region=山东省 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        var answer = await new StreamReader(stream).ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("370000", answer, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Errors)> RunAsync(int port, string connectionString)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IndicatorPipeline.Api.dll"), "--urls",
            $"http://127.0.0.1:{port}"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ConnectionStrings__Indicators"] = connectionString;
        using var process = Process.Start(start)!;
        // A program that serves after all must not hold up the tests for ever.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var end = patience.Token.Register(() => process.Kill());
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, errors);
    }
}
