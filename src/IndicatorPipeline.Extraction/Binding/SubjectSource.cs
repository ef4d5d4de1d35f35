namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Where the subject of a number was found, in the words of a derivation. Rules ask for some of them, and the confidence is weighed by them.</summary>
internal static class SubjectSource
{
    /// <summary>A name before the number.</summary>
    public const string Before = "before the number";

    /// <summary>Nouns behind it.</summary>
    public const string Behind = "behind the number";

    /// <summary>The subject of a number or clause before.</summary>
    public const string CarriedOver = "carried over";

    /// <summary>A member of a list as long as that of the numbers.</summary>
    public const string Paired = "paired";

    /// <summary>A name that the topic makes whole.</summary>
    public const string Composed = "completed by the topic";
}
