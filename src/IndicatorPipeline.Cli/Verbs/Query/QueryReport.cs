using System.Globalization;
using System.Text;
using IndicatorPipeline.Cli.Output;
using Spectre.Console;

namespace IndicatorPipeline.Cli.Verbs.Query;

/// <summary>Answers as tables and as comma-separated values.</summary>
internal static class QueryReport
{
    public static void WriteTable(IReadOnlyList<ObservationRow> rows, long total, IAnsiConsole console)
    {
        var table = Table("Year", "Status", "Region", "Indicator", "Measure", "Value", "Document", "Sentence");
        foreach (var row in rows)
        {
            Add(
                table,
                Period(row),
                row.Status,
                row.RegionName ?? row.Place ?? "",
                row.IndicatorNameZh ?? row.IndicatorText,
                row.Measure,
                row.Low is null ? $"“{row.ValueText}”" : QuantityWords.Of(row.Low, row.High, row.Bound, row.Unit),
                row.Document,
                Around(row.Quote, row.ValueText));
        }

        Finish(table, rows.Count, total, console);
    }

    public static void WriteTable(IReadOnlyList<OutcomeRow> rows, long total, IAnsiConsole console)
    {
        var table = Table("Year", "Region", "Indicator", "Measure", "Promised", "Reached", "Gap", "Met");
        foreach (var row in rows)
        {
            Add(
                table,
                row.Year.ToString(CultureInfo.InvariantCulture),
                row.RegionName,
                row.IndicatorNameZh,
                row.Measure,
                Promised(row),
                QuantityWords.Of(row.OutcomeLow, row.OutcomeHigh, row.OutcomeBound, row.OutcomeUnit),
                row.Gap is { } gap ? QuantityWords.Of(gap, gap, "=", row.TargetUnit == "%" ? "pp" : row.TargetUnit) : "",
                row.Met switch { true => "yes", false => "no", null => "" });
        }

        Finish(table, rows.Count, total, console);
    }

    /// <summary>Writes rows as they come, however many there are.</summary>
    public static Task WriteCsvAsync(IAsyncEnumerable<ObservationRow> rows, Stream output, CancellationToken cancellationToken) => WriteCsvAsync(
        [
            "document", "speech", "start", "end", "quote", "value_text", "indicator", "indicator_text", "measure",
            "low", "high", "bound", "unit", "status", "period_start", "period_end", "period_part",
            "scope", "place", "region_code", "confidence", "open_indicator",
        ],
        rows.Select(row => new object?[]
        {
            row.Document, row.Speech, row.SpanStart, row.SpanEnd, row.Quote, row.ValueText, row.Indicator, row.IndicatorText, row.Measure,
            row.Low, row.High, row.Bound, row.Unit, row.Status, row.PeriodStartYear, row.PeriodEndYear, row.PeriodPart,
            row.Scope, row.Place, row.RegionCode, row.Confidence, row.OpenIndicator,
        }),
        output,
        cancellationToken);

    /// <summary>Writes rows as they come, however many there are.</summary>
    public static Task WriteCsvAsync(IAsyncEnumerable<OutcomeRow> rows, Stream output, CancellationToken cancellationToken) => WriteCsvAsync(
        [
            "region_code", "region", "indicator", "measure", "year",
            "target_low", "target_high", "target_bound", "target_unit", "target_text",
            "outcome_low", "outcome_high", "outcome_bound", "outcome_unit",
            "gap", "met", "target_document", "outcome_document",
        ],
        rows.Select(row => new object?[]
        {
            row.RegionCode, row.RegionName, row.Indicator, row.Measure, row.Year,
            row.TargetLow, row.TargetHigh, row.TargetBound, row.TargetUnit, row.TargetText,
            row.OutcomeLow, row.OutcomeHigh, row.OutcomeBound, row.OutcomeUnit,
            row.Gap, row.Met switch { true => "true", false => "false", null => null }, row.TargetDocument, row.OutcomeDocument,
        }),
        output,
        cancellationToken);

    /// <summary>What was promised, in numbers or in words.</summary>
    public static string Promised(OutcomeRow row) =>
        row.TargetLow is not null ? QuantityWords.Of(row.TargetLow, row.TargetHigh, row.TargetBound, row.TargetUnit)
        : row.TargetText is { } words ? $"“{words}”"
        : "";

    private static async Task WriteCsvAsync(string[] names, IAsyncEnumerable<object?[]> rows, Stream output, CancellationToken cancellationToken)
    {
        var block = new StringBuilder();
        CsvLine.Append(block, names);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            CsvLine.Append(block, row.Select(value =>
                value is decimal number ? Shortest(number) : Convert.ToString(value, CultureInfo.InvariantCulture)));
            if (block.Length > 1 << 15)
            {
                await output.WriteAsync(Encoding.UTF8.GetBytes(block.ToString()), cancellationToken);
                block.Clear();
            }
        }

        await output.WriteAsync(Encoding.UTF8.GetBytes(block.ToString()), cancellationToken);
    }

    private static string Shortest(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static Table Table(params string[] headings)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
        {
            var column = new TableColumn(heading);
            table.AddColumn(heading switch
            {
                "Value" or "Promised" or "Reached" or "Gap" => column.RightAligned().NoWrap(),
                "Year" or "Status" or "Measure" => column.NoWrap(),
                _ => column,
            });
        }

        return table;
    }

    private static void Add(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    private static void Finish(Table table, int shown, long total, IAnsiConsole console)
    {
        console.Write(table);
        console.WriteLine(shown < total
            ? string.Create(CultureInfo.InvariantCulture, $"{shown} of {total:N0} rows; --limit 0 shows all")
            : string.Create(CultureInfo.InvariantCulture, $"{total:N0} rows"));
        console.Profile.Out.Writer.Flush();
    }

    private static string Period(ObservationRow row) =>
        row.PeriodStartYear is not { } from ? "?"
        : row.PeriodPart is { } part ? $"{from} {part}"
        : row.PeriodEndYear is { } to && to != from ? $"{from}–{to}"
        : from.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Some sixty characters of the sentence with the value among them: reports have sentences that fill a page, and the number stands at their end.
    /// </summary>
    private static string Around(string quote, string value)
    {
        const int Longest = 60;
        var at = Math.Max(quote.IndexOf(value, StringComparison.Ordinal), 0);
        var to = Math.Min(quote.Length, Math.Max(Longest, at + value.Length + 15));
        var from = Math.Clamp(to - Longest, 0, at);
        // Half of a surrogate pair is no character.
        from -= from > 0 && char.IsLowSurrogate(quote[from]) ? 1 : 0;
        to += to < quote.Length && char.IsLowSurrogate(quote[to]) ? 1 : 0;
        return (from > 0 ? "…" : "") + quote[from..to].ReplaceLineEndings("") + (to < quote.Length ? "…" : "");
    }
}
