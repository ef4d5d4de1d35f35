using System.Numerics;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Finds room in one array for the letters that follow each beginning of words, as close as they go.</summary>
/// <param name="letters">How many letters there are, 0 included.</param>
internal sealed class LexiconPlaces(int letters)
{
    // What no beginning's place is.
    private const ushort None = ushort.MaxValue;

    private const int Bits = 64;

    // A bit for each place that was given, and for each cell that is not free; whole numbers of bits, and one more to look into.
    private readonly ulong[] taken = new ulong[(None / Bits) + 2];
    private readonly ulong[] full = new ulong[((None + letters) / Bits) + 2];

    private ushort[] owners = new ushort[None + letters];

    // All cells before it are full.
    private int free = 1;

    // The last place that was given.
    private int last;

    // Beginnings with one follower are looked for so many cells back: those that could not be had for want of a place of its own may be had now.
    private const int Back = 8;

    // Where room was found last, and for how many.
    private int cell;
    private int many;

    /// <summary>By cell, the place of the beginning whose follower stands there; of a free cell, what is no such place. There is one for every letter
    /// behind every place.</summary>
    public ushort[] Owners()
    {
        Array.Resize(ref owners, last + letters);
        // A beginning that nothing follows has the place 0, and none of the cells there may seem to be its own.
        for (var i = 0; i < letters; i++)
            if (owners[i] == 0) owners[i] = None;
        return owners;
    }

    /// <summary>Takes the cells of some letters behind a place of their own, from 1, and returns it; 0 where there is no room.</summary>
    /// <param name="followers">The letters, at least one.</param>
    public ushort Take(ReadOnlySpan<ushort> followers)
    {
        while (free < None && (At(full, free) & 1) != 0) free++;
        cell = followers.Length == many ? Math.Max(cell - Back, free) : free;
        many = followers.Length;
        cell = Math.Max(cell, followers[0] + 1);
        for (var from = cell - followers[0]; from < None; from += Bits)
        {
            // As many places at once as a number has bits: where none of the cells behind it is full, there is room.
            var bad = At(taken, from);
            foreach (var letter in followers) bad |= At(full, from + letter);
            if (bad == ulong.MaxValue) continue;
            var place = from + BitOperations.TrailingZeroCount(~bad);
            if (place >= None) break;
            cell = place + followers[0];
            last = Math.Max(last, place);
            Set(taken, place);
            foreach (var letter in followers)
            {
                Set(full, place + letter);
                owners[place + letter] = (ushort)place;
            }

            return (ushort)place;
        }

        return 0;
    }

    // The bits from an offset on.
    private static ulong At(ulong[] bits, int offset) =>
        (bits[offset / Bits] >> (offset % Bits)) | (bits[(offset / Bits) + 1] << 1 << (Bits - 1 - (offset % Bits)));

    private static void Set(ulong[] bits, int offset) => bits[offset / Bits] |= 1UL << (offset % Bits);
}
