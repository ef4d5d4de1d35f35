using System.Globalization;
using IndicatorPipeline.Jobs.Scanning;
using IndicatorPipeline.Storage.Copies;
using Spectre.Console;

namespace IndicatorPipeline.Cli.Verbs.Ingest;

/// <summary>The table at the end of an ingestion.</summary>
internal static class IngestReport
{
    private const int MostCopies = 50;

    public static void Write(ScanSummary summary, IReadOnlyList<RepeatedDocument> copies, IngestProgress progress, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded);
        (string Heading, int Count)[] columns =
        [
            ("Read", summary.Seen), ("New", summary.New), ("Changed", summary.Changed), ("Unchanged", summary.Unchanged),
            ("Moved", summary.Moved), ("Gone", summary.Gone),
            ("Copies", copies.Select(copy => copy.Path).Distinct(StringComparer.Ordinal).Count()),
            ("Failed", progress.Failures.Count), ("Speeches", progress.Speeches), ("Observations", progress.Observations),
        ];
        foreach (var (heading, _) in columns)
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        table.AddRow([.. columns.Select(column => column.Count.ToString("N0", CultureInfo.InvariantCulture))]);
        console.Write(table);
        if (progress.Refused > 0)
        {
            console.WriteLine($"{progress.Refused} readings were refused because they cannot be right (indicators.refusal).");
        }

        if (copies.Count > 0)
        {
            WriteCopies(copies, console);
        }

        if (progress.Failures.Count > 0)
        {
            var failures = new Table().Border(TableBorder.Rounded).AddColumn("Failed").AddColumn("Why, and what to do");
            foreach (var failure in progress.Failures)
            {
                failures.AddRow(Markup.Escape(failure.Path), Markup.Escape(failure.Reason));
            }

            console.Write(failures);
        }

        console.Profile.Out.Writer.Flush();
    }

    private static void WriteCopies(IReadOnlyList<RepeatedDocument> copies, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Copy").AddColumn("Of").AddColumn("Speeches").AddColumn("How");
        foreach (var copy in copies.Take(MostCopies))
        {
            var how = copy.Similarity == 1
                ? copy.Kind
                : string.Create(CultureInfo.InvariantCulture, $"{copy.Kind}, {100 * copy.Similarity:0.#} % alike");
            table.AddRow(Markup.Escape(copy.Path), Markup.Escape(copy.OriginalPath), $"{copy.Copies} of {copy.Speeches}", how);
        }

        console.Write(table);
        console.WriteLine(copies.Count > MostCopies
            ? $"… and {copies.Count - MostCopies} more (mart.copy_history). What copies state counts once."
            : "What copies state counts once.");
    }
}
