using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Stocks of firms and people: what is done for some of them (惠及经营主体14.6万户) or what came to them by a programme (新认定高新技术企业20家) is not how
/// many there are.</summary>
internal static class Stocks
{
    private const string GrainOutput = "agriculture.grain_output";

    // In kg.
    private const decimal LeastHarvest = 10_000;

    // 总数 and what stands between it and its number, in characters.
    private const int LongestTotal = 24;

    // Verbs of reaching and of a programme; 新增 is the stock's own increment.
    private static readonly string[] Verbs =
        ["惠及", "覆盖", "服务", "支持", "扶持", "帮助", "帮扶", "走访", "助力", "培训", "解决", "受益", "奖励", "资助", "救助", "安置", "搬迁", "转移", "保障", "补贴", "慰问",
            "减免", "吸引", "新认定", "新培育", "新登记", "新登记注册", "新注册", "新设", "新设立", "新评定", "新获评", "新获批", "新评", "新晋"];

    private static readonly EndingTable VerbEnds = new(Verbs);

    // What may stand between such a verb and the name, in this order.
    private static readonly string[] Between = ["了", "各类", "超", "近", "约", "全省", "全市", "全县", "国家", "国家级"];

    /// <summary>Takes its code from the subject of a number that is a part of a stock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Settle(BindingContext context, ref Reading reading)
    {
        if (reading.Subject.Term is { IsCore: true } term && (term.IsStock || term.IsOutput) && IsPart(context, reading, term))
            reading.Subject = reading.Subject with { Term = null };
    }

    private static bool IsPart(BindingContext context, in Reading reading, IndicatorTerm term)
    {
        ref readonly var subject = ref reading.Subject;
        if (term.IsOutput && IsHarvestOfOne(context, reading, term)) return true;
        if (!term.IsStock) return false;
        ref readonly var number = ref context.Tokens[reading.Number];
        var behind = subject.Start >= number.End;
        // 14亿人口, 六亿人民 are the people; 2897万农村人口, 三分之二人口 some of them.
        if (behind && term.IsPopulation && (reading.IsPercent || !NamesAll(context.TextOf(reading.RightStart, reading.RightEnd)))) return true;
        var from = context.Tokens[reading.Left.SegmentStart].Start;
        var to = behind ? number.Start : Math.Min(subject.Start, number.Start);
        var before = context.Text[from..Math.Max(from, to)];
        foreach (var ending in Between)
            if (before.EndsWith(ending, StringComparison.Ordinal)) before = before[..^ending.Length];
        return VerbEnds.IsEndOf(before);
    }

    // 每亩耕地平均生产粮食870斤, 大寨每人生产粮食两千斤: no place harvests as little as that.
    private static bool IsHarvestOfOne(BindingContext context, in Reading reading, IndicatorTerm term) =>
        reading.Dimension == Dimension.Mass && term.Indicator.Code == GrainOutput && reading.Quantity.High < LeastHarvest
            && SaysPer(context, reading);

    /// <summary>新认定高新技术企业26家,总数达到94家: the subject carried over from a part of a stock is the whole stock again where the words say so.</summary>
    public static void Restore(BindingContext context, ref Reading reading)
    {
        ref readonly var subject = ref reading.Subject;
        if (subject is not { IsCore: false, Name: null } || !subject.IsNamed || reading.Number <= reading.Left.SegmentStart) return;
        var words = context.TextOf(reading.Left.SegmentStart, reading.Number);
        // In a list of a thousand numbers the words before all of them would be read for each.
        if (words.Length > LongestTotal) words = words[^LongestTotal..];
        if (words.IndexOfAny('总', '累') < 0) return;
        if (words.IndexOf("总数") < 0 && words.IndexOf("总量") < 0 && words.IndexOf("累计达") < 0) return;
        var start = subject.Start;
        // 新登记经营主体6821户,总量达3.9万户: without the verb that made it a part.
        foreach (var verb in Verbs)
            if (subject.Term is not null && context.Text[subject.Start..subject.End].StartsWith(verb, StringComparison.Ordinal))
                start = Math.Max(start, subject.Start + verb.Length);
        if (context.Lexicon.Find(context.Text[start..subject.End])?.Indicator is { IsCore: true, IsStock: true } stock)
            reading.Subject = new Subject(stock, start, subject.End);
    }

    private static bool SaysPer(BindingContext context, in Reading reading)
    {
        for (var i = reading.Left.SegmentStart; i < reading.Number; i++)
            if (context.Tokens[i].Is(Role.Per)) return true;
        return false;
    }

    private static bool NamesAll(ReadOnlySpan<char> name) =>
        name is ['人', ..] or ['总', '人', '口', ..] or ['常', '住', '人', '口', ..] || name.IndexOf("人民") >= 0;
}
