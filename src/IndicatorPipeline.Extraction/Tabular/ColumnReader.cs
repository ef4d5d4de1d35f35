using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>Tells by the head of a column what its cells hold.</summary>
internal static class ColumnReader
{
    private const int YearDigits = 4;

    private static readonly PhraseTable<Entry> Words = Load();

    // What was planned and not what came of it.
    private static readonly PhraseTable<bool> Goals = new(["预算", "计划", "目标", "预期", "安排"]);

    private static readonly string[] PartsOfYear = ["上半年", "前三季度", "一季度", "二季度", "三季度", "四季度"];

    /// <summary>The column with the folded head <paramref name="head"/>, without blanks.</summary>
    public static Column Read(ReadOnlySpan<char> head)
    {
        var unit = Bracketed(head, out var title);
        if (title is [.., '%'])
        {
            unit = "%";
            title = title[..^1];
        }

        var (year, from) = Year(title);
        // 2023年增长, 1-9月累计: the words behind the time tell.
        var rest = year > 0 && from == 0 ? AfterYear(title) : title;
        var months = Months(rest);
        var kind = KindOf(rest[months..], out var isRemark);
        // 比1982年增长: counted from that year.
        if (year > 0 && from > 0 && title[from - 1] is '比' or '较')
            return new Column(ColumnKind.Growth, 0, "", title[(from - 1)..(from + YearDigits)].ToString() + "年", unit);
        if (year + months > 0 && (kind == ColumnKind.Name || (kind == ColumnKind.Other && !isRemark))) kind = ColumnKind.Level;
        return new Column(kind, year, rest[..months].ToString(), "", unit, NounOf(title), kind >= ColumnKind.Level && Goals.In(title).Next());
    }

    // How long the part of a year is that a head begins with: 1-9月, 9月, 上半年, 前三季度.
    private static int Months(ReadOnlySpan<char> title)
    {
        var at = 0;
        while (at < title.Length && (char.IsAsciiDigit(title[at]) || (at > 0 && title[at] is '-' or '~' or '至'))) at++;
        if (at > 0 && at < title.Length && title[at] == '月') return title[(at + 1)..] is ['份' or '末' or '底', ..] ? at + 2 : at + 1;
        foreach (var part in PartsOfYear)
            if (title.StartsWith(part, StringComparison.Ordinal)) return part.Length;
        return 0;
    }

    private static string NounOf(ReadOnlySpan<char> title) => title switch
    {
        [.., '产', '量'] => "产量",
        [.., '产', '值'] => "产值",
        [.., '增', '加', '值'] => "增加值",
        [.., '面', '积'] => "面积",
        _ => "",
    };

    private static ReadOnlySpan<char> AfterYear(ReadOnlySpan<char> title)
    {
        title = title[YearDigits..];
        return title is ['年', ..] ? title[1..] : title;
    }

    private static ColumnKind KindOf(ReadOnlySpan<char> title, out bool isRemark)
    {
        var best = new Entry(title is ['±', ..] ? ColumnKind.Growth : ColumnKind.Other, Reach.Any, int.MaxValue);
        for (var words = Words.In(title); words.Next();)
            if (words.Value.Row < best.Row && Stands(words.Value.Reach, words.At, words.End, title.Length)) best = words.Value;
        // 2023年排名, 为预算%.
        isRemark = best is { Kind: ColumnKind.Other, Row: < int.MaxValue };
        return best.Kind;
    }

    private static bool Stands(Reach reach, int at, int end, int length) =>
        reach switch { Reach.Any => true, Reach.Start => at == 0, _ => at == 0 && end == length };

    // 产量(万吨): what the bracket at the end holds, and the head without it; [累计] says no unit.
    private static string Bracketed(ReadOnlySpan<char> head, out ReadOnlySpan<char> title)
    {
        title = head;
        if (head is not [.., ')'] || head.LastIndexOf('(') is not (>= 0 and var open)) return "";
        title = head[..open];
        return head[(open + 1)..^1].ToString();
    }

    private static (int Year, int From) Year(ReadOnlySpan<char> title)
    {
        for (var i = 0; i + YearDigits <= title.Length; i++)
        {
            if (title[i] is not ('1' or '2') || (i + YearDigits < title.Length && char.IsAsciiDigit(title[i + YearDigits]))) continue;
            if (Digits(title.Slice(i, YearDigits)) is >= Period.Earliest and <= Period.Latest and var year) return (year, i);
        }

        return (0, 0);
    }

    // The number of so many digits, or −1 where they are none.
    private static int Digits(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) return -1;
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private static PhraseTable<Entry> Load()
    {
        var rows = Tsv.Read("columns.tsv");
        var words = new PhraseTable<Entry>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var kind = row["kind"] switch
            {
                "other" => ColumnKind.Other,
                "place" => ColumnKind.Place,
                "name" => ColumnKind.Name,
                "unit" => ColumnKind.Unit,
                "firmness" => ColumnKind.Firmness,
                "level" => ColumnKind.Level,
                "growth" => ColumnKind.Growth,
                "average" => ColumnKind.AverageGrowth,
                "share" => ColumnKind.Share,
                var other => throw row.Bad($"unknown kind '{other}'"),
            };
            var reach = row["place"] switch
            {
                "any" => Reach.Any,
                "start" => Reach.Start,
                "whole" => Reach.Whole,
                var other => throw row.Bad($"unknown place '{other}'"),
            };
            if (row["word"].Length < 2) throw row.Bad($"'{row["word"]}' is too short to be looked for");
            words.Add(row["word"], new Entry(kind, reach, i));
        }

        return words;
    }

    private enum Reach
    {
        Any,
        Start,
        Whole,
    }

    private readonly record struct Entry(ColumnKind Kind, Reach Reach, int Row);
}
