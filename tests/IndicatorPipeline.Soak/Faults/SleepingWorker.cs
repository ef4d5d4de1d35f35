namespace IndicatorPipeline.Soak.Faults;

/// <summary>
/// A worker stands still, at best within a transaction, for longer than the others take it for alive, and goes on as if nothing had been.
/// </summary>
internal sealed class SleepingWorker : Fault
{
    private const string HeldTransaction =
        "select exists (select from pg_stat_activity where datname = current_database() and state = 'idle in transaction' and state_change < clock_timestamp() - interval '150 milliseconds')";

    public override string Name => "SIGSTOP of a worker, past its check-in";

    public override async Task StrikeAsync(Battlefield field, CancellationToken cancellationToken)
    {
        var worker = await field.BegunWorkerAsync(cancellationToken);
        var isWithin = false;
        for (var i = 0; i < 20 && !isWithin; i++)
        {
            await worker.StopAsync();
            await Task.Delay(250, cancellationToken);
            isWithin = await field.Books.AskAsync<bool>(HeldTransaction, cancellationToken);
            if (!isWithin && i < 19)
            {
                await worker.ContinueAsync();
                await Task.Delay(field.Chance.Next(50, 400), cancellationToken);
            }
        }

        var before = await field.Books.AskAsync<long>(Books.Current, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(16), cancellationToken);
        var after = await field.Books.AskAsync<long>(Books.Current, cancellationToken);
        var waiting = await field.Books.AskAsync<long>(Books.Waiting, cancellationToken);
        await worker.ContinueAsync();
        field.Ledger.Add("stopped within a transaction", isWithin ? "yes" : "no");
        field.Ledger.Add("documents that others saved meanwhile", $"{after - before}");
        if (after == before && waiting > 50)
        {
            field.Ledger.Problem($"nothing was saved while one worker slept, though {waiting} documents waited");
        }
    }
}
