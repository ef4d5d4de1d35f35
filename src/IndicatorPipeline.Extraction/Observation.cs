namespace IndicatorPipeline.Extraction;

/// <summary>One measured or stated quantity of one named indicator, as a speech states it.</summary>
public sealed record Observation
{
    private readonly string? name;

    /// <summary>The document it stands in; its text is what all spans are offsets of.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>The speech it stands in.</summary>
    public required Speech Speech { get; init; }

    /// <summary>The numeral with its scale and unit; for a target without a number, its words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The sentence it stands in; of one longer than 500 characters, the clauses around the number.</summary>
    public required TextSpan QuoteSpan { get; init; }

    /// <summary>The text of <see cref="Span"/>, unchanged.</summary>
    public string ValueText => Document.Text.Substring(Span.Start, Span.Length);

    /// <summary>The text of <see cref="QuoteSpan"/>, unchanged.</summary>
    public string Quote => Document.Text.Substring(QuoteSpan.Start, QuoteSpan.Length);

    /// <summary>The indicator as the text names it, without line breaks and noise.</summary>
    public string IndicatorText
    {
        get => name ?? Document.Text.Substring(NameSpan.Start, NameSpan.Length);
        init => name = value;
    }

    /// <summary>The founding catalogue's code, or null for a quantity of something it does not hold.</summary>
    public string? Indicator { get; init; }

    /// <summary>The code in the wider catalogue where <see cref="Indicator"/> is null and it has one, else null.</summary>
    public string? OpenIndicator { get; init; }

    /// <summary>What the number says of the indicator.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The value in its base unit, or null for a target without a number (与经济增长同步).</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>Promised or reached.</summary>
    public required Status Status { get; init; }

    /// <summary>How firmly a target is stated, or null where the text does not say.</summary>
    public Modality? Modality { get; init; }

    /// <summary>The years it speaks of, or null where the text cannot tell.</summary>
    public Period? Period { get; init; }

    /// <summary>Whose number it is.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The place as named in the text (全省, 昆山), or null.</summary>
    public string? Place { get; init; }

    /// <summary>GB/T 2260 code of the place the number is about, or null where it has none or is not known.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Name of the rule that bound the number to the indicator.</summary>
    public required string Rule { get; init; }

    /// <summary>Where its subject, status and years come from.</summary>
    public required Derivation Derivation { get; init; }

    /// <summary>Probability, from 0 to 1, that every field is right; calibrated on annotated reports.</summary>
    public required decimal Confidence { get; init; }

    /// <summary>Where the name stands as one stretch without noise; elsewhere <see cref="IndicatorText"/> was given.</summary>
    internal TextSpan NameSpan { get; init; }

    /// <summary>The same as <see cref="IndicatorText"/>, not copied: a text and where in it the name stands.</summary>
    internal (string Text, TextSpan Span) Name => name is { } given ? (given, new TextSpan(0, given.Length)) : (Document.Text, NameSpan);

    /// <summary>Whether <paramref name="other"/>, of the same document, has its name from the same place.</summary>
    internal bool SharesName(Observation other) => ReferenceEquals(name, other.name) && NameSpan.Start == other.NameSpan.Start && NameSpan.End == other.NameSpan.End;
}
