namespace IndicatorPipeline.Sources.Dumps;

/// <summary>
/// A record of CSV (RFC 4180): a line, but a quoted field may hold line ends. A quote in the middle of a field is an ordinary character.
/// </summary>
/// <remarks>
/// Comma, semicolon, tab, quote and line feed are never part of a longer character in UTF-8, GB18030 or Big5, so bytes can be looked at.
/// </remarks>
internal sealed class QuotedLineEnds(byte delimiter) : RecordEnds
{
    private State state;

    private enum State
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    /// <summary>Set after too many quotes that were never closed: then a quote is an ordinary character and a line is a record.</summary>
    public bool IgnoresQuotes { get; set; }

    public override bool IsOpen => state == State.Quoted;

    public override void Restart() => state = State.FieldStart;

    public override int Find(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            switch (state)
            {
                case State.Quoted:
                    var quote = bytes[i..].IndexOf((byte)'"');
                    if (quote < 0)
                        return -1;
                    i += quote;
                    state = State.QuoteInQuoted;
                    break;
                case State.QuoteInQuoted when b is not ((byte)'\n' or (byte)'\r') && b != delimiter:
                    // A doubled quote, or one that should have been doubled: the field goes on.
                    state = State.Quoted;
                    break;
                default:
                    if (b == '\n')
                        return i + 1;
                    state = b == delimiter ? State.FieldStart : b == '"' && state == State.FieldStart && !IgnoresQuotes ? State.Quoted : State.Plain;
                    break;
            }
        }

        return -1;
    }
}
