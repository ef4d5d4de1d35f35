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

    private readonly Ending[] endings;

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
    public EndingTable(IEnumerable<Ending> endings)
    {
        this.endings = [.. endings];
        var characters = 0;
        foreach (var ending in this.endings) characters += ending.Text.Length;
        // Many endings end alike: there are fewer steps than endings and characters, and always an empty slot.
        firsts = new ulong[BitOperations.RoundUpToPowerOf2((uint)(2 + this.endings.Length))];
        steps = new ulong[BitOperations.RoundUpToPowerOf2((uint)(2 + Math.Max(0, characters - this.endings.Length)))];
        lasts = new ulong[Math.Max(1, 2 * BitOperations.RoundUpToPowerOf2((uint)(2 + characters)) / BitsOfWord)];
        lastsShift = BitOperations.LeadingZeroCount((uint)(lasts.Length * BitsOfWord)) + 1;
        var places = 0;
        for (var rank = 0; rank < this.endings.Length; rank++)
        {
            var text = this.endings[rank].Text;
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
    public Ending? Next(ReadOnlySpan<char> name, ref int from)
    {
        var first = None;
        if (!name.IsEmpty && May(name[^1])) Walk(name, Step(firsts, name[^1]), from, ref first);
        if (name.Length > 1 && May(Last(name))) Walk(name, Step(firsts, Last(name)), from, ref first);
        if (first == None) return null;
        from = first + 1;
        return endings[first];
    }

    // From the first step on, or from none.
    private void Walk(ReadOnlySpan<char> name, ulong step, int from, ref int first)
    {
        for (var i = name.Length - 3; step != 0; i--)
        {
            if (RankOf(step) is var rank && rank >= from && rank < first) first = rank;
            if ((step & GoesOn) == 0 || i < 0) break;
            step = Step(steps, Key(PlaceOf(step), name[i]));
        }
    }

    private bool May(uint last) => Edge(last) is var edge && (lasts[edge / BitsOfWord] & (1UL << (int)(edge % BitsOfWord))) != 0;

    private uint Edge(uint last) => unchecked(last * 0x9E3779B1) >> lastsShift;

    // The last two characters, or the one that there is.
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

    private static uint Key(int before, char character) => unchecked((uint)before << 16) | character;
}
