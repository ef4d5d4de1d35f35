using System.Globalization;
using IndicatorPipeline.Jobs.Scanning;
using Spectre.Console;

namespace IndicatorPipeline.Cli.Verbs.Ingest;

/// <summary>The table at the end of an ingestion.</summary>
internal static class IngestReport
{
    public static void Write(ScanSummary summary, IngestProgress progress, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded);
        (string Heading, int Count)[] columns =
        [
            ("Read", summary.Seen), ("New", summary.New), ("Changed", summary.Changed), ("Unchanged", summary.Unchanged), ("Moved", summary.Moved), ("Gone", summary.Gone),
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
}
