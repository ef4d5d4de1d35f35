using System.Collections;

namespace IndicatorPipeline.Sources.Encodings;

/// <summary>How plausible a decoded text is as Chinese.</summary>
/// <remarks>
/// GB18030 and Big5 use the same bytes, and nearly every text in the one is valid in the other; but then it gives rare characters. Both standards
/// sort their characters into a first level of frequent ones (GB 2312 rows 16–55, Big5 A440–C67E), which make up about 99% of a running text. So the
/// measure is the share of first-level characters and common punctuation among all characters outside ASCII: near 1 when decoded rightly, near a half
/// when wrongly.
/// </remarks>
internal static class Plausibility
{
    private static readonly BitArray Common = FindCommon();

    /// <summary>Share of common characters among those outside ASCII, 0 to 1; 1 for pure ASCII. Looks at the first 100,000 characters.</summary>
    public static double Of(ReadOnlySpan<char> text)
    {
        int seen = 0, common = 0;
        foreach (var c in text[..Math.Min(text.Length, 100_000)])
        {
            if (c < 0x80)
                continue;
            seen++;
            if (Common[c])
                common++;
        }

        return seen == 0 ? 1 : (double)common / seen;
    }

    /// <summary>Whether the text has a character outside ASCII.</summary>
    public static bool HasWide(ReadOnlySpan<char> text) => text.ContainsAnyExceptInRange('\0', '\x7F');

    /// <summary>Whether the text has a character that UTF-8 writes in three bytes or more, as it does all Chinese.</summary>
    public static bool HasThreeByte(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u0800', '\uFFFF');

    private static BitArray FindCommon()
    {
        var common = new BitArray(0x10000);
        Add(CodePages.Gb18030, 0xB0, 0xD7, 0xA1, 0xFE);
        Add(CodePages.Gb18030, 0xA1, 0xA3, 0xA1, 0xFE);
        Add(CodePages.Big5, 0xA4, 0xC5, 0x40, 0x7E);
        Add(CodePages.Big5, 0xA4, 0xC5, 0xA1, 0xFE);
        Add(CodePages.Big5, 0xA1, 0xA2, 0xA1, 0xFE);
        for (var c = 0x2010; c <= 0x2026; c++)
            common[c] = true;
        for (var c = 0xFF01; c <= 0xFF5E; c++)
            common[c] = true;
        foreach (var c in "\u00A0\u00B7\u200B\u2030\u3000\uFEFF")
            common[c] = true;
        return common;

        void Add(System.Text.Encoding encoding, int firstLead, int lastLead, int firstTrail, int lastTrail)
        {
            var lenient = CodePages.Lenient(encoding);
            for (var lead = firstLead; lead <= lastLead; lead++)
                for (var trail = firstTrail; trail <= lastTrail; trail++)
                    foreach (var c in lenient.GetString([(byte)lead, (byte)trail]))
                        if (c >= 0x80 && c != '\uFFFD' && c is < '\uE000' or > '\uF8FF')
                            common[c] = true;
        }
    }
}
