namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>The tables of a speech and what was read in them, handed on in order of the text.</summary>
internal sealed class FoundTables
{
    private readonly List<TextSpan> tables = [];
    private readonly Pieces<Finding> findings = new();
    private int next;
    private int table;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => tables.Count == 0;

    /// <summary>Adds the span of a table, which lies behind all before.</summary>
    public void Add(TextSpan span) => tables.Add(span);

    /// <summary>Adds what was read in it.</summary>
    public void Add(in Finding finding) => findings.Add(finding);

    /// <summary>Whether <paramref name="span"/> begins within a table. Asked for spans in order.</summary>
    /// <param name="span">A stretch of the document.</param>
    /// <param name="whole">Whether it ends there too.</param>
    public bool Covers(TextSpan span, out bool whole)
    {
        while (table < tables.Count && tables[table].End <= span.Start) table++;
        var begins = table < tables.Count && tables[table].Contains(span.Start);
        whole = begins && span.End <= tables[table].End;
        return begins;
    }

    /// <summary>Hands on what stands before <paramref name="offset"/> and was not yet.</summary>
    public void TellBefore(int offset, Found found)
    {
        while (next < findings.Count && findings[next].Span.Start < offset) found(findings[next++]);
    }
}
