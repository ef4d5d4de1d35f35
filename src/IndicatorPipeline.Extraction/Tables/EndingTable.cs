using System.Numerics;
using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Endings as a tree from their last character back, so that a name is read from its end only as far as any ending goes.</summary>
/// <remarks>Made without collections of values of our own, whose code would be compiled at every start of the program.</remarks>
internal sealed class EndingTable
{
    private const int None = ushort.MaxValue;
    private const int BitsOfRank = 16;
    private const int BitsOfKey = 32;
    private const int BitsOfWord = 64;

    // A longer ending goes on behind the step: elsewhere no next one need be looked for, in memory that is mostly far.
    private const ulong GoesOn = 1UL << 15;

    // The first steps of the tree, each over the last two characters of a name or over the last alone where it is all of an ending, and those that go
    // on. From the highest bit: 32 of what is stepped over, the two characters or the place and the character before it, 16 of the rank of the ending
    // that goes so far, one that tells whether any goes on, 15 of the place behind. A step stands in the slot of its hash or soon behind.
    private readonly ulong[] firsts;
    private readonly ulong[] steps;

    // Which first steps there are, by their hash: so little memory that it stays near, and most names have no ending.
    private readonly ulong[] lasts;
    private readonly int lastsShift;

    /// <param name="endings">The endings in the order in which they are to be tried, fewer than 16 bits count, of fewer characters than 15 bits
    /// count.</param>
    public EndingTable(string[] endings)
    {
        var characters = 0;
        foreach (var ending in endings) characters += ending.Length;
        // Many endings end alike: there are fewer steps than endings and characters, and always an empty slot.
        firsts = new ulong[BitOperations.RoundUpToPowerOf2((uint)(2 + endings.Length))];
        steps = new ulong[BitOperations.RoundUpToPowerOf2((uint)(2 + Math.Max(0, characters - endings.Length)))];
        lasts = new ulong[Math.Max(1, 2 * BitOperations.RoundUpToPowerOf2((uint)(2 + characters)) / BitsOfWord)];
        lastsShift = BitOperations.LeadingZeroCount((uint)(lasts.Length * BitsOfWord)) + 1;
        var places = 0;
        for (var rank = 0; rank < endings.Length; rank++)
        {
            var text = endings[rank];
            var key = Last(text);
            var edge = Edge(key);
            lasts[edge / BitsOfWord] |= 1UL << (int)(edge % BitsOfWord);
            ref var step = ref Step(firsts, key);
            for (var i = text.Length - 2; ; i--)
            {
                if (step == 0) step = ((ulong)key << BitsOfKey) | ((ulong)None << BitsOfRank) | (ushort)checked((short)places++);
                if (i <= 0) break;
                step |= GoesOn;
                key = Key(PlaceOf(step), text[i - 1]);
                step = ref Step(steps, key);
            }

            if (RankOf(step) == None) step ^= (ulong)(None ^ rank) << BitsOfRank;
        }

        steps = Dense(steps);
    }

    /// <summary>Whether <paramref name="name"/> has any of the endings.</summary>
    public bool IsEndOf(ReadOnlySpan<char> name)
    {
        var from = 0;
        return Next(name, ref from) > 0;
    }

    /// <summary>Number of characters of the first ending from <paramref name="from"/> on, in the order in which they are tried, that <paramref
    /// name="name"/> has; moves behind it. 0 where there is none.</summary>
    public int Next(ReadOnlySpan<char> name, ref int from)
    {
        var (first, length) = (None, 0);
        if (!name.IsEmpty && May(name[^1]) && Step(firsts, name[^1]) is > 0 and var last && RankOf(last) is var only and < None && only >= from)
            (first, length) = (only, 1);
        if (name.Length > 1 && May(Last(name)))
        {
            var step = Step(firsts, Last(name));
            for (var passed = 2; step != 0; passed++)
            {
                if (RankOf(step) is var rank && rank >= from && rank < first) (first, length) = (rank, passed);
                if ((step & GoesOn) == 0 || passed == name.Length) break;
                step = Step(steps, Key(PlaceOf(step), name[^(passed + 1)]));
            }
        }

        if (length > 0) from = first + 1;
        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool May(uint last) => Edge(last) is var edge && (lasts[edge / BitsOfWord] & (1UL << (int)(edge % BitsOfWord))) != 0;

    private uint Edge(uint last) => unchecked(last * 0x9E3779B1) >> lastsShift;

    // The last two characters, or the one that there is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Last(ReadOnlySpan<char> name) => name.Length > 1 ? Key(name[^1], name[^2]) : name[^1];

    private static int PlaceOf(ulong step) => unchecked((int)(step & (GoesOn - 1)));

    private static int RankOf(ulong step) => unchecked((ushort)(step >> BitsOfRank));

    // The step, or the empty slot where it would stand.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref ulong Step(ulong[] table, uint key)
    {
        for (var slot = unchecked(key * 0x9E3779B1) >> 16; ; slot = unchecked(slot + 1))
        {
            ref var step = ref table[slot & (uint)(table.Length - 1)];
            if (step == 0 || step >> BitsOfKey == key) return ref step;
        }
    }

    // The same steps in as little memory as leaves one slot in three free.
    private static ulong[] Dense(ulong[] table)
    {
        var known = 0;
        foreach (var step in table)
            if (step != 0) known++;
        var dense = new ulong[BitOperations.RoundUpToPowerOf2((uint)(1 + (known * 3 / 2)))];
        foreach (var step in table)
            if (step != 0) Step(dense, (uint)(step >> BitsOfKey)) = step;
        return dense;
    }

    private static uint Key(int before, char character) => unchecked((uint)before << 16) | character;
}
