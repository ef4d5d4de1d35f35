using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>The number of a cell: <c>318.62</c>, <c>7左右</c>, <c>&gt;12</c>, <c>[5.5]</c>, <c>-10.7</c>, <c>38728万吨</c>.</summary>
/// <param name="Span">Where the numeral stands in the document, with its sign and what unit the cell holds.</param>
/// <param name="Digits">Offset of the numeral, without its sign, in what is seen of the cell.</param>
/// <param name="Unit">Offset behind the numeral: of the unit in the cell, if there is one.</param>
/// <param name="End">Offset behind the unit.</param>
/// <param name="IsNegative">Whether a minus stands before it.</param>
/// <param name="IsCumulative">Whether brackets say that it is a sum over the years.</param>
/// <param name="Before">The bound before it, as a word, or empty.</param>
/// <param name="After">The bound behind it, as a word, or empty.</param>
internal readonly record struct CellNumber(TextSpan Span, int Digits, int Unit, int End, bool IsNegative, bool IsCumulative, string Before,
    string After)
{
    private const int LongestCell = 24;

    private static readonly (string Sign, string Word)[] Bounds =
    [
        (">=", "不低于"), ("<=", "不超过"), ("≥", "不低于"), ("≤", "不超过"), (">", "超过"), ("<", "低于"),
        ("不低于", "不低于"), ("不超过", "不超过"), ("高于", "超过"), ("低于", "低于"), ("超过", "超过"), ("约", "约"), ("控制在", "控制在"), ("达到", ""),
    ];

    private static readonly string[] Ends = ["左右", "以上", "以内", "以下"];

    /// <summary>The number that the whole of a cell is, or null.</summary>
    public static CellNumber? Read(RowCells cells, int cell, Lexicon lexicon)
    {
        if (cells[cell].Length > LongestCell) return null;
        var seen = cells.Folded(cell);
        if (!seen.ContainsAnyInRange('0', '9')) return null;
        var (at, end) = (0, seen.Length);
        var cumulative = end > 2 && seen[0] is '[' or '(' or '【' && seen[end - 1] is ']' or ')' or '】';
        if (cumulative) (at, end) = (1, end - 1);
        var before = char.IsAsciiDigit(seen[at]) ? "" : BoundAt(seen[..end], ref at);
        var first = at;
        var negative = at < end && seen[at] == '-';
        if (at < end && seen[at] is '-' or '+') at++;
        var digits = at;
        at = Numeral(seen[..end], at);
        if (at == digits) return null;
        if (at < end && seen[at] is '-' or '~' && Numeral(seen[..end], at + 1) is var second && second > at + 1) at = second;
        var rest = seen[at..end];
        var after = rest.Length > 1 ? EndOf(rest) : "";
        rest = rest[..^after.Length];
        // What stands behind the number and is no unit makes the cell a remark.
        if (rest.Length > 0 && rest is not "%" && !IsUnit(rest, lexicon)) return null;
        // 2025年 is no length of time.
        if (rest is "年" && at - digits == 4) return null;
        var behind = at + rest.Length;
        var span = new TextSpan(cells.Source(cell, first), cells.Source(cell, behind - 1) + 1);
        return new CellNumber(span, digits, at, behind, negative, cumulative, before, after);
    }

    // The word for the bound at an offset, which moves behind it; empty where there is none.
    private static string BoundAt(ReadOnlySpan<char> seen, ref int at)
    {
        foreach (var (sign, word) in Bounds)
        {
            if (!seen[at..].StartsWith(sign, StringComparison.Ordinal)) continue;
            at += sign.Length;
            return word;
        }

        return "";
    }

    private static string EndOf(ReadOnlySpan<char> rest)
    {
        foreach (var word in Ends)
            if (rest.EndsWith(word, StringComparison.Ordinal)) return word;
        return "";
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
