namespace IndicatorPipeline.Soak.Faults;

/// <summary>A worker's clock is an hour ahead, then an hour behind, then ahead again; and then the worker dies.</summary>
internal sealed class JumpedClock(string fakeTime) : Fault
{
    private const int Hour = 3600;

    public override string Name => "clock jumps of a worker, then kill -9";

    public override async Task StrikeAsync(Battlefield field, CancellationToken cancellationToken)
    {
        // Only this one: the library makes every look at the clock slow.
        var worker = await field.Fleet.ReplaceByOneWithClockAsync(await field.BegunWorkerAsync(cancellationToken), fakeTime);
        while (!worker.HasBegun && !worker.HasEnded)
        {
            await Task.Delay(100, cancellationToken);
        }

        foreach (var seconds in new[] { Hour, -Hour, Hour })
        {
            worker.SetClock(seconds);
            await Task.Delay(TimeSpan.FromSeconds(4), cancellationToken);
        }

        await worker.KillAsync();
        field.Ledger.Kills++;
        await field.Fleet.ReplaceAsync(worker);
    }
}
