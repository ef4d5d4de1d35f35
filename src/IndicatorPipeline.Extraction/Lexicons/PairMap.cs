using System.Numerics;
using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>
/// What is known of the pairs of characters that words of two or more begin with: a number above 0 for each. In front of them stands
/// one bit for each hash of a pair, small enough to stay in the processor's first cache: most pairs of a text begin no word.
/// </summary>
internal sealed class PairMap
{
    private const int Bits = 17;

    private readonly ulong[] hints = new ulong[1 << (Bits - 6)];
    private readonly (uint Pair, int Value)[] slots;

    /// <param name="count">How many pairs will be added, at most.</param>
    public PairMap(int count) => slots = new (uint, int)[BitOperations.RoundUpToPowerOf2((uint)count * 2)];

    /// <summary>Puts a pair in, or gives one that is in another number.</summary>
    public void Add(char first, char second, int value)
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

    /// <summary>The number of the pair, or 0.</summary>
    public int Find(char first, char second) => slots[Slot(Pair(first, second))].Value;

    // Where the pair is, or the free place where it would be.
    private uint Slot(uint pair)
    {
        var mask = (uint)slots.Length - 1;
        var at = Hash(pair) & mask;
        while (slots[at].Pair != pair && slots[at].Value != 0) at = (at + 1) & mask;
        return at;
    }

    private static uint Pair(char first, char second) => ((uint)first << 16) | second;

    private static uint Hash(uint pair) => unchecked(pair * 2654435769u) >> (32 - Bits);
}
