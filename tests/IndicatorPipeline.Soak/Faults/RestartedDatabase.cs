namespace IndicatorPipeline.Soak.Faults;

/// <summary>PostgreSQL is stopped, or crashes, and is back after some seconds.</summary>
internal sealed class RestartedDatabase(bool crash) : Fault
{
    public override string Name => crash ? "crash of PostgreSQL" : "restart of PostgreSQL";

    public override async Task StrikeAsync(Battlefield field, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(field.Chance.Next(3000));
        await (crash ? field.Cluster.CrashAsync(pause) : field.Cluster.RestartAsync(pause));
        field.Ledger.Restarts++;
    }
}
