using System.Diagnostics.CodeAnalysis;

namespace IndicatorPipeline.Extraction;

/// <summary>One measured or stated quantity of one named indicator, as a speech states it.</summary>
public sealed record Observation
{
    // Behind the public face, so that who writes findings down at once need not make this object.
    private Finding finding;

    /// <summary>An observation to be filled.</summary>
    public Observation()
    {
    }

#pragma warning disable CS8618 // What must not be null is read from the finding, which has it.
    [SetsRequiredMembers]
    internal Observation(in Finding finding) => this.finding = finding;
#pragma warning restore CS8618

    /// <summary>The document it stands in; its text is what all spans are offsets of.</summary>
    public required SourceDocument Document
    {
        get => finding.Document;
        init => finding.Document = value;
    }

    /// <summary>The speech it stands in.</summary>
    public required Speech Speech
    {
        get => finding.Speech;
        init => finding.Speech = value;
    }

    /// <summary>The numeral with its scale and unit; for a target without a number, its words.</summary>
    public required TextSpan Span
    {
        get => finding.Span;
        init => finding.Span = value;
    }

    /// <summary>The sentence it stands in; of one longer than 500 characters, the clauses around the number.</summary>
    public required TextSpan QuoteSpan
    {
        get => finding.QuoteSpan;
        init => finding.QuoteSpan = value;
    }

    /// <summary>The text of <see cref="Span"/>, unchanged.</summary>
    public string ValueText => Document.Text.Substring(Span.Start, Span.Length);

    /// <summary>The text of <see cref="QuoteSpan"/>, unchanged.</summary>
    public string Quote => Document.Text.Substring(QuoteSpan.Start, QuoteSpan.Length);

    /// <summary>The indicator as the text names it, without line breaks and noise.</summary>
    public string IndicatorText
    {
        get => finding.GivenName ?? Document.Text.Substring(finding.NameSpan.Start, finding.NameSpan.Length);
        init => finding.GivenName = value;
    }

    /// <summary>The founding catalogue's code, or null for a quantity of something it does not hold.</summary>
    public string? Indicator
    {
        get => finding.Indicator;
        init => (finding.Indicator, finding.Row) = (value, 0);
    }

    /// <summary>The code in the wider catalogue where <see cref="Indicator"/> is null and it has one, else null.</summary>
    public string? OpenIndicator
    {
        get => finding.OpenIndicator;
        init => (finding.OpenIndicator, finding.Row) = (value, 0);
    }

    /// <summary>What the number says of the indicator.</summary>
    public required Measure Measure
    {
        get => finding.Measure;
        init => finding.Measure = value;
    }

    /// <summary>The value in its base unit, or null for a target without a number (与经济增长同步).</summary>
    public Quantity? Quantity
    {
        get => finding.Unit is { } unit ? new Quantity(finding.Low, finding.High, finding.Bound, unit) : null;
        init => (finding.Low, finding.High, finding.Bound, finding.Unit) = value is { } quantity
            ? (quantity.Low, quantity.High, quantity.Bound, quantity.Unit) : default;
    }

    /// <summary>Promised or reached.</summary>
    public required Status Status
    {
        get => finding.Status;
        init => finding.Status = value;
    }

    /// <summary>How firmly a target is stated, or null where the text does not say.</summary>
    public Modality? Modality
    {
        get => finding.Modality;
        init => finding.Modality = value;
    }

    /// <summary>The years it speaks of, or null where the text cannot tell.</summary>
    public Period? Period
    {
        get => finding.Period;
        init => finding.Period = value;
    }

    /// <summary>Whose number it is.</summary>
    public required Scope Scope
    {
        get => finding.Scope;
        init => finding.Scope = value;
    }

    /// <summary>The place as named in the text (全省, 昆山), or null.</summary>
    public string? Place
    {
        get => finding.Place;
        init => finding.Place = value;
    }

    /// <summary>GB/T 2260 code of the place the number is about, or null where it has none or is not known.</summary>
    public string? RegionCode
    {
        get => finding.RegionCode;
        init => finding.RegionCode = value;
    }

    /// <summary>Name of the rule that bound the number to the indicator.</summary>
    public required string Rule
    {
        get => finding.Rule;
        init => (finding.GivenRule, finding.RuleNumber) = (value, 0);
    }

    /// <summary>Where its subject, status and years come from.</summary>
    public required Derivation Derivation
    {
        get => finding.Derivation;
        init => finding.GivenDerivation = value;
    }

    /// <summary>Probability, from 0 to 1, that every field is right; calibrated on annotated reports.</summary>
    public required decimal Confidence
    {
        get => finding.Confidence;
        init => finding.Confidence = value;
    }

    /// <summary>All of it.</summary>
    internal ref readonly Finding Finding => ref finding;
}
