namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What the resolver needs to know of a speech, taken from <see cref="Speech"/> once.</summary>
internal sealed class SpeechFacts
{
    public SpeechFacts(Speech speech)
    {
        Speech = speech;
        Level = speech.Level;
        Year = speech.Year?.Value ?? speech.Date?.Value.Year;
        // Reports of January to April review the year before; a speech later in the year reports on that year.
        // A government's work report may come as late as July and still reviews the year before.
        EarlyInYear = speech.Date is not { } date || date.Value.Month <= 4 || (date.Value.Month <= 7 && IsWorkReport(speech));
    }

    private static bool IsWorkReport(Speech speech) =>
        speech.Level == GovernmentLevel.Nation || (speech.Title?.Value.Contains("工作报告", StringComparison.Ordinal) ?? false);

    /// <summary>The speech.</summary>
    public Speech Speech { get; }

    /// <summary>Level of government, as the splitter found it in title, byline or body.</summary>
    public GovernmentLevel Level { get; }

    /// <summary>The year the speech speaks in, or null.</summary>
    public int? Year { get; }

    /// <summary>Whether an outcome without a year word belongs to the year before.</summary>
    public bool EarlyInYear { get; }

    /// <summary>The year of an outcome without a year word, or null.</summary>
    public int? ReviewYear => EarlyInYear ? Year - 1 : Year;
}
