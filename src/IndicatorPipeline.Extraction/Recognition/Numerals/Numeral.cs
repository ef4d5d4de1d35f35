namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>A number as written, without its unit.</summary>
/// <param name="Start">Offset of the first code unit, in the folded text.</param>
/// <param name="End">Offset behind the last.</param>
/// <param name="Low">The value; the lower one for 两三.</param>
/// <param name="High">The value; the upper one for 两三.</param>
/// <param name="Traits">What the writing says besides.</param>
internal readonly record struct Numeral(int Start, int End, decimal Low, decimal High, NumeralTraits Traits)
{
    /// <summary>Whether all of <paramref name="traits"/> hold.</summary>
    public bool Is(NumeralTraits traits) => (Traits & traits) == traits;
}
