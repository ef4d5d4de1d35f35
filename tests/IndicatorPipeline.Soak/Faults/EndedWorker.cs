namespace IndicatorPipeline.Soak.Faults;

/// <summary>A worker is asked to end in the middle of its work, as every upgrade does.</summary>
/// <param name="isTimed">Whether it must end in time; on a machine that does other work too, how long it takes says nothing.</param>
internal sealed class EndedWorker(bool isTimed) : Fault
{
    /// <summary>What supervisors give a process before they kill it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public override string Name => "SIGTERM of a worker";

    public override async Task StrikeAsync(Battlefield field, CancellationToken cancellationToken)
    {
        var worker = await field.BegunWorkerAsync(cancellationToken);
        var took = await worker.EndAsync();
        if ((isTimed && took > Grace) || worker.ExitCode != 0)
        {
            field.Ledger.Problem($"a worker that was asked to end took {took.TotalSeconds:0.0} s and ended with {worker.ExitCode}");
        }

        await field.Fleet.ReplaceAsync(worker);
    }
}
