namespace IndicatorPipeline.Extraction;

/// <summary>What a mention is.</summary>
public enum MentionKind
{
    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>A number with its unit.</summary>
    Quantity,

    /// <summary>A time.</summary>
    Period,

    /// <summary>A name of an indicator.</summary>
    Indicator,

    /// <summary>A name of a place.</summary>
    Place,

    /// <summary>A word of grammar: a verb, a bound, a sign of target or outcome.</summary>
    Word,
}
