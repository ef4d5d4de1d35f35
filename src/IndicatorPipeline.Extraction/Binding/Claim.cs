using IndicatorPipeline.Extraction.Binding.Rules;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>A number bound to what it speaks of, before anything outside the text is known.</summary>
internal struct Claim
{
    /// <summary>Index of its token in the sentence.</summary>
    public int Token;

    /// <summary>Offset in the folded text of the value.</summary>
    public int Start;

    /// <summary>Offset behind the value.</summary>
    public int End;

    /// <summary>What it speaks of.</summary>
    public Subject Subject;

    /// <summary>The verb that makes the subject a new one (新建, 新认定) and belongs to its name; empty where there is none.</summary>
    public TextSpan Verb;

    /// <summary>What it says of the subject.</summary>
    public Measure Measure;

    /// <summary>Signed value, lower end; meaningless for a phrase.</summary>
    public decimal Low;

    /// <summary>Signed value, upper end.</summary>
    public decimal High;

    /// <summary>How the number limits the quantity.</summary>
    public Bound Bound;

    /// <summary>Code of the unit, or null for a goal without a number.</summary>
    public string? Unit;

    /// <summary>Whether its words say that it is the level before a change (由245元).</summary>
    public bool IsOld;

    /// <summary>Whether its words say that it had been planned (超过原定的2万亿元).</summary>
    public bool IsPlanned;

    /// <summary>Whether it is a state (达到, 突破), which belongs to the last year of a span, or a sum.</summary>
    public bool IsState;

    /// <summary>Token of the place it is about, or −1.</summary>
    public int Place;

    /// <summary>Index of the time that its own words give, or −1.</summary>
    public int Time;

    /// <summary>The rule that bound it.</summary>
    public RuleKind Rule;

    /// <summary>Where its subject stands.</summary>
    public SubjectSource Source;
}
