using System.Globalization;
using System.Text;
using System.Text.Unicode;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Encodings;

/// <summary>
/// Turns bytes into text; a pure function of the bytes and the declared charset, for the engine's offsets are offsets of its result.
/// </summary>
/// <remarks>
/// Order: a byte order mark; UTF-16 without one (only where there are NUL bytes); valid UTF-8 with characters of three bytes; the declared charset if
/// the bytes are valid in it; valid UTF-8 of any kind; the more plausible (<see cref="Plausibility"/>) of GB18030 and Big5 if the bytes are valid in
/// it, GB18030 in a tie. If nothing fits but one of them nearly does (one bad sequence in 100 characters at most), that one with U+FFFD for each and
/// a warning. A declared charset comes behind UTF-8 because pages converted to UTF-8 often go on declaring gb2312.
/// </remarks>
internal static class TextDecoder
{
    private const double LeastPlausible = 0.6;

    /// <summary>The text, or why there is none: <paramref name="problem"/> is null exactly if the result is not.</summary>
    public static Decoded? Decode(ReadOnlySpan<byte> bytes, string? declared, out Problem? problem)
    {
        problem = null;
        if (bytes.IsEmpty)
        {
            problem = Problems.NoBytes();
            return null;
        }

        var (marked, markLength) = ByteOrderMark.Find(bytes);
        var body = bytes[markLength..];
        if (marked is not null && Try(marked, body) is { } text)
            return Found(text, marked, EncodingEvidence.ByteOrderMark);

        var nulls = body.Count((byte)0);
        if (nulls > 0 && WithoutMark(body) is { } wide)
            return wide;
        if (IsBinary(body, nulls))
        {
            problem = Problems.IsBinary();
            return null;
        }

        return DecodeNarrow(body, marked, CodePages.Named(declared), out problem);
    }

    private static Decoded? DecodeNarrow(ReadOnlySpan<byte> body, Encoding? marked, Encoding? named, out Problem? problem)
    {
        problem = null;
        var utf8 = Try(CodePages.Utf8, body);
        if (utf8 is not null && (Plausibility.HasThreeByte(utf8) || !Plausibility.HasWide(utf8)))
            return Found(utf8, CodePages.Utf8, EncodingEvidence.ValidUtf8);
        if (named is not null && Try(named, body) is { } asDeclared)
            return Found(asDeclared, named, EncodingEvidence.Declared);

        var gb = Try(CodePages.Gb18030, body);
        var big5 = Try(CodePages.Big5, body);
        var gbPlausible = gb is null ? -1 : Plausibility.Of(gb);
        var big5Plausible = big5 is null ? -1 : Plausibility.Of(big5);
        // Two-byte UTF-8 is Latin, Greek, Cyrillic; a few GB 2312 characters happen to be valid there and say more as Chinese.
        if (utf8 is not null && Math.Max(gbPlausible, big5Plausible) < 0.95)
            return Found(utf8, CodePages.Utf8, EncodingEvidence.ValidUtf8);
        if (Math.Max(gbPlausible, big5Plausible) >= LeastPlausible)
            return gbPlausible >= big5Plausible
                ? Found(gb!, CodePages.Gb18030, EncodingEvidence.Plausible)
                : Found(big5!, CodePages.Big5, EncodingEvidence.Plausible);
        return Nearly(body, marked ?? named, out problem);
    }

    private static Decoded? Nearly(ReadOnlySpan<byte> body, Encoding? preferred, out Problem? problem)
    {
        problem = null;
        Decoded? best = null;
        var fewest = int.MaxValue;
        foreach (var encoding in (Encoding?[])[preferred, CodePages.Utf8, CodePages.Gb18030, CodePages.Big5])
        {
            if (encoding is null)
                continue;
            var text = CodePages.Lenient(encoding).GetString(body);
            var lost = text.AsSpan().Count('\uFFFD');
            if (lost >= fewest || lost > (text.Length / 100) + 1 || text.Length < 20 || Plausibility.Of(text) < LeastPlausible)
                continue;
            fewest = lost;
            var (name, first) = (CodePages.NameOf(encoding), text.IndexOf('\uFFFD', StringComparison.Ordinal));
            var warning = lost == 0 ? null : string.Create(CultureInfo.InvariantCulture,
                $"U+FFFD stands in {lost} places for bytes that are not valid {name}, first at offset {first}");
            best = new Decoded(text, new TextEncoding(name, EncodingEvidence.Plausible), warning);
        }

        if (best is null)
            problem = Problems.NoEncodingFits(FirstInvalid(body));
        return best;
    }

    /// <summary>UTF-16 without a byte order mark, recognised by NUL bytes on one side and plausible characters.</summary>
    private static Decoded? WithoutMark(ReadOnlySpan<byte> body)
    {
        foreach (var encoding in (Encoding[])[CodePages.Utf16LittleEndian, CodePages.Utf16BigEndian])
        {
            if (Try(encoding, body) is not { Length: > 0 } text || text.Contains('\0', StringComparison.Ordinal) || Controls(text) > 0)
                continue;
            if (Plausibility.Of(text) > 0.8)
                return Found(text, encoding, EncodingEvidence.Plausible);
        }
        return null;
    }

    private static bool IsBinary(ReadOnlySpan<byte> body, int nulls)
    {
        var controls = 0;
        foreach (var b in body)
            // ESC (0x1B) and form feed are seen in honest texts, the others hardly ever.
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1B))
                controls++;
        return nulls > body.Length / 1000 || controls > body.Length / 100;
    }

    private static int Controls(string text)
    {
        var controls = 0;
        foreach (var c in text)
            if (c < 0x20 && c is not ('\t' or '\n' or '\v' or '\f' or '\r' or '\x1B'))
                controls++;
        return controls;
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        // Each row of a GB18030 dump comes by here, and an exception for each is dear.
        if (encoding.CodePage == CodePages.Utf8.CodePage && !Utf8.IsValid(bytes))
            return null;
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var index = 0;
        while (Rune.DecodeFromUtf8(bytes[index..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            index += consumed;
        return index;
    }

    private static Decoded Found(string text, Encoding encoding, EncodingEvidence evidence) =>
        new(text, new TextEncoding(CodePages.NameOf(encoding), evidence), null);
}
