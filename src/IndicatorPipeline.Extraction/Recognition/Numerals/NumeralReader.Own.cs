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
        var at = start;
        foreach (var mark in marks)
        {
            if (mark.Offset >= end) return;
            if (mark.Offset < at || mark.EndsSentence) continue;
            at = ReadOne(text, mark.Offset, start, out var numeral);
            if (numeral.End > 0) numerals.Add(numeral);
        }
    }

    // What a number goes on with behind a Chinese digit.
    private static bool GoesOn(char c) => char.IsAsciiDigit(c) || Scales.Digit(c) >= 0 || c is '十' or '百' or '千' or '万' or '亿' or '几' or '数' or '多' or '余' or '来' or '点' or '分' or '成' or '半' or '/';

    // Returns where to go on; the numeral's End is 0 where there is none.
    private static int ReadOne(ReadOnlySpan<char> text, int at, int from, out Numeral numeral)
    {
        numeral = default;
        var c = text[at];
        switch (c)
        {
            case '翻':
                return Doublings.Read(text, at, out numeral);
            case '半':
                if (At(text, at + 1) != '数') return at + 1;
                numeral = new Numeral(at, at + 2, 50, 50, NumeralTraits.Chinese | NumeralTraits.Fraction | NumeralTraits.Percent);
                return at + 2;
            case '数' when Scales.Of(At(text, at + 1)) == 0:
                return at + 1;
        }

        if (Scales.Digit(c) is var lone and >= 0 && !GoesOn(At(text, at + 1)))
        {
            // 一 and its like are the commonest numbers, and nearly always stand alone.
            if (IsMasked(text, at, at + 1, from)) return SkipMask(text, at + 1);
            if (At(text, at + 1) == '、' && ReadNeighbours(text, at, lone, from, out numeral) is var both and > 0) return both;
            numeral = new Numeral(at, at + 1, lone, lone, NumeralTraits.Chinese);
            return at + 1;
        }

        // 一一列举.
        if (c == '一' && At(text, at + 1) == '一' && Scales.Digit(At(text, at + 2)) < 0) return at + 2;
        var scanner = new NumeralScanner(text, at);
        if (!scanner.Scan()) return Math.Max(scanner.Position, at + 1);
        var end = scanner.Position;
        if (IsMasked(text, at, end, from)) return SkipMask(text, end);
        if (At(text, end) == '分' && At(text, end + 1) == '之' && Fractions.Read(text, at, scanner, out numeral) is var behind and > 0) return behind;
        if (At(text, end) == '/' && Fractions.ReadSlash(text, at, scanner, out numeral) is var slash and > 0) return slash;
        if (At(text, end) == '成' && Tenths.Read(text, at, scanner, out numeral) is var tenths and > 0) return tenths;
        if (c == '一' && end == at + 1 && At(text, end) == '半' && scanner.Value == 1)
        {
            numeral = new Numeral(at, end + 1, 50, 50, NumeralTraits.Chinese | NumeralTraits.Fraction | NumeralTraits.Percent);
            return end + 1;
        }

        numeral = new Numeral(at, end, scanner.Value, scanner.High, scanner.Traits);
        return end;
    }

    // 二、三百亿度, 两、三倍: a range of neighbours; but 第二、三产业 and 一、二、三.
    private static int ReadNeighbours(ReadOnlySpan<char> text, int at, int low, int from, out Numeral numeral)
    {
        numeral = default;
        if (Scales.Digit(At(text, at + 2)) != low + 1 || (at > from && text[at - 1] is '第' or '、')) return 0;
        if (At(text, at + 3) == '倍')
        {
            numeral = new Numeral(at, at + 3, low, low + 1, NumeralTraits.Chinese);
            return at + 3;
        }

        if (At(text, at + 3) is not ('十' or '百' or '千' or '万' or '亿')) return 0;
        var scanner = new NumeralScanner(text, at + 2);
        if (!scanner.Scan() || scanner.High != scanner.Value || scanner.Value % (low + 1) != 0) return 0;
        var scale = scanner.Value / (low + 1);
        while (scale >= 10 && scale % 10 == 0) scale /= 10;
        if (scale != 1) return 0;
        numeral = new Numeral(at, scanner.Position, scanner.Value / (low + 1) * low, scanner.Value, scanner.Traits);
        return scanner.Position;
    }

    // 20xx年, 201x, *亿元: a redacted number is no number.
    private static bool IsMasked(ReadOnlySpan<char> text, int start, int end, int from)
    {
        if (At(text, end) is 'x' or '*' or '×' or '#') return true;
        return start > from && text[start - 1] is '*' or '×' or '#' || (start > from && text[start - 1] == 'x' && !(start - 2 >= from && char.IsAsciiLetter(text[start - 2]) && text[start - 2] != 'x'));
    }

    private static int SkipMask(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (text[at] is 'x' or '*' or '×' or '#' || char.IsAsciiDigit(text[at]))) at++;
        return at;
    }
}
