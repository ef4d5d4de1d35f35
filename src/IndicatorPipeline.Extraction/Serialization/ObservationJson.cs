using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>
/// Writes observations as JSON objects in UTF-8, one a line, straight into a buffer. The names and their order are relied on by
/// outside readers. One instance serves one thread; it remembers the quote it wrote last, which the numbers of one sentence share.
/// </summary>
public sealed class ObservationJson
{
    // Longest that a number or a name of a case can be in UTF-8.
    private const int LongestScalar = 64;

    // A UTF-16 code unit becomes at most three bytes, an escaped one six.
    private const int LongestCharacter = 3;
    private const int LongestEscape = 6;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    private byte[] block = new byte[1 << 16];
    private int used;
    private string? quoteText;
    private TextSpan quoteSpan;
    private byte[] quote = [];
    private int quoteLength;

    /// <summary>What has been written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => block.AsMemory(0, used);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => used = 0;

    /// <summary>Appends one observation and a line feed.</summary>
    public void Write(Observation observation)
    {
        var text = observation.Document.Text;
        Raw("{\"document\":\""u8);
        Escape(observation.Document.Id);
        Raw("\",\"speech\":"u8);
        Number(observation.Speech.Number);
        Raw(",\"start\":"u8);
        Number(observation.Span.Start);
        Raw(",\"end\":"u8);
        Number(observation.Span.End);
        Raw(",\"quote\":\""u8);
        Quote(text, observation.QuoteSpan);
        Raw("\",\"value_text\":\""u8);
        Escape(observation.Span.In(text));
        Raw("\",\"indicator\":"u8);
        Code(observation.Indicator);
        Raw(",\"indicator_text\":"u8);
        Text(observation.IndicatorText);
        Raw(",\"measure\":"u8);
        Code(observation.Measure.Code());
        if (observation.Quantity is { } quantity)
        {
            Raw(",\"low\":"u8);
            var low = used;
            Number(quantity.Low);
            var length = used - low;
            Raw(",\"high\":"u8);
            if (quantity.High == quantity.Low) Again(low, length);
            else Number(quantity.High);
            Raw(",\"bound\":"u8);
            Code(quantity.Bound.Code());
            Raw(",\"unit\":"u8);
            Code(quantity.Unit);
        }
        else
        {
            Raw(",\"low\":null,\"high\":null,\"bound\":null,\"unit\":null"u8);
        }

        Raw(",\"status\":"u8);
        Code(observation.Status.Code());
        if (observation.Period is { } period)
        {
            Raw(",\"period_start\":"u8);
            Number(period.StartYear);
            Raw(",\"period_end\":"u8);
            Number(period.EndYear);
            Raw(",\"period_part\":"u8);
            Code(period.Part);
        }
        else
        {
            Raw(",\"period_start\":null,\"period_end\":null,\"period_part\":null"u8);
        }

        Raw(",\"scope\":"u8);
        Code(observation.Scope.Code());
        Raw(",\"place\":"u8);
        Text(observation.Place);
        Raw(",\"region_code\":"u8);
        Text(observation.RegionCode);
        Raw(",\"rule\":"u8);
        Code(observation.Rule);
        Raw(",\"confidence\":"u8);
        Number(observation.Confidence);
        Raw(",\"modality\":"u8);
        Code(observation.Modality?.Code());
        Raw(",\"open_indicator\":"u8);
        Code(observation.OpenIndicator);
        Raw("}\n"u8);
    }

    private void Quote(string text, TextSpan span)
    {
        if (!ReferenceEquals(text, quoteText) || span != quoteSpan)
        {
            var start = used;
            Escape(span.In(text));
            quoteText = text;
            quoteSpan = span;
            quoteLength = used - start;
            if (quote.Length < quoteLength) quote = new byte[quoteLength * 2];
            block.AsSpan(start, quoteLength).CopyTo(quote);
            return;
        }

        Raw(quote.AsSpan(0, quoteLength));
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(block.AsSpan(used));
        used += bytes.Length;
    }

    private void Number(int value)
    {
        Reserve(LongestScalar);
        Utf8Formatter.TryFormat(value, block.AsSpan(used), out var written);
        used += written;
    }

    private void Number(decimal value)
    {
        Reserve(LongestScalar);
        value.TryFormat(block.AsSpan(used), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        used += written;
    }

    // What was written at an offset of the block, once more.
    private void Again(int start, int length)
    {
        Reserve(length);
        block.AsSpan(start, length).CopyTo(block.AsSpan(used));
        used += length;
    }

    private void Text(string? value)
    {
        if (value is null)
        {
            Raw("null"u8);
            return;
        }

        // Nearly all are short and hold nothing to escape.
        Reserve((value.Length * LongestEscape) + 2);
        block[used++] = (byte)'"';
        if (value.AsSpan().ContainsAny(Escaped)) Escape(value);
        else used += Encoding.UTF8.GetBytes(value, block.AsSpan(used));
        Reserve(1);
        block[used++] = (byte)'"';
    }

    // A word of our own, which holds nothing to escape.
    private void Code(string? value)
    {
        if (value is null)
        {
            Raw("null"u8);
            return;
        }

        Reserve((value.Length * LongestCharacter) + 2);
        block[used++] = (byte)'"';
        used += Encoding.UTF8.GetBytes(value, block.AsSpan(used));
        block[used++] = (byte)'"';
    }

    private void Escape(ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            var plain = value.IndexOfAny(Escaped);
            if (plain < 0) plain = value.Length;
            Reserve(plain * LongestCharacter);
            used += Encoding.UTF8.GetBytes(value[..plain], block.AsSpan(used));
            if (plain == value.Length) return;
            EscapeOne(value[plain]);
            value = value[(plain + 1)..];
        }
    }

    private void EscapeOne(char c)
    {
        switch (c)
        {
            case '"':
                Raw("\\\""u8);
                break;
            case '\\':
                Raw("\\\\"u8);
                break;
            case '\n':
                Raw("\\n"u8);
                break;
            case '\r':
                Raw("\\r"u8);
                break;
            case '\t':
                Raw("\\t"u8);
                break;
            default:
                Raw("\\u00"u8);
                Reserve(2);
                block[used++] = (byte)"0123456789abcdef"[c >> 4];
                block[used++] = (byte)"0123456789abcdef"[c & 15];
                break;
        }
    }

    private void Reserve(int more)
    {
        if (block.Length - used < more) Array.Resize(ref block, Math.Max(block.Length * 2, used + more));
    }
}
