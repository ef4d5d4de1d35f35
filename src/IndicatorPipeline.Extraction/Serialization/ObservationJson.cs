using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>
/// Writes observations as JSON objects in UTF-8, one a line, straight into a buffer. The names and their order are relied on by
/// outside readers. One instance serves one thread; what a line has in common with the one before, its sentence above all, is copied from there.
/// </summary>
public sealed class ObservationJson
{
    // More than all the names, marks and numbers of a line take. That much is free behind every piece that makes itself room.
    private const int Frame = 1024;

    // A UTF-16 code unit becomes at most three bytes, an escaped one six.
    private const int LongestCharacter = 3;
    private const int LongestEscape = 6;

    // Powers of ten that fit 64 bits.
    private const int MostPlaces = 18;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    private readonly byte[][] measures = Pieces("measure", Codes.Measures);
    private readonly byte[][] bounds = Pieces("bound", Codes.Bounds);
    private readonly byte[][] statuses = Pieces("status", Codes.Statuses);
    private readonly byte[][] scopes = Pieces("scope", Codes.Scopes);
    private readonly byte[][] modalities = Pieces("modality", Codes.Modalities);

    private byte[] block = new byte[1 << 17];
    private int used;

    // Where in the block the line before begins, and where its sentence, its name and its setting stand: lines of one speech, of one sentence, of one list and of one paragraph are alike so far.
    private Observation? before;
    private Range beginning;
    private Range quote;
    private Range name;
    private Range setting;

    /// <summary>What has been written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => block.AsMemory(0, used);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => (used, before) = (0, null);

    /// <summary>Appends one observation and a line feed.</summary>
    public void Write(Observation observation)
    {
        Reserve(0);
        Begin(observation);
        Number(observation.Span.Start);
        Raw(",\"end\":"u8);
        Number(observation.Span.End);
        Quote(observation);
        var value = observation.Span.In(observation.Document.Text);
        Reserve(value.Length * LongestEscape);
        Short(value);
        Raw("\",\"indicator\":"u8);
        Text(observation.Indicator);
        Raw(",\"indicator_text\":"u8);
        Name(observation);
        Raw(measures[(int)observation.Measure]);
        if (observation.Quantity is { } quantity)
        {
            Raw(",\"low\":"u8);
            var low = used;
            Number(quantity.Low);
            var high = used;
            Raw(",\"high\":"u8);
            if (quantity.High == quantity.Low) Raw(block.AsSpan(low..high));
            else Number(quantity.High);
            Raw(bounds[(int)quantity.Bound]);
            Raw(",\"unit\":"u8);
            Text(quantity.Unit);
        }
        else
        {
            Raw(",\"low\":null,\"high\":null,\"bound\":null,\"unit\":null"u8);
        }

        Setting(observation);
        Text(observation.Rule);
        Raw(",\"confidence\":"u8);
        Number(observation.Confidence);
        if (observation.Modality is { } modality) Raw(modalities[(int)modality]);
        else Raw(",\"modality\":null"u8);
        Raw(",\"open_indicator\":"u8);
        Text(observation.OpenIndicator);
        Raw("}\n"u8);
        before = observation;
    }

    // Up to where the number stands.
    private void Begin(Observation observation)
    {
        var from = used;
        if (before is not null && ReferenceEquals(observation.Speech, before.Speech) && ReferenceEquals(observation.Document, before.Document))
        {
            Again(beginning);
        }
        else
        {
            Raw("{\"document\":\""u8);
            Escape(observation.Document.Id);
            Raw("\",\"speech\":"u8);
            Number(observation.Speech.Number);
            Raw(",\"start\":"u8);
        }

        beginning = from..used;
    }

    // The sentence, up to the words of the value.
    private void Quote(Observation observation)
    {
        var from = used;
        if (before is not null && observation.QuoteSpan == before.QuoteSpan && ReferenceEquals(observation.Document, before.Document))
        {
            Again(quote);
        }
        else
        {
            Raw(",\"quote\":\""u8);
            Escape(observation.QuoteSpan.In(observation.Document.Text));
            Raw("\",\"value_text\":\""u8);
        }

        quote = from..used;
    }

    // The name, which the numbers of a list share.
    private void Name(Observation observation)
    {
        var from = used;
        if (before is not null && ReferenceEquals(observation.IndicatorText, before.IndicatorText)) Again(name);
        else Text(observation.IndicatorText);
        name = from..used;
    }

    // What the numbers of a paragraph mostly share, up to the rule.
    private void Setting(Observation observation)
    {
        var from = used;
        if (before is not null && observation.Status == before.Status && observation.Scope == before.Scope && observation.Period == before.Period
            && observation.RegionCode == before.RegionCode && observation.Place == before.Place)
        {
            Again(setting);
        }
        else
        {
            Raw(statuses[(int)observation.Status]);
            if (observation.Period is { } period)
            {
                Raw(",\"period_start\":"u8);
                Number(period.StartYear);
                Raw(",\"period_end\":"u8);
                Number(period.EndYear);
                Raw(",\"period_part\":"u8);
                Text(period.Part);
            }
            else
            {
                Raw(",\"period_start\":null,\"period_end\":null,\"period_part\":null"u8);
            }

            Raw(scopes[(int)observation.Scope]);
            Raw(",\"place\":"u8);
            Text(observation.Place);
            Raw(",\"region_code\":"u8);
            Text(observation.RegionCode);
            Raw(",\"rule\":"u8);
        }

        setting = from..used;
    }

    // What was written before, once more.
    private void Again(Range piece)
    {
        Reserve(piece.End.Value - piece.Start.Value);
        Raw(block.AsSpan(piece));
    }

    // Where there is room for it. In its place a piece of known length is copied by a few instructions, without a call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(block.AsSpan(used));
        used += bytes.Length;
    }

    private void Number(int value)
    {
        Utf8Formatter.TryFormat(value, block.AsSpan(used), out var written);
        used += written;
    }

    // As the base library writes it, which takes five times as long.
    private void Number(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        int places = value.Scale;
        int written;
        if (bits[2] != 0 || places > MostPlaces || digits == 0)
        {
            value.TryFormat(block.AsSpan(used), out written, default, CultureInfo.InvariantCulture);
            used += written;
            return;
        }

        if (bits[3] < 0) block[used++] = (byte)'-';
        var (whole, rest) = places == 0 ? (digits, 0) : Math.DivRem(digits, (ulong)Powers[places]);
        Utf8Formatter.TryFormat(whole, block.AsSpan(used), out written);
        used += written;
        if (places == 0) return;
        block[used] = (byte)'.';
        for (var at = used + places; at > used; at--) (rest, block[at]) = (rest / 10, (byte)('0' + (rest % 10)));
        used += places + 1;
    }

    private static ReadOnlySpan<long> Powers =>
        [1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000];

    private void Text(string? value)
    {
        if (value is null)
        {
            Raw("null"u8);
            return;
        }

        Reserve((value.Length * LongestEscape) + 2);
        block[used++] = (byte)'"';
        Short(value);
        block[used++] = (byte)'"';
    }

    // A few characters, for which there is room: one by one they are written before the base library has begun.
    private void Short(ReadOnlySpan<char> value)
    {
        var target = block.AsSpan(used);
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is >= ' ' and < '\u007F' and not ('"' or '\\'))
            {
                target[length++] = (byte)c;
            }
            else if (c >= '\u0800' && !char.IsSurrogate(c))
            {
                target[length] = (byte)(0xE0 | (c >> 12));
                target[length + 1] = (byte)(0x80 | ((c >> 6) & 0x3F));
                target[length + 2] = (byte)(0x80 | (c & 0x3F));
                length += 3;
            }
            else
            {
                used += length;
                Escape(value[i..]);
                return;
            }
        }

        used += length;
    }

    private void Escape(ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            var plain = value.IndexOfAny(Escaped);
            if (plain < 0) plain = value.Length;
            Reserve((plain * LongestCharacter) + LongestEscape);
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
                block[used++] = (byte)"0123456789abcdef"[c >> 4];
                block[used++] = (byte)"0123456789abcdef"[c & 15];
                break;
        }
    }

    // Makes room for a piece and for the frame of the line around it.
    private void Reserve(int piece)
    {
        if (block.Length - used < piece + Frame) Array.Resize(ref block, Math.Max(block.Length * 2, used + piece + Frame));
    }

    // A name and the code of each case, by its number.
    private static byte[][] Pieces(string name, string[] codes) => Array.ConvertAll(codes, code => Encoding.UTF8.GetBytes($",\"{name}\":\"{code}\""));
}
