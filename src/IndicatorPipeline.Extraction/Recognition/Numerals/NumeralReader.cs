using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>Finds the numbers of a folded text: Arabic, Chinese and mixed, with scales, fractions and doublings.</summary>
/// <remarks>
/// What comes in is folded text; what goes out are <see cref="Numeral"/>s in its order, not overlapping. Whether a number is a
/// quantity, a date or a slogan is not decided here.
/// </remarks>
internal static partial class NumeralReader
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static char At(ReadOnlySpan<char> text, int at) => unchecked((uint)at) < (uint)text.Length ? text[at] : '\0';
}
