using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>The number of a cell: <c>318.62</c>, <c>7左右</c>, <c>&gt;12</c>, <c>[5.5]</c>, <c>-10.7</c>, <c>38728万吨</c>.</summary>
/// <param name="Span">Where the numeral stands, with its sign and what unit the cell holds.</param>
/// <param name="Digits">The numeral without its sign.</param>
/// <param name="IsNegative">Whether a minus stands before it.</param>
/// <param name="IsCumulative">Whether brackets say that it is a sum over the years.</param>
/// <param name="Before">The bound before it, as a word, or empty.</param>
/// <param name="After">The bound behind it, as a word, or empty.</param>
/// <param name="Unit">The unit in the cell, or empty.</param>
internal readonly record struct CellNumber(TextSpan Span, string Digits, bool IsNegative, bool IsCumulative, string Before, string After, string Unit)
{
    private const int LongestCell = 24;

    private static readonly (string Sign, string Word)[] Bounds =
    [
        (">=", "不低于"), ("<=", "不超过"), ("≥", "不低于"), ("≤", "不超过"), (">", "超过"), ("<", "低于"),
        ("不低于", "不低于"), ("不超过", "不超过"), ("高于", "超过"), ("低于", "低于"), ("超过", "超过"), ("约", "约"), ("控制在", "控制在"), ("达到", ""),
    ];

    private static readonly string[] Ends = ["左右", "以上", "以内", "以下"];

    /// <summary>The number that the whole of <paramref name="cell"/> is, or null.</summary>
    public static CellNumber? Read(string text, TextSpan cell, Lexicon lexicon)
    {
        if (cell.Length is 0 or > LongestCell) return null;
        Span<char> buffer = stackalloc char[LongestCell];
        Span<int> sources = stackalloc int[LongestCell];
        var length = 0;
        for (var i = cell.Start; i < cell.End; i++)
        {
            if (FoldTable.Fold(text[i]) is FoldTable.Blank or FoldTable.Dropped or FoldTable.LineEnd) continue;
            (buffer[length], sources[length]) = (FoldTable.Fold(text[i]), i);
            length++;
        }

        var (at, end) = (0, length);
        var cumulative = length > 2 && buffer[0] is '[' or '(' or '【' && buffer[length - 1] is ']' or ')' or '】';
        if (cumulative) (at, end) = (1, length - 1);
        var before = "";
        foreach (var (sign, word) in Bounds)
        {
            if (!((ReadOnlySpan<char>)buffer[at..end]).StartsWith(sign, StringComparison.Ordinal)) continue;
            (before, at) = (word, at + sign.Length);
            break;
        }

        var first = at;
        var negative = at < end && buffer[at] == '-';
        if (at < end && buffer[at] is '-' or '+') at++;
        var digits = at;
        at = Numeral(buffer[..end], at);
        if (at == digits) return null;
        if (at < end && buffer[at] is '-' or '~' && Numeral(buffer[..end], at + 1) is var second && second > at + 1) at = second;
        var numeral = buffer[digits..at].ToString();
        ReadOnlySpan<char> rest = buffer[at..end];
        var after = "";
        foreach (var word in Ends)
        {
            if (!rest.EndsWith(word, StringComparison.Ordinal)) continue;
            after = word;
            rest = rest[..^word.Length];
            break;
        }

        // What stands behind the number and is no unit makes the cell a remark.
        if (rest.Length > 0 && rest is not "%" && !IsUnit(rest, lexicon)) return null;
        // 2025年 is no length of time.
        if (rest is "年" && numeral.Length == 4) return null;
        return new CellNumber(new TextSpan(sources[first], sources[at + rest.Length - 1] + 1), numeral, negative, cumulative, before, after,
            rest.ToString());
    }

    private static bool IsUnit(ReadOnlySpan<char> rest, Lexicon lexicon)
    {
        var unit = rest[RowWriter.Scales(rest)..];
        return lexicon.Unit(unit, 0) is { } known && known.Length == unit.Length;
    }

    // Offset behind the digits, and the marks among them, that stand at an offset.
    private static int Numeral(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || IsMarkAmongDigits(text, at))) at++;
        return at;
    }

    // 1,234.5.
    private static bool IsMarkAmongDigits(ReadOnlySpan<char> text, int at) =>
        text[at] is ',' or '.' && at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
