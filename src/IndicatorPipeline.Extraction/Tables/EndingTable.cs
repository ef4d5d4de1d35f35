using System.Numerics;
using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Endings as a tree from their last character back, so that a name is read from its end only as far as any ending goes.</summary>
/// <remarks>Made without collections of values of our own, whose code would be compiled at every start of the program.</remarks>
internal sealed class EndingTable
{
    private const int None = int.MaxValue;

    private readonly Ending[] endings;

    // Where in the order the ending stands that a place of the tree is the beginning of.
    private readonly int[] ranks;

    // The steps of the tree: the place and the character before, and in the lower half the place behind. A step stands in the slot of its hash or soon behind.
    private readonly ulong[] steps;

    /// <param name="endings">The endings in the order in which they are to be tried.</param>
    public EndingTable(IEnumerable<Ending> endings)
    {
        this.endings = [.. endings];
        var ranks = new List<int> { None };
        var characters = 0;
        foreach (var ending in this.endings) characters += ending.Text.Length;
        steps = new ulong[BitOperations.RoundUpToPowerOf2((uint)(2 + characters + (characters / 4)))];
        for (var rank = 0; rank < this.endings.Length; rank++)
        {
            var text = this.endings[rank].Text;
            var place = 0;
            for (var i = text.Length - 1; i >= 0; i--)
            {
                ref var step = ref Step(place, text[i]);
                if (step == 0)
                {
                    step = ((ulong)Key(place, text[i]) << 32) | (uint)ranks.Count;
                    ranks.Add(None);
                }

                place = (int)(uint)(step & uint.MaxValue);
            }

            ranks[place] = Math.Min(ranks[place], rank);
        }

        this.ranks = [.. ranks];
    }

    /// <summary>The first ending from <paramref name="from"/> on that <paramref name="name"/> has; moves behind it. Null where there is none.</summary>
    public Ending? Next(ReadOnlySpan<char> name, ref int from)
    {
        var first = None;
        var place = 0;
        for (var i = name.Length - 1; i >= 0; i--)
        {
            place = (int)(Step(place, name[i]) & uint.MaxValue);
            if (place == 0) break;
            if (ranks[place] is var rank && rank >= from && rank < first) first = rank;
        }

        if (first == None) return null;
        from = first + 1;
        return endings[first];
    }

    // The step, or the empty slot where it would stand.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ulong Step(int place, char character)
    {
        var key = Key(place, character);
        for (var slot = unchecked(key * 0x9E3779B1) >> (BitOperations.LeadingZeroCount((uint)steps.Length) + 1); ; slot++)
        {
            ref var step = ref steps[slot & (uint)(steps.Length - 1)];
            if (step == 0 || step >> 32 == key) return ref step;
        }
    }

    // There are fewer places than 16 bits count.
    private static uint Key(int place, char character) => ((uint)place << 16) | character;
}
