using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Resolution;

namespace IndicatorPipeline.Extraction;

/// <summary>What an <see cref="Observation"/> holds, field by field, where it is found: for who writes it down at once and keeps nothing.</summary>
internal record struct Finding
{
    public SourceDocument Document;
    public Speech Speech;
    public TextSpan Span;
    public TextSpan QuoteSpan;

    /// <summary>Where the name stands as one stretch without noise; elsewhere it is given.</summary>
    public TextSpan NameSpan;

    /// <summary>The name where it is not one stretch of text, else null.</summary>
    public string? GivenName;

    public string? Indicator;
    public string? OpenIndicator;

    /// <summary>Number of the catalogue's row of either; 0 where it has none or it is not known.</summary>
    public int Row;

    public Measure Measure;
    public decimal Low;
    public decimal High;
    public Bound Bound;

    /// <summary>Code of the base unit; null for a target without a number.</summary>
    public string? Unit;

    public Status Status;
    public Modality? Modality;
    public Period? Period;
    public Scope Scope;
    public string? Place;
    public string? RegionCode;

    /// <summary>Number of the rule, from 1; 0 where its name is given.</summary>
    public int RuleNumber;

    /// <summary>The name of the rule where it has no number, else null.</summary>
    public string? GivenRule;

    public SubjectSource SubjectSource;
    public StatusReason StatusReason;
    public PeriodReason PeriodReason;

    /// <summary>Where its subject, status and years come from, if other than the reasons say.</summary>
    public Derivation? GivenDerivation;

    public decimal Confidence;

    /// <summary>The name of the rule.</summary>
    public readonly string Rule => GivenRule ?? RuleNames.All[RuleNumber - 1];

    /// <summary>Where its subject, status and years come from.</summary>
    public readonly Derivation Derivation => GivenDerivation ?? new Derivation(
        Reasons.OfSubject[(int)SubjectSource], Reasons.OfStatus[(int)StatusReason], Reasons.OfPeriod[(int)PeriodReason]);

    /// <summary>The name, not copied: a text and where in it the name stands.</summary>
    public readonly (string Text, TextSpan Span) Name
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => GivenName is { } given ? (given, new TextSpan(0, given.Length)) : (Document.Text, NameSpan);
    }
}
