using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <content>Our own reading, in one pass over the text.</content>
internal static partial class NumeralReader
{
    /// <summary>What stored results say of who read their numbers.</summary>
    public const string Name = "own";

    /// <summary>Appends the numbers of the sentence of <paramref name="folded"/> between <paramref name="start"/> and <paramref name="end"/>.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="start">Offset in it.</param>
    /// <param name="end">Offset behind the last code unit.</param>
    /// <param name="marks">The marks of the text from <paramref name="start"/> on, or from before it; what lies behind <paramref name="end"/> is not looked at.</param>
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
            at = ReadOne(text, signs, mark.Offset, start, out var numeral);
            if (numeral.End > 0) numerals.Add(numeral);
        }
    }

    // Returns where to go on; the numeral's End is 0 where there is none.
    private static int ReadOne(ReadOnlySpan<char> text, ReadOnlySpan<byte> signs, int at, int from, out Numeral numeral)
    {
        numeral = default;
        var c = text[at];
        var sign = signs[c];
        var behind = At(text, at + 1);
        if (NumeralSigns.Kind(sign) == NumeralSigns.Digit && NumeralSigns.Kind(signs[behind]) is NumeralSigns.None or NumeralSigns.Mask)
        {
            // 一 and its like are the commonest numbers, and nearly always stand alone.
            if (IsMasked(text, signs, at, at + 1, from)) return SkipMask(text, at + 1);
            if (behind == '、' && ReadNeighbours(text, signs, at, NumeralSigns.Value(sign), from, out numeral) is var both and > 0) return both;
            numeral = new Numeral(at, at + 1, NumeralSigns.Value(sign), NumeralSigns.Value(sign), NumeralTraits.Chinese);
            return at + 1;
        }

        switch (c)
        {
            case '翻':
                return Doublings.Read(text, at, out numeral);
            case '半':
                if (behind != '数') return at + 1;
                numeral = new Numeral(at, at + 2, 50, 50, NumeralTraits.Chinese | NumeralTraits.Fraction | NumeralTraits.Percent);
                return at + 2;
            case '数' when NumeralSigns.Kind(signs[behind]) != NumeralSigns.Scale:
                return at + 1;
            // 一一列举.
            case '一' when behind == '一' && NumeralSigns.Kind(signs[At(text, at + 2)]) != NumeralSigns.Digit:
                return at + 2;
        }

        var scanner = new NumeralScanner(text, signs, at);
        if (!scanner.Scan()) return Math.Max(scanner.Position, at + 1);
        var end = scanner.Position;
        if (IsMasked(text, signs, at, end, from)) return SkipMask(text, end);
        switch (At(text, end))
        {
            case '分' when At(text, end + 1) == '之' && Fractions.Read(text, at, scanner, out numeral) is var fraction and > 0:
                return fraction;
            case '/' when Fractions.ReadSlash(text, at, scanner, out numeral) is var slash and > 0:
                return slash;
            case '成' when Tenths.Read(text, at, scanner, out numeral) is var tenths and > 0:
                return tenths;
            case '半' when c == '一' && end == at + 1 && scanner.Value == 1:
                numeral = new Numeral(at, end + 1, 50, 50, NumeralTraits.Chinese | NumeralTraits.Fraction | NumeralTraits.Percent);
                return end + 1;
        }

        numeral = new Numeral(at, end, scanner.Value, scanner.High, scanner.Traits);
        return end;
    }

    // 二、三百亿度, 两、三倍: a range of neighbours; but 第二、三产业 and 一、二、三.
    private static int ReadNeighbours(ReadOnlySpan<char> text, ReadOnlySpan<byte> signs, int at, int low, int from, out Numeral numeral)
    {
        numeral = default;
        if (Scales.Digit(At(text, at + 2)) != low + 1 || (at > from && text[at - 1] is '第' or '、')) return 0;
        if (At(text, at + 3) == '倍')
        {
            numeral = new Numeral(at, at + 3, low, low + 1, NumeralTraits.Chinese);
            return at + 3;
        }

        if (At(text, at + 3) is not ('十' or '百' or '千' or '万' or '亿')) return 0;
        var scanner = new NumeralScanner(text, signs, at + 2);
        if (!scanner.Scan() || scanner.High != scanner.Value || scanner.Value % (low + 1) != 0) return 0;
        var scale = scanner.Value / (low + 1);
        while (scale >= 10 && scale % 10 == 0) scale /= 10;
        if (scale != 1) return 0;
        numeral = new Numeral(at, scanner.Position, scanner.Value / (low + 1) * low, scanner.Value, scanner.Traits);
        return scanner.Position;
    }

    // 20xx年, 201x, *亿元: a redacted number is no number.
    private static bool IsMasked(ReadOnlySpan<char> text, ReadOnlySpan<byte> signs, int start, int end, int from)
    {
        if (NumeralSigns.Kind(signs[At(text, end)]) == NumeralSigns.Mask) return true;
        if (start == from || NumeralSigns.Kind(signs[text[start - 1]]) != NumeralSigns.Mask) return false;
        return text[start - 1] != 'x' || !(start - 2 >= from && char.IsAsciiLetter(text[start - 2]) && text[start - 2] != 'x');
    }

    private static int SkipMask(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (text[at] is 'x' or '*' or '×' or '#' || char.IsAsciiDigit(text[at]))) at++;
        return at;
    }
}
