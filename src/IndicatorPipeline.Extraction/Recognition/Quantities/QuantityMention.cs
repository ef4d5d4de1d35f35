using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Recognition.Quantities;

/// <summary>A number with its unit, as written: the value is in base units, without a sign but for a minus before the numeral; no bound is applied
/// yet.</summary>
/// <param name="Start">Offset in the folded text of the numeral.</param>
/// <param name="End">Offset behind the unit.</param>
/// <param name="Low">Value in base units; the lower end of a range.</param>
/// <param name="High">Value in base units; the upper end of a range.</param>
/// <param name="Unit">The unit, or null for a bare number (60万).</param>
/// <param name="Per">Code of the denominator of a compound unit (元/亩: m2), or null.</param>
/// <param name="Traits">What the writing of the number says.</param>
/// <param name="IsRange">Whether two numbers were written.</param>
/// <remarks>Like a <see cref="Numeral"/> it is written where it is kept.</remarks>
internal record struct QuantityMention(
    int Start,
    int End,
    decimal Low,
    decimal High,
    UnitTerm? Unit,
    string? Per,
    NumeralTraits Traits,
    bool IsRange)
{
    /// <summary>Writes all of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int start, int end, in decimal low, in decimal high, UnitTerm? unit, string? per, NumeralTraits traits, bool isRange)
    {
        (Start, End, Traits, IsRange) = (start, end, traits, isRange);
        Low = low;
        High = high;
        Unit = unit;
        Per = per;
    }

    /// <summary>Whether <paramref name="trait"/> holds.</summary>
    public readonly bool Is(NumeralTraits trait) => (Traits & trait) != 0;

    /// <summary>What it measures; none for a bare number.</summary>
    public readonly Dimension Dimension => Unit?.Dimension ?? Dimension.None;

    /// <summary>Whether it is a percentage.</summary>
    public readonly bool IsPercent => Unit is { Dimension: Dimension.Ratio };
}
