using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>A number as written, without its unit.</summary>
/// <param name="Start">Offset of the first code unit, in the folded text.</param>
/// <param name="End">Offset behind the last.</param>
/// <param name="Low">The value; the lower one for 两三.</param>
/// <param name="High">The value; the upper one for 两三.</param>
/// <param name="Traits">What the writing says besides.</param>
/// <remarks>It is written where it is kept: to copy what has just been written field by field would have to wait for it.</remarks>
internal record struct Numeral(int Start, int End, decimal Low, decimal High, NumeralTraits Traits)
{
    /// <inheritdoc cref="Numeral(int, int, decimal, decimal, NumeralTraits)"/>
    public decimal Low = Low;

    /// <inheritdoc cref="Numeral(int, int, decimal, decimal, NumeralTraits)"/>
    public decimal High = High;

    /// <summary>Whether it has been read.</summary>
    public readonly bool IsRead => End > 0;

    /// <summary>Writes all of it.</summary>
    /// <returns>The offset behind it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Set(int start, int end, in decimal low, in decimal high, NumeralTraits traits)
    {
        (Start, End, Traits) = (start, end, traits);
        Low = low;
        High = high;
        return end;
    }

    /// <summary>Writes all of a number of at least 0, given as its digits and how many of them stand behind the point.</summary>
    /// <returns>The offset behind it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SetDigits(int start, int end, ulong digits, int places, NumeralTraits traits) => SetDigits(start, end, digits, digits, places, traits);

    /// <summary>The same for one with an upper value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SetDigits(int start, int end, ulong low, ulong high, int places, NumeralTraits traits)
    {
        (Start, End, Traits) = (start, end, traits);
        DecimalDigits.Write(out Low, low, places);
        DecimalDigits.Write(out High, high, places);
        return end;
    }

    /// <summary>Whether all of <paramref name="traits"/> hold.</summary>
    public readonly bool Is(NumeralTraits traits) => (Traits & traits) == traits;
}
