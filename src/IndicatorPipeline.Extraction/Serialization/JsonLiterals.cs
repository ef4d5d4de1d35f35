using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>Writes the codes and names that tables and rules give, each made once: they are the same few strings, known by their identity.</summary>
/// <param name="texts">Writes what was not written before.</param>
internal sealed class JsonLiterals(JsonText texts)
{
    private const int SlotBits = 10;
    private const int Row = 64;

    // Which text each slot has, and its row: the number of its bytes, then the bytes. A text that is longer or finds its slot taken is written letter
    // by letter each time.
    private readonly string?[] owners = new string?[1 << SlotBits];
    private readonly byte[] rows = new byte[(1 << SlotBits) * Row + Row];

    // The codes of the catalogue, each in the row of its number, or nothing there.
    private byte[] numbered = new byte[Row];

    /// <summary>Writes <paramref name="value"/> between quotes, or <c>null</c>, from <paramref name="at"/> on and returns the offset behind it; needs
    /// the room that <see cref="JsonText"/> needs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Write(Span<byte> to, int at, string? value)
    {
        if (value is null) return Null(to, at);
        var slot = Slot(value);
        ref var row = ref rows[slot * Row];
        return ReferenceEquals(owners[slot], value) ? JsonPiece.Copy(to, at, ref Unsafe.Add(ref row, 1), row) : Make(to, at, value);
    }

    /// <summary>The same for the code of the catalogue's row <paramref name="number"/>, without a look at its letters; 0 for any other
    /// text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Write(Span<byte> to, int at, string? value, int number)
    {
        if (value is null) return Null(to, at);
        if (!Has(number)) return Make(to, at, value, number);
        ref var row = ref numbered[number * Row];
        return JsonPiece.Copy(to, at, ref Unsafe.Add(ref row, 1), row);
    }

    /// <summary>The same for a text that will hardly come again.</summary>
    public int WriteOnce(Span<byte> to, int at, string? value)
    {
        if (value is null) return Null(to, at);
        to[at] = (byte)'"';
        at = texts.Write(to, at + 1, value);
        to[at] = (byte)'"';
        return at + 1;
    }

    // Whether the code of the catalogue's row has been written before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Has(int number) => number * Row < numbered.Length && numbered[number * Row] > 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Null(Span<byte> to, int at)
    {
        "null"u8.CopyTo(to[at..]);
        return at + "null"u8.Length;
    }

    // Most codes differ in their length, their middle or their end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Slot(string value)
    {
        var length = value.Length;
        return length == 0 ? 0 : unchecked((int)((uint)(length + (value[length - 1] << 7) + (value[length >> 1] << 13)
            + (value[length - (length >> 2) - 1] << 19)) * 0x9E3779B1 >> (32 - SlotBits)));
    }

    private int Make(Span<byte> to, int at, string value, int number)
    {
        if (number == 0) return Write(to, at, value);
        var end = WriteOnce(to, at, value);
        // A copy reads a row beyond.
        if ((number + 2) * Row > numbered.Length) Array.Resize(ref numbered, 2 * (number + 2) * Row);
        if (end - at < Row) Keep(numbered.AsSpan(number * Row), to[at..end]);
        return end;
    }

    private static void Keep(Span<byte> row, ReadOnlySpan<byte> text)
    {
        row[0] = (byte)text.Length;
        text.CopyTo(row[1..]);
    }

    private int Make(Span<byte> to, int at, string value)
    {
        var end = WriteOnce(to, at, value);
        var slot = Slot(value);
        if (owners[slot] is not null || end - at >= Row) return end;
        owners[slot] = value;
        Keep(rows.AsSpan(slot * Row), to[at..end]);
        return end;
    }
}
