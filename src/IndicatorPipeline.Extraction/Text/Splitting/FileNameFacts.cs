namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>What a file's name says: <c>2025年上海市政府工作报告</c>, <c>province_2026_浙江省</c>, <c>national_1957</c>.</summary>
/// <param name="Year">The year, or null.</param>
/// <param name="Place">The jurisdiction, or null.</param>
internal sealed record FileNameFacts(int? Year, Place? Place)
{
    public static FileNameFacts Read(string? name, string text)
    {
        if (string.IsNullOrEmpty(name)) return new FileNameFacts(null, null);
        var folded = FoldTable.Fold(name.Length > Page.Reach ? name[..Page.Reach] : name).AsSpan();
        var place = folded.Contains("national", StringComparison.Ordinal) ? PlaceReader.OfNation() : PlaceReader.Read(folded, text);
        return new FileNameFacts(DateReader.Find(folded)?.Year ?? Bare(folded), place);
    }

    // Four digits by themselves.
    private static int? Bare(ReadOnlySpan<char> name)
    {
        for (var i = 0; i + 4 <= name.Length; i++)
        {
            if (name.Slice(i, 4).ContainsAnyExceptInRange('0', '9')) continue;
            if ((i > 0 && char.IsAsciiDigit(name[i - 1])) || (i + 4 < name.Length && char.IsAsciiDigit(name[i + 4]))) continue;
            if (int.Parse(name.Slice(i, 4), System.Globalization.CultureInfo.InvariantCulture) is var year and >= 1949 and < 2100) return year;
        }

        return null;
    }
}
