using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Numbers that are no observations though they have a unit: names, size classes, ranks, durations, rhetoric.</summary>
internal static class Guards
{
    /// <summary>The reason of a number that only tells which things are meant: 50万元以上项目.</summary>
    public const string SizeClass = "size class";

    /// <summary>The reason of a scale without a number: 千亿.</summary>
    public const string Scale = "scale";

    // “31条”, “百日会战”: a number in short quotation marks is a name.
    private const int LongestQuotedName = 8;

    // Marks that close a name, by their last six bits.
    private const ulong ClosingQuotes = 1UL << '”' | 1UL << '》' | 1UL << '"';

    // Fewer things are counted, not the size of a plant.
    private const decimal LeastCapacity = 10000;

    /// <summary>Why the number at <paramref name="number"/> is none, or null.</summary>
    public static string? Find(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        ref readonly var token = ref tokens[number];
        ref readonly var quantity = ref context.Quantities[token.Index];
        var text = context.Text;
        var dimension = quantity.Dimension;
        var counts = dimension == Dimension.Count;
        var before = number > 0 ? text[token.Start - 1] : '\0';
        var next = NumeralReader.At(text, token.End);
        // A sentence that was cut goes on in the text.
        var behind = token.End < context.Sentence.End ? next : '\0';
        if (NumberSigns.MayBe(context, token, quantity, before, next) && NumberSigns.Find(context, number, before, behind) is { } sign) return sign;
        // What ends its clause has nothing behind it that it could be a part of.
        var ends = next is ',' or ';' || (next == '。' && token.End + 1 == context.Sentence.End);
        // 50万人口以上城市.
        if (next == '人' && text[token.End..context.Sentence.End] is ['人', '口', '以', '上', not (',' or '。' or ';'), ..]) return SizeClass;
        if (counts && IsRankedSet(text, token.End, context.Sentence.End)) return "rank";
        if (counts && !ends && before is '批' or '国' or '省' or '市' or '为' or '区' && IsSetJoined(text, context.Sentence.Start, token))
            return "one of a set";
        // 据对28个县1200户农户的抽样调查: how many were asked.
        if ((counts || dimension is Dimension.Households or Dimension.Persons) && text[context.Sentence.Start] is '据' or '根'
            && IsSample(context, token.End))
        {
            return "sample";
        }

        if (context.MayHave(ClosingQuotes) && InShortQuotes(context, number)) return "name";
        if (counts && !ends && WhoseFigure.Follows(context, number)) return "whose figure follows";
        // 增值税(25%部分): whose part of a tax it is.
        if (before == '(' && text[token.End..context.Sentence.End].StartsWith("部分)")) return "share of a tax";
        var mayBeOfRule = (dimension & (Dimension.Money | Dimension.Ratio | Dimension.Multiple)) != 0 || context.Says(Role.Of);
        if (mayBeOfRule && (!ends || quantity.Is(NumeralTraits.Fraction)) && LawText.States(context, number, quantity)) return "rule of law";
        // 柬埔寨四方: parties, no measure.
        if (dimension == Dimension.Volume && token.Length == 2 && text[token.End - 1] == '方' && quantity.Is(NumeralTraits.Chinese)) return "parties";
        // 民间投资新36条: a document is called so.
        if (before == '新' && text[token.End - 1] == '条' && ends) return "name";
        if (text[token.End - 1] == '条' && counts && LawText.CountsArticles(context, token)) return "rule of law";
        if (!ends && behind != '\0' && text[token.End - 1] == '种' && WhoseFigure.FollowsGoods(text[token.End..context.Sentence.End]))
            return "whose figure follows";
        // 12类55件民生实事, 3批18项案例: how the things that are counted are sorted.
        var isSorted = !ends && text[token.End - 1] is '类' or '批' && number + 1 < tokens.Count && tokens[number + 1].Kind == TokenKind.Quantity;
        if (isSorted && tokens[number + 1].Start == token.End) return "kinds of what is counted";
        if (quantity.Is(NumeralTraits.ScaleOnly) && IsScaleAlone(tokens, number, quantity)) return Scale;
        var mayBeRhetoric = counts || dimension == Dimension.Persons || quantity.Is(NumeralTraits.Chinese);
        if (mayBeRhetoric && Rhetoric.Is(context, number, quantity)) return "rhetoric";
        if (SizeClasses.MayQualify(tokens, number) && SizeClasses.Qualifies(context, number, quantity)) return SizeClass;
        var hasSize = dimension is Dimension.Area or Dimension.Length or Dimension.Mass or Dimension.Volume or Dimension.Power
            || (counts && quantity.Low >= LeastCapacity);
        if (hasSize && !ends && Sizes.Describes(context, number)) return "size";
        if (dimension == Dimension.Length && Sizes.SaysWhere(context, number, next)) return "where it lies";
        // 20万吨双氧水项目, 300万只肉羊养殖项目: the number is a part of the name.
        if (!ends && MayBeCapacity(context, quantity) && text[token.End - 1] is not ('个' or '项') && Sizes.NameWorks(context, number, dimension))
            return "works";
        return null;
    }

    /// <summary><see cref="SizeClass"/> or <see cref="Scale"/> where the number is one; nearly all others are told without asking for their
    /// reason.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string? ClassOf(BindingContext context, int number) =>
        SizeClasses.MayQualify(context.Tokens, number) || context.Quantities[context.Tokens[number].Index].Is(NumeralTraits.ScaleOnly)
            ? Find(context, number)
            : null;

    /// <summary>The same of the number right before the token <paramref name="next"/>, with or without 以上; <paramref name="number"/> is its token, or
    /// −1.</summary>
    public static string? ClassBefore(BindingContext context, int next, out int number)
    {
        number = Boundaries.Previous(context.Tokens, next);
        return number >= 0 ? ClassOf(context, number) : null;
    }

    // 20万吨, 30万千瓦; where the sentence names works, 500亩, 300万只 too.
    private static bool MayBeCapacity(BindingContext context, in QuantityMention quantity)
    {
        var dimension = quantity.Dimension;
        if (dimension is Dimension.Mass or Dimension.Power) return true;
        if (!context.Says(Role.Works)) return false;
        return dimension is Dimension.Area or Dimension.Volume or Dimension.Length || (dimension == Dimension.Count && quantity.Low >= LeastCapacity);
    }

    // 入围全国首批20个试点城市, 成为全国14个示范县之一: of how many the place is one; but 首批18个项目开工 counts.
    private static bool IsSetJoined(ReadOnlySpan<char> text, int start, in Token number)
    {
        const int Reach = 16;
        const int LongestName = 24;
        var before = text[Math.Max(start, number.Start - Reach)..number.Start];
        before = before[(before.LastIndexOfAny(",;:") + 1)..];
        // 获批3个平台 counts them, too.
        var joins = before is [.., '批'] and not [.., '获' or '审' or '报', _]
            && Phrases.HoldsAny(before, ["入围", "入选", "跻身", "成为", "列入", "列为", "确定为", "获批"]);
        if (joins) return true;
        var name = text[number.End..Math.Min(text.Length, number.End + LongestName)];
        return name.IndexOf("之一") is var one and > 0 && name[..one].IndexOfAny(",;。、") < 0
            && before.IndexOfAny('为', '是', '入') >= 0;
    }

    // 14个市州中排第9位, 131家开发区中仅列第87位: the number only says among how many.
    private static bool IsRankedSet(ReadOnlySpan<char> text, int end, int last)
    {
        const int Furthest = 14;
        var window = text[end..Math.Min(last, end + Furthest)];
        var at = window.IndexOf('中');
        // 70个大中城市.
        if (at > 0 && window[at - 1] == '大' && window[(at + 1)..].IndexOf('中') is var next and >= 0) at += next + 1;
        if (at < 0) return false;
        if (IsConstant(text[(end - 1)..(end + at)]) && GoesOnWithCount(text[(end + at + 1)..last], text[end - 1] != '种')) return true;
        if (window.StartsWith("大中城市中,")) return true;
        return window[(at + 1)..] is ['排' or '列' or '居' or '位' or '第', _, ..]
            or ['名' or '仅' or '均', '列' or '排' or '居' or '位' or '第', ..];
    }

    // 41个工业大类行业中, 596种产品中, 31个省(区、市)中, 70个大中城市中: out of how many, which nobody reports.
    private static bool IsConstant(ReadOnlySpan<char> counted)
    {
        if (counted[0] == '种') return true;
        return Phrases.HoldsAny(counted, ["大类", "行业", "省", "城市", "断面", "产区", "指标", "县(市", "县(区"]);
    }

    // In Chinese numerals 有九种 may be one of several parts.
    private static bool GoesOnWithCount(ReadOnlySpan<char> behind, bool inChinese)
    {
        if (behind is [',', ..]) behind = behind[1..];
        if (behind is ['已', ..]) behind = behind[1..];
        if (behind is ['有', ..]) behind = behind[1..];
        if (inChinese && behind is ['十', ..]) return true;
        if (inChinese && behind.Length > 1 && Scales.Digit(behind[0]) > 0) return true;
        return behind is [>= '0' and <= '9', _, ..];
    }

    // Before the survey's first comma.
    private static bool IsSample(BindingContext context, int end)
    {
        var sentence = context.Text[context.Sentence.Start..context.Sentence.End];
        var comma = sentence.IndexOf(',');
        if (comma < end - context.Sentence.Start) return false;
        // 据全国28个省1.8万户农民家庭的调查.
        if (sentence[..comma].EndsWith("的调查") || sentence[..comma].EndsWith("抽样调查")) return true;
        var asksOf = sentence.StartsWith("据对", StringComparison.Ordinal) || sentence.StartsWith("根据对", StringComparison.Ordinal);
        return asksOf && sentence[..comma].IndexOf("调查") >= 0;
    }

    private static bool InShortQuotes(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var text = context.Text[tokens[number].End..];
        if (text[..Math.Min(text.Length, LongestQuotedName + 1)].IndexOfAny('”', '》', '"') < 0) return false;
        // “营商环境创新提升59条”: a list of measures that ends in its number.
        if (number + 1 < tokens.Count && tokens[number + 1].IsMark('”') && IsQuoted(tokens, number)) return true;
        var open = number - 1;
        while (open >= 0 && tokens[number].Start - tokens[open].Start <= LongestQuotedName
            && tokens[open].Mark is not ('“' or '《' or '"' or '”' or '》' or ',' or ';'))
        {
            open--;
        }

        if (open < 0 || tokens[open].Mark is not ('“' or '《' or '"')) return false;
        for (var close = number + 1; close < tokens.Count && tokens[close].End - tokens[open].End <= LongestQuotedName + 1; close++)
            if (tokens[close].Mark is '”' or '》' or '"') return true;
        return false;
    }

    private static bool IsQuoted(Pieces<Token> tokens, int number)
    {
        for (var i = number - 1; i >= 0 && !tokens[i].IsMark(',') && !tokens[i].IsMark('”'); i--)
            if (tokens[i].IsMark('“')) return true;
        return false;
    }

    // 千亿 counts as a number only behind a bound: 突破千亿元.
    private static bool IsScaleAlone(Pieces<Token> tokens, int number, in QuantityMention quantity)
    {
        if (quantity.Is(NumeralTraits.Percent)) return false;
        var next = number + 1 < tokens.Count ? tokens[number + 1].Roles : Role.None;
        for (var i = number - 1; i >= 0 && i >= number - 3; i--)
        {
            ref readonly var token = ref tokens[i];
            // 还有12个县经济总量不足百亿: the scale only says which ones.
            if (token.Is(Role.BoundBefore))
                return i > 1 && tokens[i - 1].Is(Role.Indicator | Role.Suffix) && CountedBefore(tokens, i, (next & Role.Of) != 0 ? 1 : 2);
            // 每年新增百万户以上.
            if (token.Is(Role.Add) && (next & Role.BoundAfter) != 0) return false;
            if (token.Is(Role.Link) && token.Length > 1) return false;
            if (!token.Is(Role.Actual | Role.Adverb)) return true;
        }

        return true;
    }

    // Nothing but nouns, and more of them than the fewest, from a count to the token.
    private static bool CountedBefore(Pieces<Token> tokens, int at, int fewest)
    {
        for (var i = at - 1; i > 0; i--)
        {
            if (tokens[i].Kind == TokenKind.Quantity) return at - i > fewest;
            if (tokens[i].Kind != TokenKind.Text && !tokens[i].Is(Role.Indicator | Role.Suffix | Role.Modifier | Role.Unit)) return false;
        }

        return false;
    }
}
