namespace IndicatorPipeline.Extraction.Tests.Corpus;

/// <summary>Observations, or mentions, as the cells of a Markdown table.</summary>
internal sealed record CorpusTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static readonly string[] Usual = ["value", "indicator", "measure", "quantity", "status", "period", "scope"];

    /// <summary>What was read from a text, in the given columns; a first column <c>mention</c> asks for what was recognised.</summary>
    public static CorpusTable Of(Explanation explanation, IReadOnlyList<string> columns)
    {
        var text = explanation.Extraction.Document.Text;
        if (columns[0] == "mention")
        {
            var mentions = explanation.Mentions.Where(mention => mention.Kind != MentionKind.Word)
                .Select(mention => Cells(columns, column => CorpusCell.Of(mention, text, column)));
            return new CorpusTable(columns, [.. mentions]);
        }

        var observed = explanation.Extraction.Observations.Select(observation =>
            (observation.Span, Cells: Cells(columns, column => CorpusCell.Of(observation, column))));
        var unbound = explanation.Extraction.Unbound.Select(span => (Span: span, Cells: Cells(columns, column => column switch
        {
            "value" => CorpusCell.Escape(span.In(text).ToString()),
            "indicator" => "unbound",
            _ => "",
        })));
        return new CorpusTable(columns,
            [.. observed.Concat(unbound).OrderBy(row => row.Span.Start).ThenBy(row => row.Span.End).Select(row => row.Cells)]);
    }

    /// <summary>Whether each cell of <paramref name="actual"/> is what this table expects.</summary>
    public bool Accepts(CorpusTable actual) =>
        Rows.Count == actual.Rows.Count
            && Rows.Zip(actual.Rows).All(pair => pair.First.Zip(pair.Second).All(cells => Accepts(cells.First, cells.Second)));

    // A bare - accepts any name without a code.
    private static bool Accepts(string expected, string actual) =>
        expected == actual || (expected == "-" && actual.StartsWith("- ", StringComparison.Ordinal));

    private static string[] Cells(IReadOnlyList<string> columns, Func<string, string> cell) => [.. columns.Select(cell)];

    /// <summary>The table as lines of Markdown, or <c>Nothing.</c></summary>
    public IReadOnlyList<string> Lines()
    {
        if (Rows.Count == 0) return ["Nothing."];
        return [$"| {string.Join(" | ", Columns)} |", $"|{string.Concat(Enumerable.Repeat(" --- |", Columns.Count))}",
            .. Rows.Select(row => $"| {string.Join(" | ", row)} |".Replace("|  |", "| |", StringComparison.Ordinal))];
    }

    /// <summary>The table with aligned columns, for people.</summary>
    public override string ToString()
    {
        if (Rows.Count == 0) return "  nothing";
        var lines = Rows.Prepend(Columns).ToList();
        var widths = Columns.Select((_, column) => lines.Max(line => Width(line[column]))).ToArray();
        return string.Join('\n', lines.Select(line => "  " + string.Join("  ",
            line.Select((cell, column) => cell + new string(' ', widths[column] - Width(cell)))).TrimEnd()));
    }

    // A Chinese character takes two columns of a terminal.
    private static int Width(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);
}
