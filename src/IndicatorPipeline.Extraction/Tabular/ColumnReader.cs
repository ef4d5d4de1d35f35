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

    // At the end of a head, behind the indicator or in place of it.
    private static readonly string[] Amounts = ["总量", "绝对数", "绝对值", "绝对量", "数值", "金额", "完成数", "完成额", "累计", "实绩", "数量"];

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
        // 比1982年增长: counted from that year.
        if (year > 0 && from > 0 && title[from - 1] is '比' or '较')
            return new Column(ColumnKind.Growth, 0, "", title[(from - 1)..(from + YearDigits)].ToString() + "年", unit);
        // 2023年增长, 1-9月累计, 上年执行数: the words behind the time tell.
        var rest = BehindTime(title, out var shift, out var months);
        var isTimed = year + months.Length > 0 || shift is not null;
        var kind = KindOf(rest);
        if (isTimed && kind is ColumnKind.Name or ColumnKind.Unknown) kind = ColumnKind.Level;
        return new Column(kind, year, TimeWords(months), "", unit, NounOf(title), shift, kind >= ColumnKind.Level && Goals.In(title).Next());
    }

    /// <summary>Where in a folded head the indicator is named: without the time before it and what it is measured in or called behind it; empty
    /// where it names none.</summary>
    public static Range TitleIn(ReadOnlySpan<char> head)
    {
        Bracketed(head, out var title);
        if (title is [.., '%']) title = title[..^1];
        var from = title.Length - BehindTime(title, out _, out _).Length;
        title = title[from..];
        if (KindOf(title) >= ColumnKind.Growth) return from..from;
        foreach (var word in Amounts)
            if (title.EndsWith(word, StringComparison.Ordinal)) return from..(from + title.Length - word.Length);
        return from..(from + title.Length);
    }

    /// <summary>The time that the name of a row is (2019年, 2019年1-9月, 3月): its year, or 0, and the months as words; false where it is none.</summary>
    public static bool IsTime(ReadOnlySpan<char> name, out int year, out ReadOnlySpan<char> months)
    {
        (year, _) = Year(name);
        var rest = BehindTime(name, out var shift, out months);
        return shift is null && year + months.Length > 0 && rest is "" or "末" or "底" or "度";
    }

    // What stands behind the time that a head begins with; the time is a year, one told from the table's, months, or none.
    private static ReadOnlySpan<char> BehindTime(ReadOnlySpan<char> title, out int? shift, out ReadOnlySpan<char> months)
    {
        shift = title switch
        {
            ['上' or '去', '年', ..] => -1,
            ['本' or '今' or '当', '年', ..] => 0,
            _ => null,
        };
        if (shift is not null) title = title[2..];
        else if (Year(title) is { Year: > 0, From: 0 }) title = AfterYear(title);
        months = title[..Months(title)];
        return title[months.Length..];
    }

    /// <summary>The first year in a folded text, or 0, and where it stands.</summary>
    public static (int Year, int From) Year(ReadOnlySpan<char> title)
    {
        for (var i = 0; i + YearDigits <= title.Length; i++)
        {
            if (title[i] is not ('1' or '2') || (i + YearDigits < title.Length && char.IsAsciiDigit(title[i + YearDigits]))) continue;
            if (i > 0 && char.IsAsciiDigit(title[i - 1])) continue;
            if (Digits(title.Slice(i, YearDigits)) is >= Period.Earliest and <= Period.Latest and var year) return (year, i);
        }

        return (0, 0);
    }

    /// <summary>The months of a head or a row as words of a sentence, in which 3月 alone is no month: 3月份.</summary>
    public static string TimeWords(ReadOnlySpan<char> months) =>
        months is [>= '0' and <= '9', '月'] or [>= '0' and <= '9', >= '0' and <= '9', '月'] ? $"{months}份" : months.ToString();

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

    private static ColumnKind KindOf(ReadOnlySpan<char> title)
    {
        var best = new Entry(title is ['±', ..] ? ColumnKind.Growth : ColumnKind.Unknown, Reach.Any, int.MaxValue);
        for (var words = Words.In(title); words.Next();)
            if (words.Value.Row < best.Row && Stands(words.Value.Reach, words.At, words.End, title.Length)) best = words.Value;
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
                "time" => ColumnKind.Time,
                "owner" => ColumnKind.Owner,
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
