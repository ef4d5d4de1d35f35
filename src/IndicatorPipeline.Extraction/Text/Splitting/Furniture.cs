using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Tells lines of a page's chrome, abstracts, glossaries and annexes from lines of the speech (<c>furniture.tsv</c>).</summary>
internal static class Furniture
{
    // Longer lines are paragraphs of the speech, whatever words they hold, unless they begin with a lead.
    private const int LongestLine = 60;
    private const int LongestEdgeLine = 40;

    private static readonly PhraseTable<FurnitureScope> Words = Load();

    /// <summary>What the folded beginning of a line says; <paramref name="length"/> is the length of the whole line.</summary>
    public static FurnitureScope Read(ReadOnlySpan<char> line, int length)
    {
        // 名词解释, 附件1, (附件): the word, perhaps behind a bracket, begins the line.
        var start = line is ['(' or '【' or '[', ..] ? 1 : 0;
        var isLine = length <= LongestLine;
        var (rest, annex, lead, anyRest, anyLine, edge) = (false, false, false, false, false, false);
        for (var words = isLine ? Words.In(line) : Words.AtStartOf(line); words.Next();)
        {
            switch (words.Value)
            {
                case FurnitureScope.Rest:
                    rest |= words.At == start;
                    anyRest |= words.At >= start;
                    break;
                case FurnitureScope.Annex:
                    annex |= words.At == start;
                    break;
                case FurnitureScope.Lead:
                    lead |= words.At == 0;
                    break;
                case FurnitureScope.Line:
                    anyLine = true;
                    break;
                case FurnitureScope.Edge:
                    edge = true;
                    break;
            }
        }

        if (isLine && (rest || annex)) return anyRest ? FurnitureScope.Rest : FurnitureScope.Annex;
        if (lead) return FurnitureScope.Lead;
        if (isLine && anyLine) return FurnitureScope.Line;
        return edge && length <= LongestEdgeLine ? FurnitureScope.Edge : FurnitureScope.None;
    }

    private static PhraseTable<FurnitureScope> Load()
    {
        var rows = Tsv.Read("furniture.tsv");
        var words = new PhraseTable<FurnitureScope>(rows.Length);
        foreach (var row in rows)
        {
            words.Add(row["word"], row["scope"] switch
            {
                "line" => FurnitureScope.Line,
                "edge" => FurnitureScope.Edge,
                "lead" => FurnitureScope.Lead,
                "rest" => FurnitureScope.Rest,
                "annex" => FurnitureScope.Annex,
                var other => throw row.Bad($"unknown scope '{other}'"),
            });
        }

        return words;
    }
}
