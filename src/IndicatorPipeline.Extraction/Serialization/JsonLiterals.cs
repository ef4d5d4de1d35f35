using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>Writes the codes and names that tables and rules give, each made once: they are the same few strings, known by their identity.</summary>
/// <param name="texts">Writes what was not written before.</param>
internal sealed class JsonLiterals(JsonText texts)
{
    private const int Slots = 1 << 10;

    // A text that finds its slot taken by another is written letter by letter each time.
    private readonly (string? Text, JsonPiece Piece)[] literals = new (string?, JsonPiece)[Slots];

    /// <summary>Writes <paramref name="value"/> between quotes, or <c>null</c>, from <paramref name="at"/> on and returns the offset behind it; needs the room that <see cref="JsonText"/> needs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Write(Span<byte> to, int at, string? value)
    {
        if (value is null) return Null(to, at);
        ref readonly var literal = ref literals[Slot(value)];
        return ReferenceEquals(literal.Text, value) ? literal.Piece.Write(to, at) : Make(to, at, value);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Null(Span<byte> to, int at)
    {
        "null"u8.CopyTo(to[at..]);
        return at + "null"u8.Length;
    }

    private static int Slot(string value) => value.Length == 0 ? 0 : unchecked(value.Length + (value[^1] << 3) + (value[value.Length >> 1] << 5)) & (Slots - 1);

    private int Make(Span<byte> to, int at, string value)
    {
        var end = WriteOnce(to, at, value);
        ref var literal = ref literals[Slot(value)];
        if (literal.Text is null) literal = (value, new JsonPiece(to[at..end]));
        return end;
    }
}
