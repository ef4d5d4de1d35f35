using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Migrations;
using Npgsql;

namespace IndicatorPipeline.Testing;

/// <summary>A database of its own for one test or one class of tests, dropped afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim TemplateLock = new(1, 1);
    private static string? template;

    private readonly PostgresCluster cluster;

    private TestDatabase(PostgresCluster cluster, string name)
    {
        this.cluster = cluster;
        Name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = name }.ConnectionString;
        Source = Database.Open(ConnectionString);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Npgsql's connection string, as the owner.</summary>
    public string ConnectionString { get; }

    /// <summary>A data source, as the owner.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>A database with the current schema and catalogue, in the cluster that all tests share (or in <paramref name="cluster"/>).</summary>
    public static async Task<TestDatabase> CreateAsync(PostgresCluster? cluster = null)
    {
        if (cluster is not null)
        {
            var own = await CreateEmptyAsync(cluster);
            await new Migrator(own.Source).MigrateAsync();
            return own;
        }

        var shared = await PostgresCluster.SharedAsync();
        await TemplateLock.WaitAsync();
        try
        {
            template ??= await MakeTemplateAsync(shared);
            var name = NewName();
            await ExecuteAsync(shared, $"create database {name} template {template}");
            return new TestDatabase(shared, name);
        }
        finally
        {
            TemplateLock.Release();
        }
    }

    /// <summary>A database without any schema.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(PostgresCluster? cluster = null)
    {
        cluster ??= await PostgresCluster.SharedAsync();
        var name = NewName();
        await ExecuteAsync(cluster, $"create database {name} template template0 encoding 'UTF8'");
        return new TestDatabase(cluster, name);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(cluster, $"drop database if exists {Name} with (force)");
    }

    private static string NewName() => $"test_{Guid.NewGuid():N}";

    private static async Task<string> MakeTemplateAsync(PostgresCluster cluster)
    {
        var made = await CreateEmptyAsync(cluster);
        await new Migrator(made.Source).MigrateAsync();
        // A template must have no sessions. It goes with the cluster; in one that INDICATORS_TEST_DATABASE names it is left for the next look at it.
        await made.Source.DisposeAsync();
        return made.Name;
    }

    private static async Task ExecuteAsync(PostgresCluster cluster, string sql)
    {
        await using var connection =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
