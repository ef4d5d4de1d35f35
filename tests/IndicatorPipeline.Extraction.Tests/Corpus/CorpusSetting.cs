namespace IndicatorPipeline.Extraction.Tests.Corpus;

/// <summary>The speech that a case's sentence is taken from.</summary>
/// <param name="Date">The day it was held, or null.</param>
/// <param name="Region">Code of its jurisdiction, or null.</param>
/// <param name="Section">The section it stands in; unknown for a text that brings its own headings.</param>
internal sealed record CorpusSetting(DateOnly? Date, string? Region, SectionKind Section)
{
    /// <summary>What a line with a setting begins with.</summary>
    public const string Mark = "Setting: ";

    public static CorpusSetting Empty { get; } = new(null, null, SectionKind.Unknown);

    private string Heading => Section switch
    {
        SectionKind.Review => "一、工作回顾\n",
        SectionKind.Goals => "一、主要预期目标\n",
        SectionKind.Measures => "一、重点工作\n",
        _ => "",
    };

    /// <summary>Reads <c>2025-01-15, 370000, review</c>, each <c>-</c> where it is not known.</summary>
    public static CorpusSetting Parse(string line)
    {
        if (line.Split(',', StringSplitOptions.TrimEntries) is not [var date, var region, var section])
            throw new FormatException("a setting is: date, region, section");
        return new CorpusSetting(
            date == "-" ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            region == "-" ? null : region,
            section switch
            {
                "review" => SectionKind.Review,
                "goals" => SectionKind.Goals,
                "measures" => SectionKind.Measures,
                "-" => SectionKind.Unknown,
                _ => throw new FormatException($"unknown section '{section}'; it is review, goals, measures or -"),
            });
    }

    /// <summary>The line that says it.</summary>
    public override string ToString() =>
        $"{Mark}{Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "-"}, {Region ?? "-"}, {(Section == SectionKind.Unknown ? "-" : Section.Code())}";

    /// <summary>The document that holds <paramref name="text"/> in this setting.</summary>
    public SourceDocument Document(string text) => new() { Id = "case", Text = Heading + text, Date = Date, RegionCode = Region };
}
