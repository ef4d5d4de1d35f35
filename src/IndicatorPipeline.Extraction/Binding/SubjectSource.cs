namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Where the subject of a number was found. Rules ask for some of them, and the confidence is weighed by them.</summary>
internal enum SubjectSource : byte
{
    /// <summary>Not told yet: it is plain from the rest.</summary>
    None,

    /// <summary>A name before the number.</summary>
    Before,

    /// <summary>Nouns behind it.</summary>
    Behind,

    /// <summary>The subject of a number or clause before.</summary>
    CarriedOver,

    /// <summary>A member of a list as long as that of the numbers.</summary>
    Paired,

    /// <summary>A name that the topic makes whole.</summary>
    Composed,
}
