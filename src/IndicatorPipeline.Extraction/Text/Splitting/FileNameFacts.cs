namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>What a file's name says: <c>2025年上海市政府工作报告</c>, <c>province_2026_浙江省</c>, <c>national_1957</c>.</summary>
/// <param name="name">The name, or null.</param>
internal sealed class FileNameFacts(string? name)
{
    private readonly string folded = FoldTable.Fold(name is { Length: > Page.Reach } ? name[..Page.Reach] : name ?? "");

    /// <summary>The year, or null.</summary>
    public int? Year => DateReader.Find(folded)?.Year ?? Bare(folded);

    /// <summary>The jurisdiction, or null; <paramref name="text"/> is the document's, which tells namesakes apart.</summary>
    public Place? Place(string text) =>
        folded.Contains("national", StringComparison.Ordinal) ? PlaceReader.OfNation() : PlaceReader.Read(folded, text);

    // Four digits by themselves.
    private static int? Bare(ReadOnlySpan<char> name)
    {
        for (var end = 0; end < name.Length; end++)
        {
            var start = end;
            while (end < name.Length && char.IsAsciiDigit(name[end])) end++;
            if (end - start == 4 && int.Parse(name[start..end], System.Globalization.CultureInfo.InvariantCulture) is var year and >= 1949 and < 2100)
                return year;
        }

        return null;
    }
}
