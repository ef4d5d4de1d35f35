using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace IndicatorPipeline.Jobs.Scheduling.Hangfire;

/// <summary>Where the engine keeps what it stores: tables of its own schema in the pipeline's database.</summary>
internal static class HangfireStorage
{
    /// <summary>
    /// Schema of the engine's own tables. The migration makes it: the installer leaves a schema alone that stands, and a worker may create none.
    /// </summary>
    public const string Schema = "jobs";

    private const int SilentCheckIns = 4;

    /// <summary>
    /// Touches no database. The tables must stand when it is used (<see cref="ProvisionAsync"/>): it fails at once where it cannot reach
    /// them, and never works without.
    /// </summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="checkIn">How often a worker says that it lives.</param>
    public static JobStorage Open(string connectionString, TimeSpan checkIn)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "indicators jobs", Enlist = false };
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            // Sliding: with a fixed time, a job that takes longer would be run by several workers at once. One whose worker is silent for this long
            // is taken over.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = checkIn * SilentCheckIns,
            // What another process hands in is found by asking; what this one hands in wakes its workers at once.
            QueuePollInterval = TimeSpan.FromSeconds(1),
            // Only short steps of the engine itself are locked so. After a worker that was killed within one, whoever needs the lock waits this long.
            DistributedLockTimeout = TimeSpan.FromSeconds(20),
            PrepareSchemaIfNecessary = false,
            StartupConnectionMaxRetries = 0,
            AllowDegradedModeWithoutStorage = false,
            EnableTransactionScopeEnlistment = false,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connection.ConnectionString, options), options);
    }

    /// <summary>Creates or updates the engine's tables.</summary>
    public static async Task ProvisionAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        // Under a lock, because the installer fails where two workers that start together run it. The lock is the session's: the installer has its
        // own transactions.
        await using var turn = await ExclusiveRun.WaitAsync(database, $"schema {Schema}", cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        PostgreSqlObjectsInstaller.Install(connection, Schema);
    }
}
