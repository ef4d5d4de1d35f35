using System.Text;
using IndicatorPipeline.Soak.Corpora;
using IndicatorPipeline.Soak.Faults;
using IndicatorPipeline.Soak.Processes;

namespace IndicatorPipeline.Soak;

/// <summary>One document that takes long: the worker that reads it is asked to end within it, and another one takes it up.</summary>
internal sealed class LongDocument(Workshop workshop, WorkerFleet fleet, Ledger ledger, SoakSettings settings)
{
    private const string Name = "long.txt";
    private const string IsIn = "select exists (select from indicators.document where path = 'long.txt' and current_version_id = latest_version_id)";
    private const string IsSaved =
        "select exists (select from pg_stat_activity where datname = current_database() and application_name = 'indicators' and wait_event = 'PgSleep')";

    public async Task EndWithinAsync(CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetBytes(SpeechWriter.Write(settings.Seed, 1_000_003, paragraphs: Math.Clamp(settings.Documents / 5, 300, 2000),
            mark: SpeechWriter.SlowMark));
        await File.WriteAllBytesAsync(Path.Combine(workshop.CleanSpeeches, Name), text, cancellationToken);
        await workshop.RunAsync("clean", ["ingest", workshop.CleanSpeeches], most: 1);

        Ledger.Say("one long document; the only worker is asked to end within it");
        await fleet.ResizeAsync(1);
        await File.WriteAllBytesAsync(Path.Combine(workshop.SoakedSpeeches, Name), text, cancellationToken);
        await workshop.Soaked.MissNightsAsync(1, cancellationToken);
        await workshop.Soaked.UntilAsync(IsSaved, TimeSpan.MaxValue, cancellationToken);
        var worker = fleet.Workers[0];
        var took = await worker.EndAsync();
        ledger.Add("seconds to end within a long document", FormattableString.Invariant($"{took.TotalSeconds:0.0}"));
        if (await workshop.Soaked.AskAsync<bool>(IsIn, cancellationToken))
        {
            ledger.Problem("the worker that was asked to end within a long document saved it all the same");
        }

        if (took > EndedWorker.Grace || worker.ExitCode != 0)
        {
            ledger.Problem($"a worker within a long document took {took.TotalSeconds:0.0} s to end and ended with {worker.ExitCode}");
        }

        await fleet.ReplaceAsync(worker);
        await fleet.ResizeAsync(2);
        await workshop.Soaked.UntilAsync($"select ({IsIn}) and not exists (select from indicators.unsettled)", TimeSpan.MaxValue, cancellationToken);
    }
}
