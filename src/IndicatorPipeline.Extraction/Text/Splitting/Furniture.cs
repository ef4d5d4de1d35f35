using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Tells lines of a page's chrome, abstracts, glossaries and annexes from lines of the speech (<c>furniture.tsv</c>).</summary>
internal static class Furniture
{
    // Longer lines are paragraphs of the speech, whatever words they hold.
    private const int LongestLine = 60;
    private const int LongestEdgeLine = 40;

    private static readonly Dictionary<string, PhraseSet> Words = Load();
    private static readonly PhraseSet LineWords = Words["line"];
    private static readonly PhraseSet EdgeWords = Words["edge"];
    private static readonly PhraseSet LeadWords = Words["lead"];
    private static readonly PhraseSet RestWords = Words["rest"];
    private static readonly PhraseSet AnnexWords = Words["annex"];

    /// <summary>What the folded beginning of a line says; <paramref name="length"/> is the length of the whole line.</summary>
    public static FurnitureScope Read(ReadOnlySpan<char> line, int length)
    {
        // 名词解释, 附件1, (附件): the word, perhaps behind a bracket, begins the line.
        var words = line is ['(' or '【' or '[', ..] ? line[1..] : line;
        if (length <= LongestLine && RestWords.Begins(words)) return FurnitureScope.Rest;
        if (length <= LongestLine && AnnexWords.Begins(words)) return RestWords.IsIn(words) ? FurnitureScope.Rest : FurnitureScope.Annex;
        if (LeadWords.Begins(line)) return FurnitureScope.Lead;
        if (length <= LongestLine && LineWords.IsIn(line)) return FurnitureScope.Line;
        return length <= LongestEdgeLine && EdgeWords.IsIn(line) ? FurnitureScope.Edge : FurnitureScope.None;
    }

    private static Dictionary<string, PhraseSet> Load()
    {
        var words = new Dictionary<string, List<string>>(StringComparer.Ordinal) { ["line"] = [], ["edge"] = [], ["lead"] = [], ["rest"] = [], ["annex"] = [] };
        foreach (var row in Tsv.Read("furniture.tsv"))
        {
            if (!words.TryGetValue(row["scope"], out var list)) throw row.Bad($"unknown scope '{row["scope"]}'");
            list.Add(row["word"]);
        }

        var sets = new Dictionary<string, PhraseSet>(StringComparer.Ordinal);
        foreach (var (scope, list) in words) sets.Add(scope, new PhraseSet(list));
        return sets;
    }
}
