namespace IndicatorPipeline.Extraction.Binding;

/// <summary>What is kept of a bound number for those behind it in the sentence, which may go on with its words.</summary>
internal struct NumberBefore
{
    /// <summary>The number's token; 0 where there is none to go on with.</summary>
    public int Number;

    /// <summary>What stands before it.</summary>
    public LeftSide Left;

    /// <summary>Token behind the nouns behind it.</summary>
    public int RightEnd;

    /// <summary>What it speaks of.</summary>
    public Subject Subject;

    /// <summary>Where the subject was found, or none.</summary>
    public SubjectSource Source;
}
