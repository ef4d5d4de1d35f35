namespace IndicatorPipeline.Extraction;

/// <summary>One speech or report of a document, with what is known about it.</summary>
public sealed record Speech
{
    /// <summary>Place in its document, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The speech's text within the document.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The title, or null.</summary>
    public Known<string>? Title { get; init; }

    /// <summary>The day the speech was held, or null.</summary>
    public Known<DateOnly>? Date { get; init; }

    /// <summary>The month the speech was held in where no day is known, 1 to 12, or null.</summary>
    internal int? Month { get; init; }

    /// <summary>The year the speech speaks in (今年), or null where the text cannot tell.</summary>
    public Known<int>? Year { get; init; }

    /// <summary>The speaker's jurisdiction as named (<c>山东省</c>), or null.</summary>
    public Known<string>? Place { get; init; }

    /// <summary>GB/T 2260 code of the jurisdiction (<c>370000</c>; the nation is <c>000000</c>), or null.</summary>
    public Known<string>? RegionCode { get; init; }

    /// <summary>Level of government.</summary>
    public GovernmentLevel Level { get; init; }

    /// <summary>Name of the speaker, or null.</summary>
    public string? Speaker { get; init; }

    /// <summary>Office of the speaker (省长, 市委书记), or null.</summary>
    public string? Office { get; init; }

    /// <summary>The outline, in order of the text; sections do not overlap.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];
}
