using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>What the words of a heading say about its section (<c>headings.tsv</c>).</summary>
internal static class HeadingWords
{
    private static readonly (string Word, SectionKind Kind, string Place)[] Words = [.. Tsv.Read("headings.tsv")
        .Select(row => (row["word"], Enum.GetValues<SectionKind>().Single(kind => kind.Code() == row["kind"]), row["place"]))];

    /// <summary>The kind of a section with the folded heading <paramref name="heading"/> (without its number), or unknown.</summary>
    public static SectionKind KindOf(ReadOnlySpan<char> heading)
    {
        foreach (var (word, kind, place) in Words)
        {
            if (place == "start" ? heading.StartsWith(word, StringComparison.Ordinal) : heading.Contains(word, StringComparison.Ordinal)) return kind;
        }

        return SectionKind.Unknown;
    }

    /// <summary>Whether the words leave no doubt, so that even a sub-heading stands for its own kind.</summary>
    public static bool IsSure(ReadOnlySpan<char> heading)
    {
        foreach (var (word, _, place) in Words)
        {
            if (place == "sure" && heading.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
