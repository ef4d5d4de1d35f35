namespace IndicatorPipeline.Jobs;

/// <summary>A worker as the job engine's own list has it.</summary>
/// <param name="Name">What the engine calls it: host and process number, with a mark of the engine's.</param>
/// <param name="LastSeen">When it last said that it lives.</param>
/// <param name="Silence">How long ago that is, by the database's clock.</param>
public sealed record RunningWorker(string Name, DateTimeOffset LastSeen, TimeSpan Silence)
{
    /// <summary>All that the engine knows of, by name; null where no worker has ever run on this database.</summary>
    public static Task<IReadOnlyList<RunningWorker>?> ListAsync(Npgsql.NpgsqlDataSource database, CancellationToken cancellationToken) =>
        EngineWorkers.ListAsync(database, cancellationToken);
}
