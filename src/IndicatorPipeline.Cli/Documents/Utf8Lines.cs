namespace IndicatorPipeline.Cli.Documents;

/// <summary>The lines of a stream, read in large blocks into one buffer that grows to the longest line and no further.</summary>
internal sealed class Utf8Lines(Stream stream)
{
    /// <summary>In bytes. A longer line is skipped and reported: a stream without line ends must not fill the memory.</summary>
    public const int LongestLine = 256 << 20;

    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;
    private long _number;
    private bool _ended;

    public bool TryRead(out Utf8Line line)
    {
        var searched = _start;
        var tooLong = false;
        while (true)
        {
            var at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = Take(searched + at, tooLong);
                _start = searched + at + 1;
                return true;
            }

            if (_ended)
            {
                var rest = _end > _start || tooLong;
                line = rest ? Take(_end, tooLong) : default;
                _start = _end;
                return rest;
            }

            searched = Fill(ref tooLong);
        }
    }

    /// <summary>Reads one more block and returns from where on the line's end is still to be looked for.</summary>
    private int Fill(ref bool tooLong)
    {
        if (_end - _start >= LongestLine)
        {
            tooLong = true;
            _end = _start;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, LongestLine + 1));
        }

        var searched = _end;
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
        return searched;
    }

    private Utf8Line Take(int end, bool tooLong)
    {
        _number++;
        var bytes = _buffer.AsMemory(_start, end - _start);
        if (_number == 1 && bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        var kind = tooLong ? Utf8LineKind.TooLong : IsBlank(bytes.Span) ? Utf8LineKind.Blank : Utf8LineKind.Text;
        return new Utf8Line(_number, kind, bytes);
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
            if (one is not ((byte)' ' or (byte)'\t' or (byte)'\r')) return false;
        return true;
    }
}
