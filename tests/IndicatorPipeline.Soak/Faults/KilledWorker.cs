namespace IndicatorPipeline.Soak.Faults;

/// <summary>A worker is gone from one instruction to the next; a new one comes.</summary>
internal sealed class KilledWorker : Fault
{
    public override string Name => "kill -9 of a worker";

    public override async Task StrikeAsync(Battlefield field, CancellationToken cancellationToken)
    {
        var worker = field.AnyWorker();
        await worker.KillAsync();
        field.Ledger.Kills++;
        await Task.Delay(field.Chance.Next(1500), cancellationToken);
        await field.Fleet.ReplaceAsync(worker);
    }
}
