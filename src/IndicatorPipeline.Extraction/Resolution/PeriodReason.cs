namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What gave the years, or why there are none; <see cref="Reasons"/> has the words.</summary>
internal enum PeriodReason
{
    /// <summary><c>time in the sentence</c>: A time in the sentence.</summary>
    TimeInSentence,

    /// <summary><c>time of this number alone</c>: 由上年的88个.</summary>
    OwnTime,

    /// <summary><c>sentence before</c>: 其中 goes on with the years of the sentence before.</summary>
    SentenceBefore,

    /// <summary><c>time of the paragraph</c>: The paragraph's lead.</summary>
    TimeOfParagraph,

    /// <summary><c>time of the section</c>: The section's heading, or the term that a paragraph opened.</summary>
    TimeOfSection,

    /// <summary><c>plan that the speech is about</c>: The plan that the speech is about.</summary>
    PlanOfSpeech,

    /// <summary><c>past months of the speech's year</c>: 前三季度, of the speech's year.</summary>
    PastMonths,

    /// <summary><c>months that the text is about</c>: Title or first words of the text.</summary>
    MonthsOfText,

    /// <summary><c>years since the base year</c>: 比1952年增长.</summary>
    SinceBase,

    /// <summary><c>term around the year</c>: 年均 with the last year of a term.</summary>
    TermAround,

    /// <summary><c>year that the outcome is of</c>: A goal that an outcome is compared with.</summary>
    YearOfOutcome,

    /// <summary><c>year of the speech</c>: A goal without a year.</summary>
    YearOfSpeech,

    /// <summary><c>year that the speech reports on</c>: Nothing but the speech's date.</summary>
    ReviewedYear,

    /// <summary><c>a time without years</c>: 近年来.</summary>
    NoYears,

    /// <summary><c>the year of the speech is not known</c>: No year can be told.</summary>
    UnknownSpeech,
}
