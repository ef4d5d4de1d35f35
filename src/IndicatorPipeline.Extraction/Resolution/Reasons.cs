using IndicatorPipeline.Extraction.Binding;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>The words of a derivation, by the numbers of the cases. The confidence is weighed by them too.</summary>
internal static class Reasons
{
    /// <summary>Of <see cref="SubjectSource"/>; every claim has one but none.</summary>
    public static readonly string[] OfSubject = ["", "before the number", "behind the number", "carried over", "paired", "completed by the topic"];

    /// <summary>Of <see cref="StatusReason"/>.</summary>
    public static readonly string[] OfStatus =
    [
        "called planned", "called a goal", "present state", "once a work is done",
        "words of the clause", "words of the sentence", "sentence before", "sentences before",
        "past year", "coming year", "past part of the year", "past or future time",
        "year of the speech", "section", "plan that the speech is about", "nothing says otherwise",
    ];

    /// <summary>Of <see cref="PeriodReason"/>.</summary>
    public static readonly string[] OfPeriod =
    [
        "time in the sentence", "time of this number alone", "sentence before", "time of the paragraph",
        "time of the section", "plan that the speech is about", "past months of the speech's year", "months that the text is about",
        "years since the base year", "term around the year", "year that the outcome is of", "year of the speech",
        "year that the speech reports on", "a time without years", "the year of the speech is not known",
    ];
}
