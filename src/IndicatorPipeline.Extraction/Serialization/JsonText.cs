using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>Writes texts as they stand between the quotes of a JSON string in UTF-8, eight characters at a time, letters of one and of three bytes in
/// any mixture.</summary>
internal sealed class JsonText
{
    /// <summary>A UTF-16 code unit becomes at most so many bytes.</summary>
    public const int LongestEscape = 6;

    private const int Step = 8;
    private const int Half = Step / 2;
    private const int LongestLetter = 3;

    // For each set of letters of one byte among four: where in the four words the bytes to be written stand.
    private readonly byte[] packings = new byte[(1 << Half) * Vector128<byte>.Count];

    public JsonText()
    {
        for (var set = 0; set < 1 << Half; set++)
        {
            var at = set * Vector128<byte>.Count;
            for (var letter = 0; letter < Half; letter++)
            {
                var length = (set >> letter & 1) == 1 ? 1 : LongestLetter;
                for (var i = 0; i < length; i++) packings[at++] = (byte)((letter * sizeof(int)) + i);
            }
        }
    }

    /// <summary>Writes all of <paramref name="text"/>.</summary>
    /// <inheritdoc cref="Write(Span{byte}, int, ReadOnlySpan{char}, int, int)"/>
    public int Write(Span<byte> to, int at, ReadOnlySpan<char> text) => Write(to, at, text, 0, text.Length);

    /// <summary>
    /// Writes what of <paramref name="text"/> stands from <paramref name="start"/> to <paramref name="end"/>, from <paramref name="at"/> on, and
    /// returns the offset behind it; needs room for <see cref="LongestEscape"/> bytes a character and a vector more.
    /// </summary>
    public int Write(Span<byte> to, int at, ReadOnlySpan<char> text, int start, int end)
    {
        // No offset comes near the greatest number: text and bytes are in memory.
        unchecked
        {
            var i = start;
            while (i + Step <= end)
            {
                var letters = Load(text, i);
                if (IsRare(letters, out var ones)) (at, i) = WriteEach(to, at, text[..end], i, Step);
                else (at, i) = (Write(to, at, letters, ones), i + Step);
            }

            if (i == end) return at;
            // Blanks behind the last letter, of one byte each.
            var last = Vector128.ConditionalSelect(Vector128.LessThan(Vector128<short>.Indices, Vector128.Create((short)(end - i))).AsUInt16(),
                Eight(text, i), Vector128.Create((ushort)' '));
            return IsRare(last, out var few) ? WriteEach(to, at, text[..end], i, end - i).To : Write(to, at, last, few) - (Step - (end - i));
        }
    }

    // Whether a letter must be escaped, is of two bytes or is half a character; and which are of one byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsRare(Vector128<ushort> letters, out Vector128<short> ones)
    {
        // Signs from the blank to the tilde, compared as what can be negative, for which there is an instruction.
        ones = Vector128.LessThan((letters - Vector128.Create((ushort)(0x8000 + ' '))).AsInt16(), Vector128.Create((short)('~' + 1 - ' ' - 0x8000)));
        var high = letters & Vector128.Create((ushort)0xF800);
        var rare = Vector128.AndNot(Vector128.Equals(high, Vector128<ushort>.Zero), ones.AsUInt16())
            | Vector128.Equals(letters, Vector128.Create((ushort)'"'))
            | Vector128.Equals(letters, Vector128.Create((ushort)'\\'))
            | Vector128.Equals(high, Vector128.Create((ushort)0xD800));
        return rare != Vector128<ushort>.Zero;
    }

    // Eight letters of one byte and of three.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Write(Span<byte> to, int at, Vector128<ushort> letters, Vector128<short> ones)
    {
        var wide = Vector256.Create(Vector128.WidenLower(letters), Vector128.WidenUpper(letters));
        var threes =
            Vector256.Create(0x8080E0u) | (wide >>> 12) | ((wide << 2) & Vector256.Create(0x3F00u)) | ((wide << 16) & Vector256.Create(0x3F0000u));
        var words = Vector256.ConditionalSelect(Vector256.LessThan(wide.AsInt32(), Vector256.Create(0x80)).AsUInt32(), wide, threes).AsByte();
        var set = (int)ones.ExtractMostSignificantBits();
        at = Pack(to, at, words.GetLower(), set & ((1 << Half) - 1));
        return Pack(to, at, words.GetUpper(), set >> Half);
    }

    // Eight letters from the offset on, or as many as there are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Eight(ReadOnlySpan<char> text, int at) => unchecked(at + Step <= text.Length) ? Load(text, at) : Last(text, at);

    private static Vector128<ushort> Last(ReadOnlySpan<char> text, int at)
    {
        if (text.Length >= Step)
            return Vector128.Shuffle(Load(text, text.Length - Step), Vector128<ushort>.Indices + Vector128.Create((ushort)(at + Step - text.Length)));
        var (low, high) = (0UL, 0UL);
        for (var i = text.Length - 1; i >= at; i--) (low, high) = ((low << 16) | text[i], (high << 16) | (low >> 48));
        return Vector128.Create(low, high).AsUInt16();
    }

    // All eight stand in the text.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Load(ReadOnlySpan<char> text, int at) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text)), (uint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Pack(Span<byte> to, int at, Vector128<byte> words, int set)
    {
        unchecked
        {
            Vector128.ShuffleNative(words, Vector128.LoadUnsafe(ref packings[set * Vector128<byte>.Count])).StoreUnsafe(ref to[at]);
            return at + (Half * LongestLetter) - ((LongestLetter - 1) * BitOperations.PopCount((uint)set));
        }
    }

    // Returns the offsets behind what was written and what was read.
    private static (int To, int From) WriteEach(Span<byte> to, int at, ReadOnlySpan<char> text, int i, int count)
    {
        for (var end = i + count; i < end;)
        {
            // Of half a character, the sign for what cannot be written.
            Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
            i += length;
            if (rune.Value is >= ' ' and not ('"' or '\\' or '\u007F'))
            {
                at += rune.EncodeToUtf8(to[at..]);
                continue;
            }

            to[at++] = (byte)'\\';
            at += Escape((byte)rune.Value, to[at..]);
        }

        return (at, i);
    }

    private static int Escape(byte letter, Span<byte> to)
    {
        if ((letter switch { (byte)'\n' => 'n', (byte)'\r' => 'r', (byte)'\t' => 't', (byte)'"' or (byte)'\\' => (char)letter, _ => '\0' }) is > '\0'
            and var sign)
        {
            to[0] = (byte)sign;
            return 1;
        }

        "u00"u8.CopyTo(to);
        to[3] = "0123456789abcdef"u8[letter >> 4];
        to[4] = "0123456789abcdef"u8[letter & 15];
        return 5;
    }
}
