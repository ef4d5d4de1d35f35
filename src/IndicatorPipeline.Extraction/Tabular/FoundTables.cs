namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>Follows the tables of a speech while its sentences are read in order, and hands on what was read in each where it stands.</summary>
/// <param name="reader">Finds them; one is read when what stands before it has been.</param>
/// <param name="found">Who is told.</param>
internal sealed class FoundTables(TableReader reader, Found found)
{
    private static readonly TextSpan None = new(int.MaxValue, int.MaxValue);

    private TextSpan table;
    private int next;

    /// <summary>Offset behind the row that was handed on last; 0 where none was.</summary>
    public int Told { get; private set; }

    /// <summary>Moves to the next table; false where there is none.</summary>
    public bool MoveOn()
    {
        (table, next) = (reader.Next() ?? None, 0);
        return table != None;
    }

    /// <summary>Hands on what stands before <paramref name="offset"/> and was not yet. Asked for offsets in order.</summary>
    public void TellBefore(int offset)
    {
        var findings = reader.Findings;
        do
        {
            while (next < findings.Count && findings[next].Span.Start < offset)
            {
                Told = Math.Max(Told, findings[next].QuoteSpan.End);
                found(findings[next++]);
            }
        }
        while (table.End <= offset && MoveOn());
    }

    /// <summary>Whether <paramref name="span"/> begins within a table; what stands before it is handed on. Asked for spans in order.</summary>
    /// <param name="span">A stretch of the document.</param>
    /// <param name="whole">Whether it ends there too.</param>
    public bool Covers(TextSpan span, out bool whole)
    {
        TellBefore(span.Start);
        var begins = table.Contains(span.Start);
        whole = begins && span.End <= table.End;
        return begins;
    }
}
