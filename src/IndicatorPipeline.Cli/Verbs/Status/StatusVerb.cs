using System.Globalization;
using Dapper;
using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Configuration;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Jobs;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Failures;
using IndicatorPipeline.Storage.Migrations;
using IndicatorPipeline.Storage.Runs;
using Npgsql;
using Spectre.Console;

namespace IndicatorPipeline.Cli.Verbs.Status;

/// <summary>Counts, the last runs, the workers that live, and what cannot be read at present.</summary>
internal static class StatusVerb
{
    private const int Rows = 20;

    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var database = Database.Open(ProgramConfiguration.ConnectionString(ProgramConfiguration.Read([])));
        await new Migrator(database).EnsureCurrentAsync(cancellationToken);
        await using var output = StandardOutput.Open();
        var console = Terminal.ForOutput(output);
        await WriteCountsAsync(database, console, cancellationToken);
        WriteRuns(await new RunStore(database).ListAsync(Rows, cancellationToken), console);
        WriteFailures(await new FailureStore(database, RetrySchedule.Default).ListAsync(Rows + 1, cancellationToken), console);
        await WriteWorkersAsync(database, console, cancellationToken);
        console.Profile.Out.Writer.Flush();
        return ExitCode.Success;
    }

    private static async Task WriteCountsAsync(NpgsqlDataSource database, IAnsiConsole console, CancellationToken cancellationToken)
    {
        const string Sql = """
            select
              (select count(*) from indicators.document) as documents,
              (select count(*) from indicators.document where current_version_id is distinct from latest_version_id) as waiting,
              (select count(*) from indicators.document where gone_at is not null) as gone,
              (select count(*) from indicators.speech where valid_to is null) as speeches,
              (select count(*) from indicators.observation where valid_to is null) as observations,
              (select count(*) from indicators.observation where valid_to is null and status = 'target') as targets,
              (select count(*) from mart.failure) as failures,
              (select count(*) from mart.document where warnings is not null) as warned,
              (select count(*) from indicators.unsettled) as unsettled,
              (select count(*) from indicators.document
               where current_version_id = latest_version_id
                 and (current_rules_version < @RulesVersion or (current_rules_version = @RulesVersion and current_number_reader is distinct from @NumberReader))) as stale
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var counts = new CommandDefinition(
            Sql, new { Extractor.RulesVersion, Extractor.NumberReader }, commandTimeout: 0, cancellationToken: cancellationToken);
        var row = await connection.QuerySingleAsync<(
            long Documents, long Waiting, long Gone, long Speeches, long Observations,
            long Targets, long Failures, long Warned, long Unsettled, long Stale)>(counts);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Documents:N0} documents ({row.Waiting:N0} waiting, {row.Gone:N0} gone), {row.Speeches:N0} speeches, {row.Observations:N0} observations ({row.Targets:N0} targets), {row.Failures:N0} failures"));
        if (row.Unsettled > 0)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Unsettled:N0} documents are saved whose copies and outcomes have still to follow; a worker or the next 'indicators ingest' does it"));
        }
        if (row.Stale > 0)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Stale:N0} documents were read by older rules or the other number reader; 'indicators reextract' reads them again"));
        }
        if (row.Warned > 0) await WriteWarningsAsync(connection, row.Warned, console, cancellationToken);
    }

    private static async Task WriteWarningsAsync(NpgsqlConnection connection, long warned, IAnsiConsole console, CancellationToken cancellationToken)
    {
        const string Sql =
            "select source, path, array_to_string(warnings, '; ') from mart.document where warnings is not null order by retrieved_at desc, document_id desc limit @Rows";
        var title = warned > Rows ? $"Read with a loss (the last {Rows} of {warned}; all are in mart.document)" : "Read with a loss";
        var table = new Table().Border(TableBorder.Rounded).Title(title);
        table.AddColumn("Document").AddColumn("What");
        var last = new CommandDefinition(Sql, new { Rows }, cancellationToken: cancellationToken);
        foreach (var (source, path, what) in await connection.QueryAsync<(string, string, string)>(last))
        {
            table.AddRow(Markup.Escape(Path.Combine(source, path)), Markup.Escape(what));
        }

        console.Write(table);
    }

    private static void WriteRuns(IReadOnlyList<Run> runs, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Last runs");
        string[] headings =
            ["Run", "Kind", "State", "Began (UTC)", "Took", "Seen", "New", "Changed", "Failed", "Saved", "Added", "Worker", "Why"];
        foreach (var heading in headings)
        {
            table.AddColumn(heading);
        }

        foreach (var run in runs)
        {
            table.AddRow(
                Number(run.RunId),
                Markup.Escape(run.Kind),
                run.State switch
                {
                    "succeeded" => "[green]succeeded[/]",
                    "running" => "[blue]running[/]",
                    _ => $"[red]{Markup.Escape(run.State)}[/]",
                },
                run.StartedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                run.FinishedAt is { } end ? (end - run.StartedAt).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : "",
                Number(run.DocumentsSeen),
                Number(run.DocumentsNew),
                Number(run.DocumentsChanged),
                Number(run.DocumentsFailed),
                Number(run.DocumentsSaved),
                Number(run.ObservationsAdded),
                Markup.Escape(run.Worker),
                Markup.Escape(run.Error ?? ""));
        }

        console.Write(table);
    }

    private static void WriteFailures(IReadOnlyList<Failure> failures, IAnsiConsole console)
    {
        if (failures.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded)
            .Title(failures.Count > Rows ? $"Failures (the last {Rows}; all are in mart.failure)" : "Failures");
        foreach (var heading in new[] { "Document", "Stage", "Why", "What to do", "Attempts", "Next (UTC)" })
        {
            table.AddColumn(heading);
        }

        foreach (var failure in failures.Take(Rows))
        {
            table.AddRow(
                Markup.Escape(Path.Combine(failure.Source, failure.Path)),
                Markup.Escape(failure.Stage),
                Markup.Escape(failure.Reason),
                Markup.Escape(failure.Remedy ?? ""),
                Number(failure.Attempts),
                failure.NextAttemptAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "set aside");
        }

        console.Write(table);
    }

    private static async Task WriteWorkersAsync(NpgsqlDataSource database, IAnsiConsole console, CancellationToken cancellationToken)
    {
        // The engine's own list of its processes; before the first worker there is none.
        var workers = await RunningWorker.ListAsync(database, cancellationToken);
        console.WriteLine(workers switch
        {
            null => "No worker has ever run here; start one with 'indicators work'.",
            [] => "No worker runs.",
            _ => "Workers: " + string.Join(", ", workers.Select(Seen)),
        });
    }

    /// <summary>One that ended is in the engine's list until another one looks through it.</summary>
    private static string Seen(RunningWorker worker) => worker.Silence > LongestSilence
        ? $"{worker.Name} (silent since {worker.LastSeen.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC: it has ended, or hangs)"
        : $"{worker.Name} (seen {Number((long)worker.Silence.TotalSeconds)} s ago)";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
