using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>Writes texts as they stand between the quotes of a JSON string in UTF-8, four characters at a time, letters of one and of three bytes in any mixture.</summary>
internal sealed class JsonText
{
    /// <summary>A UTF-16 code unit becomes at most so many bytes.</summary>
    public const int LongestEscape = 6;

    private const int Step = 4;
    private const int LongestLetter = 3;
    private const ulong Blanks = 0x0020_0020_0020_0020;

    // For each set of letters of one byte among the four: where in the four words the bytes to be written stand.
    private readonly byte[] packings = new byte[(1 << Step) * Vector128<byte>.Count];

    public JsonText()
    {
        for (var set = 0; set < 1 << Step; set++)
        {
            var at = set * Vector128<byte>.Count;
            for (var letter = 0; letter < Step; letter++)
            {
                var length = (set >> letter & 1) == 1 ? 1 : LongestLetter;
                for (var i = 0; i < length; i++) packings[at++] = (byte)((letter * sizeof(int)) + i);
            }
        }
    }

    /// <summary>Writes <paramref name="value"/> from <paramref name="at"/> on and returns the offset behind it; needs room for <see cref="LongestEscape"/> bytes a character and a vector more.</summary>
    public int Write(Span<byte> to, int at, ReadOnlySpan<char> value)
    {
        var i = 0;
        while (i < value.Length)
        {
            var left = value.Length - i;
            ulong four;
            if (left >= Step)
            {
                left = Step;
                four = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(value[i..]));
            }
            else
            {
                four = Blanks;
                for (var letter = left - 1; letter >= 0; letter--) four = (four << 16) | value[i + letter];
            }

            var letters = Vector128.WidenLower(Vector128.CreateScalarUnsafe(four).AsUInt16()).AsInt32();
            // What must be escaped, is of two bytes or is half a character.
            var rare = Vector128.LessThan(letters, Vector128.Create((int)' '))
                | Vector128.Equals(letters, Vector128.Create((int)'"'))
                | Vector128.Equals(letters, Vector128.Create((int)'\\'))
                | (Vector128.GreaterThan(letters, Vector128.Create((int)'~')) & Vector128.LessThan(letters, Vector128.Create(0x800)))
                | Vector128.Equals(letters & Vector128.Create(0xF800), Vector128.Create(0xD800));
            if (rare.ExtractMostSignificantBits() != 0)
            {
                at = WriteEach(to, at, value, ref i, left);
                continue;
            }

            var threes = Vector128.Create(0x8080E0) | (letters >>> 12) | ((letters << 2) & Vector128.Create(0x3F00)) | ((letters << 16) & Vector128.Create(0x3F0000));
            var ones = Vector128.LessThan(letters, Vector128.Create(0x80));
            var set = ones.ExtractMostSignificantBits();
            var packing = Vector128.LoadUnsafe(ref packings[(int)set * Vector128<byte>.Count]);
            var words = Vector128.ConditionalSelect(ones, letters, threes).AsByte();
            Vector128.Shuffle(words, packing).StoreUnsafe(ref to[at]);
            // The blanks behind the last letter are of one byte each.
            at += (Step * LongestLetter) - ((LongestLetter - 1) * BitOperations.PopCount(set)) - (Step - left);
            i += left;
        }

        return at;
    }

    private static int WriteEach(Span<byte> to, int at, ReadOnlySpan<char> value, ref int i, int count)
    {
        for (var end = i + count; i < end;)
        {
            // Of half a character, the sign for what cannot be written.
            Rune.DecodeFromUtf16(value[i..], out var rune, out var length);
            i += length;
            if (rune.Value is >= ' ' and not ('"' or '\\' or '\u007F'))
            {
                at += rune.EncodeToUtf8(to[at..]);
                continue;
            }

            to[at++] = (byte)'\\';
            at += Escape((byte)rune.Value, to[at..]);
        }

        return at;
    }

    private static int Escape(byte letter, Span<byte> to)
    {
        if ((letter switch { (byte)'\n' => 'n', (byte)'\r' => 'r', (byte)'\t' => 't', (byte)'"' or (byte)'\\' => (char)letter, _ => '\0' }) is > '\0' and var sign)
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
