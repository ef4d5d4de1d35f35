using System.Buffers;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Tells lines of a page's chrome, abstracts, glossaries and annexes from lines of the speech (<c>furniture.tsv</c>).</summary>
internal static class Furniture
{
    // Longer lines are paragraphs of the speech, whatever words they hold.
    private const int LongestLine = 60;
    private const int LongestEdgeLine = 40;

    private static readonly SearchValues<string> LineWords = Words("line");
    private static readonly SearchValues<string> EdgeWords = Words("edge");
    private static readonly string[] LeadWords = [.. Column("lead")];
    private static readonly string[] RestWords = [.. Column("rest")];

    /// <summary>What the folded beginning of a line says; <paramref name="length"/> is the length of the whole line.</summary>
    public static FurnitureScope Read(ReadOnlySpan<char> line, int length)
    {
        if (length <= LongestLine && RestBegins(line)) return FurnitureScope.Rest;
        if (line is ['【' or '前' or '摘' or '内' or '导' or '编' or '下' or '以' or '本', ..] && StartsWithAny(line, LeadWords)) return FurnitureScope.Lead;
        if (length <= LongestLine && line.ContainsAny(LineWords)) return FurnitureScope.Line;
        return length <= LongestEdgeLine && line.ContainsAny(EdgeWords) ? FurnitureScope.Edge : FurnitureScope.None;
    }

    /// <summary>名词解释, 附件1, (附件): the word, perhaps behind a bracket, begins the line.</summary>
    private static bool RestBegins(ReadOnlySpan<char> line) => StartsWithAny(line is ['(' or '【' or '[', ..] ? line[1..] : line, RestWords);

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] words)
    {
        foreach (var word in words)
        {
            if (line.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static IEnumerable<string> Column(string scope) => Tsv.Read("furniture.tsv").Where(row => row["scope"] == scope).Select(row => row["word"]);

    private static SearchValues<string> Words(string scope) => SearchValues.Create([.. Column(scope)], StringComparison.Ordinal);
}
