using IndicatorPipeline.Soak.Processes;

namespace IndicatorPipeline.Soak;

/// <summary>All workers were away for four nights and come back together: one scan makes the nights good, and finds nothing new.</summary>
internal sealed class MissedNights(Books books, WorkerFleet fleet, Ledger ledger)
{
    public async Task RunOnceAsync(int workers, CancellationToken cancellationToken)
    {
        Ledger.Say("four nights without any worker");
        await fleet.ResizeAsync(0);
        var before = await books.AskAsync<long>("select coalesce(max(run_id), 0) from indicators.run", cancellationToken);
        await books.MissNightsAsync(4, cancellationToken);
        await fleet.ResizeAsync(workers);
        await books.UntilAsync($"select exists (select from indicators.run where kind = 'scan' and run_id > {before} and state = 'succeeded')",
            TimeSpan.MaxValue, cancellationToken);
        // A second scan would have had its time by now.
        await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
        // One that the database failed and that was begun again is one.
        var scans =
            await books.AskAsync<long>($"select count(*) from indicators.run where kind = 'scan' and run_id > {before} and state = 'succeeded'",
            cancellationToken);
        var found =
            await books.AskAsync<long>($"select coalesce(sum(documents_new + documents_changed), 0) from indicators.run where kind = 'scan' and run_id > {before}", cancellationToken);
        ledger.Add($"scans for four missed nights, {workers} workers", $"{scans}");
        if (scans != 1 || found != 0)
        {
            ledger.Problem($"four missed nights were made good by {scans} scans that found {found} documents new or changed, instead of by one that found none");
        }
    }
}
