using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>The digits of a decimal as a whole number, read and written where it is kept: what the base library makes is copied before it is
/// there.</summary>
/// <remarks>A decimal lies as the DECIMAL that other languages are handed: 16 bits, the places, the sign, the upper 32 of its 96 bits, the lower
/// 64.</remarks>
internal static class DecimalDigits
{
    private const int PlacesAt = 16;

    /// <summary>The digits of <paramref name="value"/>, without sign and point, and how many of them stand behind the point; false where they do not
    /// fit a long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(in decimal value, out ulong digits, out int places)
    {
        ref var words = ref Unsafe.As<decimal, ulong>(ref Unsafe.AsRef(in value));
        (digits, places) = (Unsafe.Add(ref words, 1), unchecked((byte)(words >> PlacesAt)));
        return words >> 32 == 0;
    }

    /// <summary>Whether both have the same sign, digits and places, so that they are written alike.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAlike(in decimal one, in decimal other)
    {
        ref var words = ref Unsafe.As<decimal, ulong>(ref Unsafe.AsRef(in one));
        ref var others = ref Unsafe.As<decimal, ulong>(ref Unsafe.AsRef(in other));
        return words == others && Unsafe.Add(ref words, 1) == Unsafe.Add(ref others, 1);
    }

    /// <summary>Makes <paramref name="value"/> a number of at least 0.</summary>
    /// <param name="value">What is written over.</param>
    /// <param name="digits">All its digits.</param>
    /// <param name="places">How many of them stand behind the point, at most 28.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(out decimal value, ulong digits, int places)
    {
        Unsafe.SkipInit(out value);
        ref var words = ref Unsafe.As<decimal, ulong>(ref value);
        words = (ulong)places << PlacesAt;
        Unsafe.Add(ref words, 1) = digits;
    }

    /// <summary>The number of at least 0 with these digits.</summary>
    public static decimal Of(ulong digits, int places)
    {
        Write(out var value, digits, places);
        return value;
    }
}
