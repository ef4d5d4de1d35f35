namespace IndicatorPipeline.Extraction.Recognition.Tokens;

/// <summary>What a piece of a sentence is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Characters that no table knows.</summary>
    Text,

    /// <summary>A word of the lexicon.</summary>
    Word,

    /// <summary>A number with its unit.</summary>
    Quantity,

    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>A time: a year, a plan, a month.</summary>
    Time,

    /// <summary>A punctuation mark.</summary>
    Mark,
}
