using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <content>Our own reading, in one pass over the text.</content>
internal static partial class NumeralReader
{
    /// <summary>What stored results say of who read their numbers.</summary>
    public const string Name = "own";

    /// <summary>Appends the numbers of the sentence of <paramref name="folded"/> between <paramref name="start"/> and <paramref
    /// name="end"/>.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="start">Offset in it.</param>
    /// <param name="end">Offset behind the last code unit.</param>
    /// <param name="marks">The marks of the text from <paramref name="start"/> on, or from before it; what lies behind <paramref name="end"/> is not
    /// looked at.</param>
    /// <param name="numerals">Where they are added.</param>
    public static void Read(FoldedText folded, int start, int end, ReadOnlySpan<TextMark> marks, Pieces<Numeral> numerals)
    {
        var text = folded.Span[..end];
        var signs = NumeralSigns.All;
        var at = start;
        foreach (var mark in marks)
        {
            if (mark.Offset >= end) return;
            if (mark.Offset < at || mark.EndsSentence) continue;
            ref var numeral = ref numerals.Next;
            numeral.End = 0;
            at = ReadOne(text, signs, mark.Offset, start, ref numeral);
            if (numeral.IsRead) numerals.AddNext();
        }
    }

    // Returns where to go on; the numeral is left as it was where there is none.
    private static int ReadOne(ReadOnlySpan<char> text, ReadOnlySpan<byte> signs, int at, int from, ref Numeral numeral)
    {
        var c = text[at];
        var sign = signs[c];
        var behind = At(text, at + 1);
        if (NumeralSigns.Kind(sign) == NumeralSigns.Arabic && ReadPlain(text, signs, at, from, ref numeral) is var plain and > 0) return plain;
        if (NumeralSigns.Kind(sign) is NumeralSigns.Digit or NumeralSigns.Scale
            && NumeralSigns.Kind(signs[behind]) is NumeralSigns.None or NumeralSigns.Mask)
        {
            // 一 and its like are the commonest numbers, and nearly always stand alone.
            if (IsMasked(text, at, at + 1, from)) return SkipMask(text, at + 1);
            if (NumeralSigns.Kind(sign) == NumeralSigns.Scale) return ReadScale(at, NumeralSigns.Value(sign), ref numeral);
            if (behind == '、' && ReadNeighbours(text, signs, at, NumeralSigns.Value(sign), from, ref numeral) is var both and > 0) return both;
            return numeral.SetDigits(at, at + 1, (ulong)NumeralSigns.Value(sign), 0, NumeralTraits.Chinese);
        }

        switch (c)
        {
            case '翻':
                return Doublings.Read(text, at, ref numeral);
            case '半':
                if (behind != '数') return at + 1;
                return numeral.Set(at, at + 2, 50, 50, NumeralTraits.Chinese | NumeralTraits.Fraction | NumeralTraits.Percent);
            case '数' when NumeralSigns.Kind(signs[behind]) != NumeralSigns.Scale:
                return at + 1;
            // 一一列举.
            case '一' when behind == '一' && NumeralSigns.Kind(signs[At(text, at + 2)]) != NumeralSigns.Digit:
                return at + 2;
        }

        return ReadComposed(text, signs, at, from, ref numeral);
    }

    // 百, 千, 万 and 亿 alone are a scale without a digit; 十 is a number like any other.
    private static int ReadScale(int at, int scale, ref Numeral numeral)
    {
        var traits = scale == 1 ? NumeralTraits.Chinese : scale < 4 ? NumeralTraits.Chinese | NumeralTraits.ScaleOnly
            : NumeralTraits.Chinese | NumeralTraits.ScaleOnly | NumeralTraits.Scaled;
        return numeral.SetDigits(at, at + 1, Scales.Power(scale), 0, traits);
    }

    // A method of its own: only here is the room of a scanner needed, which has to be cleared.
    private static int ReadComposed(ReadOnlySpan<char> text, ReadOnlySpan<byte> signs, int at, int from, ref Numeral numeral)
    {
        var scanner = new NumeralScanner(text, signs, at);
        if (!scanner.Scan()) return Math.Max(scanner.Position, at + 1);
        var end = scanner.Position;
        if (IsMasked(text, at, end, from)) return SkipMask(text, end);
        switch (At(text, end))
        {
            case '分' when At(text, end + 1) == '之' && Fractions.Read(text, at, scanner, ref numeral) is var fraction and > 0:
                return fraction;
            case '/' when Fractions.ReadSlash(text, at, scanner, ref numeral) is var slash and > 0:
                return slash;
            case '成' when Tenths.Read(text, at, scanner, ref numeral) is var tenths and > 0:
                return tenths;
            case '半' when text[at] == '一' && end == at + 1 && scanner.Digits == 1:
                return numeral.Set(at, end + 1, 50, 50, NumeralTraits.Chinese | NumeralTraits.Fraction | NumeralTraits.Percent);
        }

        return numeral.SetDigits(at, end, scanner.Digits, scanner.HighDigits, scanner.Places, scanner.Traits);
    }

    // 5.2%, 2024年, 3.2亿: digits, at most with one scale, that nothing goes on with, as most numbers are. Returns the end, or 0 where there may be
    // more to it.
    private static int ReadPlain(ReadOnlySpan<char> text, ReadOnlySpan<byte> signs, int at, int from, ref Numeral numeral)
    {
        // More digits, or a larger number with its scale, may be too much.
        const int Most = 16;
        const long MostScaled = 100_000_000;
        var limit = Math.Min(text.Length, at + Most);
        long value = 0;
        var point = 0;
        var end = at;
        for (; end < limit; end++)
        {
            var c = text[end];
            if (char.IsAsciiDigit(c)) value = unchecked((value * 10) + (c - '0'));
            else if (c == '.' && point == 0 && char.IsAsciiDigit(At(text, end + 1))) point = end;
            else break;
        }

        if (end == at + Most) return 0;
        var places = point > 0 ? end - point - 1 : 0;
        var traits = point > 0 ? NumeralTraits.Decimals : end - at == 4 && value is >= 1900 and <= 2099 ? NumeralTraits.Year : NumeralTraits.None;
        if (At(text, end) is var scale && scale is '万' or '亿' && value < MostScaled)
        {
            value = unchecked(value * (scale == '万' ? 10_000 : 100_000_000));
            traits |= NumeralTraits.Scaled;
            end++;
        }

        if (NumeralSigns.Kind(signs[At(text, end)]) != NumeralSigns.None || At(text, end) is ',' or '·' or ' ') return 0;
        if (at > from && NumeralSigns.IsMask(text[at - 1])) return 0;
        return numeral.SetDigits(at, end, unchecked((ulong)value), places, traits);
    }

    // 二、三百亿度, 两、三倍: a range of neighbours; but 第二、三产业 and 一、二、三.
    private static int ReadNeighbours(ReadOnlySpan<char> text, ReadOnlySpan<byte> signs, int at, int low, int from, ref Numeral numeral)
    {
        if (Scales.Digit(At(text, at + 2)) != low + 1 || (at > from && text[at - 1] is '第' or '、')) return 0;
        if (At(text, at + 3) == '倍') return numeral.Set(at, at + 3, low, low + 1, NumeralTraits.Chinese);
        if (At(text, at + 3) is not ('十' or '百' or '千' or '万' or '亿')) return 0;
        var scanner = new NumeralScanner(text, signs, at + 2);
        if (!scanner.Scan() || scanner.HighDigits != scanner.Digits || scanner.Places > 0 || scanner.Digits % (ulong)(low + 1) != 0) return 0;
        var scale = scanner.Digits / (ulong)(low + 1);
        var one = scale;
        while (one >= 10 && one % 10 == 0) one /= 10;
        if (one != 1) return 0;
        return numeral.SetDigits(at, scanner.Position, scale * (ulong)low, scanner.Digits, 0, scanner.Traits);
    }

    // 20xx年, 201x, *亿元: a redacted number is no number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsMasked(ReadOnlySpan<char> text, int start, int end, int from) =>
        NumeralSigns.IsMask(At(text, end)) || (start > from && NumeralSigns.IsMask(text[start - 1]) && !EndsWord(text[from..start]));

    // box 5: a letter of a word hides nothing.
    private static bool EndsWord(ReadOnlySpan<char> before) =>
        before is [.., var letter, 'x'] && char.IsAsciiLetter(letter) && letter != 'x';

    private static int SkipMask(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (NumeralSigns.IsMask(text[at]) || char.IsAsciiDigit(text[at]))) at++;
        return at;
    }
}
