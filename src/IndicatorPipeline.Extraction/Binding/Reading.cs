using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>All that the words around one number say, gathered before a rule decides.</summary>
internal ref struct Reading
{
    /// <summary>The number's token.</summary>
    public int Number;

    /// <summary>The number.</summary>
    public ref readonly QuantityMention Quantity;

    /// <summary>What it measures; none for a bare number.</summary>
    public Dimension Dimension;

    /// <summary>What stands before it.</summary>
    public LeftSide Left;

    /// <summary>First token of the nouns behind it (5个园区).</summary>
    public int RightStart;

    /// <summary>Token behind those nouns.</summary>
    public int RightEnd;

    /// <summary>What it speaks of.</summary>
    public Subject Subject;

    /// <summary>Whether the subject is the one of the number before.</summary>
    public bool Inherits;

    /// <summary>Where the subject was found; none where that is plain from the rest.</summary>
    public SubjectSource Source;

    /// <summary>How the number limits the quantity, before any sign.</summary>
    public Bound Bound;

    /// <summary>Whether it is the second or later member of a list of bare numbers (55%、49.7%和51.7%).</summary>
    public bool Continues;

    /// <summary>Whether nouns stand behind it.</summary>
    public readonly bool HasRight => RightEnd > RightStart;

    /// <summary>Whether it is a percentage.</summary>
    public readonly bool IsPercent => Dimension == Dimension.Ratio;

    /// <summary>Whether the number counts things.</summary>
    public readonly bool IsThing => Dimension == Dimension.Count;

    /// <summary>Whether it takes the noun behind it before the one in front, as a count does: 11家企业, 3.8万人稳定脱贫.</summary>
    public readonly bool IsCounted =>
        Dimension is Dimension.Count or Dimension.Persons or Dimension.Households or Dimension.None or Dimension.Area or Dimension.Length;
}
