using IndicatorPipeline.Soak.Processes;

namespace IndicatorPipeline.Soak.Faults;

/// <summary>What faults can reach.</summary>
/// <param name="Fleet">The workers.</param>
/// <param name="Cluster">PostgreSQL.</param>
/// <param name="Disk">The disk of the database's tables, or null where none could be mounted.</param>
/// <param name="Books">What is stored.</param>
/// <param name="Chance">The order of things.</param>
/// <param name="Ledger">What happened.</param>
internal sealed record Battlefield(WorkerFleet Fleet, SoakCluster Cluster, SmallDisk? Disk, Books Books, Random Chance, Ledger Ledger)
{
    /// <summary>A worker that works already; one that does not has nothing to end.</summary>
    public async Task<SoakWorker> BegunWorkerAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Fleet.Workers.FirstOrDefault(worker => worker.HasBegun) is { } begun)
            {
                return begun;
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    public SoakWorker AnyWorker() => Fleet.Workers[Chance.Next(Fleet.Workers.Count)];
}
