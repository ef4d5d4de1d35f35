using System.Numerics;
using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Endings as a tree from their last character back, so that a name is read from its end only as far as any ending goes.</summary>
/// <remarks>Made without collections of values of our own, whose code would be compiled at every start of the program.</remarks>
internal sealed class EndingTable
{
    private const int None = ushort.MaxValue;
    private const int BitsOfWord = 64;

    // A longer ending goes on behind the step: elsewhere no next one need be looked for, in memory that is mostly far.
    private const ulong GoesOn = 1UL << 15;

    private readonly Ending[] endings;

    // The steps of the tree. From the highest bit: 32 of the place and the character before it, 16 of the rank of the ending that goes so far, one
    // that tells whether any goes on, 15 of the place behind. A step stands in the slot of its hash or soon behind.
    private readonly ulong[] steps;
    private readonly int shift;

    // Which two characters the endings have last, or which one where it is all of the ending, by their hash: so little memory that it stays near, and
    // most names have no ending.
    private readonly ulong[] lasts;
    private readonly int lastsShift;

    /// <param name="endings">The endings in the order in which they are to be tried, fewer than 16 bits count, of fewer characters than 15 bits
    /// count.</param>
    public EndingTable(IEnumerable<Ending> endings)
    {
        this.endings = [.. endings];
        var characters = 0;
        foreach (var ending in this.endings) characters += ending.Text.Length;
        // Many endings end alike: there are fewer steps than characters, and always an empty slot.
        steps = new ulong[BitOperations.RoundUpToPowerOf2((uint)(2 + characters))];
        shift = BitOperations.LeadingZeroCount((uint)steps.Length) + 1;
        lasts = new ulong[Math.Max(1, 2 * steps.Length / BitsOfWord)];
        lastsShift = BitOperations.LeadingZeroCount((uint)(lasts.Length * BitsOfWord)) + 1;
        var places = 1;
        for (var rank = 0; rank < this.endings.Length; rank++)
        {
            var text = this.endings[rank].Text;
            var edge = Edge(text[^1], text.Length > 1 ? text[^2] : '\0');
            lasts[edge / BitsOfWord] |= 1UL << (int)(edge % BitsOfWord);
            var place = 0;
            for (var i = text.Length - 1; i >= 0; i--)
            {
                ref var step = ref Step(place, text[i]);
                if (step == 0) step = ((ulong)Key(place, text[i]) << 32) | ((ulong)None << 16) | (ushort)checked((short)places++);
                if (i > 0) step |= GoesOn;
                place = PlaceOf(step);
                if (i == 0 && RankOf(step) == None) step ^= (ulong)(None ^ rank) << 16;
            }
        }
    }

    /// <param name="words">Endings that tell nothing but that a name has them.</param>
    public EndingTable(string[] words)
        : this(words.Select(static word => new Ending(word, [])))
    {
    }

    /// <summary>Whether <paramref name="name"/> has any of the endings.</summary>
    public bool IsEndOf(ReadOnlySpan<char> name)
    {
        var from = 0;
        return Next(name, ref from) is not null;
    }

    /// <summary>The first ending from <paramref name="from"/> on that <paramref name="name"/> has; moves behind it. Null where there is
    /// none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Ending? Next(ReadOnlySpan<char> name, ref int from) =>
        name.Length > 1 && !May(name[^1], name[^2]) && !May(name[^1], '\0') ? null : Walk(name, ref from);

    private Ending? Walk(ReadOnlySpan<char> name, ref int from)
    {
        var first = None;
        var place = 0;
        for (var i = name.Length - 1; i >= 0; i--)
        {
            var step = Step(place, name[i]);
            if (step == 0) break;
            place = PlaceOf(step);
            if (RankOf(step) is var rank && rank >= from && rank < first) first = rank;
            if ((step & GoesOn) == 0) break;
        }

        if (first == None) return null;
        from = first + 1;
        return endings[first];
    }

    private bool May(char last, char before) => Edge(last, before) is var edge && (lasts[edge / BitsOfWord] & (1UL << (int)(edge % BitsOfWord))) != 0;

    private uint Edge(char last, char before) => unchecked((((uint)last << 16) | before) * 0x9E3779B1) >> lastsShift;

    private static int PlaceOf(ulong step) => unchecked((int)(step & (GoesOn - 1)));

    private static int RankOf(ulong step) => unchecked((ushort)(step >> 16));

    // The step, or the empty slot where it would stand.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ulong Step(int place, char character)
    {
        var key = Key(place, character);
        for (var slot = unchecked(key * 0x9E3779B1) >> shift; ; slot = unchecked(slot + 1))
        {
            ref var step = ref steps[slot & (uint)(steps.Length - 1)];
            if (step == 0 || step >> 32 == key) return ref step;
        }
    }

    private static uint Key(int place, char character) => unchecked((uint)place << 16) | character;
}
