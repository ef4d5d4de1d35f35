using System.Buffers.Binary;

namespace IndicatorPipeline.Extraction.Text.Copies;

/// <summary>
/// The smallest hashes of a set: a sample of it that is the same sample for every set that shares its members, so that two
/// sketches tell what share of one set lies in the other.
/// </summary>
/// <remarks>Bottom-k MinHash: A. Broder, On the resemblance and containment of documents (1997). Values are distinct and rise.</remarks>
internal readonly struct Sketch
{
    private readonly uint[] values;
    private readonly int most;

    private Sketch(uint[] values, int most)
    {
        this.values = values;
        this.most = most;
    }

    /// <summary>The hashes, rising.</summary>
    public ReadOnlySpan<uint> Values => values;

    /// <summary>Everything at or below this hash is in the sketch.</summary>
    private uint Reach => values.Length < most ? uint.MaxValue : values[^1];

    /// <summary>The <paramref name="most"/> smallest distinct values of <paramref name="hashes"/>, which is sorted in place.</summary>
    public static Sketch Of(Span<uint> hashes, int most)
    {
        hashes.Sort();
        var kept = new uint[Math.Min(hashes.Length, most)];
        var count = 0;
        foreach (var hash in hashes)
        {
            if (count == most) break;
            if (count == 0 || kept[count - 1] != hash) kept[count++] = hash;
        }

        Array.Resize(ref kept, count);
        return new Sketch(kept, most);
    }

    /// <summary>Of this set's members, how many were looked for in the other's and how many were found.</summary>
    public (int Sought, int Found) In(Sketch other)
    {
        var reach = Math.Min(Reach, other.Reach);
        var (sought, found, at) = (0, 0, 0);
        foreach (var value in values)
        {
            if (value > reach) break;
            sought++;
            while (at < other.values.Length && other.values[at] < value) at++;
            if (at < other.values.Length && other.values[at] == value) found++;
        }

        return (sought, found);
    }

    public int Size => 2 + (4 * values.Length);

    public int Write(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)values.Length);
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(target[(2 + (4 * i))..], values[i]);
        return Size;
    }

    /// <summary>Reads what <see cref="Write"/> wrote and moves <paramref name="source"/> behind it; false if it is no sketch.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> source, int most, out Sketch sketch)
    {
        sketch = default;
        if (source.Length < 2) return false;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(source);
        if (count > most || source.Length < 2 + (4 * count)) return false;
        var values = new uint[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = BinaryPrimitives.ReadUInt32LittleEndian(source[(2 + (4 * i))..]);
            if (i > 0 && values[i] <= values[i - 1]) return false;
        }

        source = source[(2 + (4 * count))..];
        sketch = new Sketch(values, most);
        return true;
    }
}
