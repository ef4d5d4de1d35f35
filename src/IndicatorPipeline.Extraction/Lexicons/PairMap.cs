using System.Numerics;
using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>
/// What is known of the pairs of characters that words of two or more begin with; the default is what is known of no pair. In front of the pairs stands
/// one bit for each hash of a pair, small enough to stay in the processor's first cache: most pairs of a text begin no word.
/// </summary>
/// <typeparam name="T">Kept beside its pair: with 12 bytes or less, both are read at once.</typeparam>
internal sealed class PairMap<T>
    where T : struct
{
    private const int Bits = 17;

    private readonly ulong[] hints = new ulong[1 << (Bits - 6)];
    private readonly (uint Pair, T Value)[] slots;

    /// <param name="count">How many pairs will be added, at most.</param>
    public PairMap(int count) => slots = new (uint, T)[BitOperations.RoundUpToPowerOf2((uint)count * 2)];

    /// <summary>Puts a pair in, or gives one that is in another value. No character of a pair may be NUL.</summary>
    public void Add(char first, char second, in T value)
    {
        var pair = Pair(first, second);
        var bit = Hash(pair);
        hints[bit >> 6] |= 1UL << (int)(bit & 63);
        slots[Slot(pair)] = (pair, value);
    }

    /// <summary>False where no word begins with the pair; true where one does, and by chance at one place in twenty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(char first, char second)
    {
        var bit = Hash(Pair(first, second));
        return (hints[bit >> 6] >> (int)(bit & 63) & 1) != 0;
    }

    /// <summary>What is known of the pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly T Find(char first, char second) => ref slots[Slot(Pair(first, second))].Value;

    // Where the pair is, or the free place where it would be.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Slot(uint pair)
    {
        var mask = (uint)slots.Length - 1;
        var at = Hash(pair) & mask;
        while (slots[at].Pair != pair && slots[at].Pair != 0) at = (at + 1) & mask;
        return at;
    }

    private static uint Pair(char first, char second) => ((uint)first << 16) | second;

    private static uint Hash(uint pair) => unchecked(pair * 2654435769u) >> (32 - Bits);
}
