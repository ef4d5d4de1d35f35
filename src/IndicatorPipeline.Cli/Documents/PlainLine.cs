using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>
/// Reads the commonest line of a document, an object of nothing but strings with the known names, in one pass over its bytes.
/// Whatever else it meets it leaves to the careful reader, which also says what is wrong.
/// </summary>
internal ref struct PlainLine
{
    private readonly ReadOnlySpan<byte> line;
    private readonly Span<char> characters;
    private int at;

    private PlainLine(ReadOnlySpan<byte> line, Span<char> characters)
    {
        this.line = line;
        this.characters = characters;
    }

    /// <summary>Reads <paramref name="line"/>; false where the careful reader must.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out DocumentFields fields)
    {
        var characters = ArrayPool<char>.Shared.Rent(line.Length);
        try
        {
            return new PlainLine(line, characters).Read(fields = new DocumentFields());
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private bool Read(DocumentFields fields)
    {
        if (!Take((byte)'{')) return false;
        do
        {
            if (!Take((byte)'"')) return false;
            var length = line[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (length < 0 || line[at + length] != '"') return false;
            var name = line.Slice(at, length);
            at += length + 1;
            if (!Take((byte)':') || !Take((byte)'"') || Text() is not { } value || !fields.TrySet(name, value)) return false;
        }
        while (Take((byte)','));

        return Take((byte)'}') && IsBlank();
    }

    // Takes the mark behind blanks, if it is the next.
    private bool Take(byte mark)
    {
        SkipBlanks();
        if (at == line.Length || line[at] != mark) return false;
        at++;
        return true;
    }

    private bool IsBlank()
    {
        SkipBlanks();
        return at == line.Length;
    }

    private void SkipBlanks()
    {
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') at++;
    }

    // The string up to its closing quotation mark, behind which it moves; null where it has what is seldom or wrong.
    private string? Text()
    {
        var length = 0;
        while (true)
        {
            at += CommonStretch.Copy(line[at..], characters[length..], out var copied);
            length += copied;
            if (at == line.Length) return null;
            switch (line[at])
            {
                case (byte)'"':
                    at++;
                    return new string(characters[..length]);
                case (byte)'\\':
                    // One is often followed by the next: the line ends of an empty line.
                    do
                        if (!TryUnescape(out characters[length++])) return null;
                    while (at < line.Length && line[at] == '\\');
                    break;
                case < (byte)' ':
                    return null;
                default:
                    if (Rune.DecodeFromUtf8(line[at..], out var character, out var bytes) != OperationStatus.Done) return null;
                    at += bytes;
                    length += character.EncodeToUtf16(characters[length..]);
                    break;
            }
        }
    }

    private bool TryUnescape(out char character)
    {
        var kind = at + 1 < line.Length ? (char)line[at + 1] : '\0';
        at += 2;
        character = kind switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            '"' or '\\' or '/' => kind,
            _ => '\0',
        };
        if (kind != 'u') return character != '\0';
        if (line.Length - at < 4 || !Utf8Parser.TryParse(line.Slice(at, 4), out ushort code, out var digits, 'x') || digits != 4) return false;
        // Half a character, of which the other half must be looked for, is left to the careful reader.
        if (char.IsSurrogate((char)code)) return false;
        at += 4;
        character = (char)code;
        return true;
    }
}
