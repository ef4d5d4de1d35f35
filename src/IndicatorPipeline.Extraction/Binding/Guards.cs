using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

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

    // The characters before, at the end of and behind a number that BySign asks for, by their last six bits.
    private const ulong SignsBefore = 1UL << '第' | 1UL << '每' | 1UL << '前' | 1UL << '速';
    private const ulong SignsInside = 1UL << '类' | 1UL << '版' | 1UL << '节' | 1UL << '位';
    private const ulong SignsOfTime =
        1UL << '多' | 1UL << '半' | 1UL << '月' | 1UL << '小' | 1UL << '星' | 1UL << '季' | 1UL << '工' | 1UL << '年' | 1UL << '昼';
    private const ulong SignsBehind = 1UL << '集' | 1UL << '级' | 1UL << '型' | 1UL << '性' | 1UL << '强' | 1UL << '道' | 1UL << '世';

    // Marks that close a name, by the same.
    private const ulong ClosingQuotes = 1UL << '”' | 1UL << '》' | 1UL << '"';

    // 一个, 三项, 五件: Chinese numerals this small before a classifier are a manner of speaking.
    private const decimal SmallChineseCount = 10;

    // Fewer things are counted, not the size of a plant.
    private const decimal LeastCapacity = 10000;

    // What is counted is what the speech says next.
    private static readonly string[] Ahead = ["下列", "上述", "如下", "前述", "下面", "以下"];

    private static readonly string[] Voters = ["通过,", "通过。", "出席", "同意", "赞成", "代表", "委员", "常务委员", "组成人员", "选民", "股东", "业主", "选票"];

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
        var last = text[token.End - 1];
        var next = NumeralReader.At(text, token.End);
        // A sentence that was cut goes on in the text.
        var behind = token.End < context.Sentence.End ? next : '\0';
        if ((quantity.Is(NumeralTraits.Vague | NumeralTraits.ScaleOnly | NumeralTraits.Ratio | NumeralTraits.Doubling) || dimension == Dimension.Grade
            || May(SignsBefore, before) || May(SignsInside, last) || May(SignsBehind, next)
            || (text[token.Start] is '1' or '一' && SaysEach(text[context.Sentence.Start..token.Start])) || (last == '个' && May(SignsOfTime, next)))
            && BySign(context, number, before, last, behind) is { } reason) return reason;
        if (counts && IsRankedSet(text, token.End, context.Sentence.End)) return "rank";
        // 据对28个县1200户农户的抽样调查: how many were asked.
        if (counts | (dimension is Dimension.Households or Dimension.Persons) && text[context.Sentence.Start] is '据' or '根'
            && IsSample(context, token.End))
        {
            return "sample";
        }
        if (context.MayHave(ClosingQuotes) && InShortQuotes(context, number)) return "name";
        if (counts && number + 1 < tokens.Count && tokens[number + 1].Kind is TokenKind.Text or TokenKind.Word && IsOfFigure(context, number))
            return "whose figure follows";
        // 增值税(25%部分): whose part of a tax it is.
        if (before == '(' && text[token.End..context.Sentence.End].StartsWith("部分)")) return "share of a tax";
        // What ends its clause is neither threatened nor said of anybody.
        var ends = next is ',' or ';' || (next == '。' && token.End + 1 == context.Sentence.End);
        if ((!ends || quantity.Is(NumeralTraits.Fraction))
            && ((dimension & (Dimension.Money | Dimension.Ratio | Dimension.Multiple)) != 0 || context.Says(Role.Of))
            && IsOfRule(context, number, quantity))
        {
            return "rule of law";
        }
        if (last == '种' && behind != '\0' && IsOfGoods(text[token.End..context.Sentence.End])) return "whose figure follows";
        if (quantity.Is(NumeralTraits.ScaleOnly) && IsScaleAlone(tokens, number, quantity)) return Scale;
        if ((counts || dimension == Dimension.Persons || quantity.Is(NumeralTraits.Chinese)) && IsRhetoric(context, number, quantity))
            return "rhetoric";
        if (SizeClasses.MayQualify(tokens, number) && SizeClasses.Qualifies(context, number, quantity)) return SizeClass;
        if (dimension is Dimension.Area or Dimension.Length or Dimension.Mass or Dimension.Volume && Sizes.Describes(context, number)) return "size";
        if (dimension == Dimension.Length && Sizes.SaysWhere(context, number, next)) return "where it lies";
        // 20万吨双氧水项目, 300万只肉羊养殖项目: the number is a part of the name.
        if ((dimension is Dimension.Mass or Dimension.Power
            || (context.Says(Role.Works)
            && (dimension is Dimension.Area or Dimension.Volume or Dimension.Length || (counts && quantity.Low >= LeastCapacity))))
            && Sizes.NameWorks(context, number, dimension))
        {
            return "works";
        }
        return null;
    }

    /// <summary><see cref="SizeClass"/> or <see cref="Scale"/> where the number is one; nearly all others are told without asking for their
    /// reason.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string? ClassOf(BindingContext context, int number) =>
        SizeClasses.MayQualify(context.Tokens, number) || context.Quantities[context.Tokens[number].Index].Is(NumeralTraits.ScaleOnly)
            ? Find(context, number) : null;

    /// <summary>The same of the number right before the token <paramref name="next"/>, with or without 以上; <paramref name="number"/> is its token, or
    /// −1.</summary>
    public static string? ClassBefore(BindingContext context, int next, out int number)
    {
        number = Boundaries.Previous(context.Tokens, next);
        return number >= 0 ? ClassOf(context, number) : null;
    }

    // Whether a character can be one of the signs; few others have the last six bits in common with one.
    private static bool May(ulong signs, char c) => (signs & (1UL << c)) != 0;

    // What the writing of the number or the character beside it tells.
    private static string? BySign(BindingContext context, int number, char before, char last, char behind)
    {
        ref readonly var token = ref context.Tokens[number];
        ref readonly var quantity = ref context.Quantities[token.Index];
        var text = context.Text;
        var dimension = quantity.Dimension;
        var counts = dimension == Dimension.Count;
        if (quantity.Is(NumeralTraits.Vague) || (quantity.Is(NumeralTraits.ScaleOnly) && before is '上' or '成' or '几' or '数')) return "vague";
        if (quantity.Is(NumeralTraits.Ratio) && !NamesRatio(context, number)) return "score";
        // 水质优于3类, 2类水: a grade of quality.
        if (dimension == Dimension.Grade || (counts && last == '类' && (before is '于' || behind is '水' or '地' or '标'))) return "grade";
        if (behind is '级' or '型' or '性' or '强'
            && (dimension is Dimension.Count or Dimension.Mass or Dimension.Power or Dimension.None or Dimension.Money or Dimension.Persons)
            && !(behind == '强' && dimension != Dimension.None))
        {
            return "class";
        }
        if (before == '第') return "ordinal";
        // 每10万人45台: the unit that something is counted by.
        if (before == '每') return "per unit";
        // “三个翻番”: a slogan counts its own goals.
        if (before == '个' && quantity.Is(NumeralTraits.Doubling)
            && text[Math.Max(context.Sentence.Start, token.Start - LongestQuotedName)..token.Start] is var slogan
            && slogan.LastIndexOf('“') > slogan.LastIndexOf('”'))
        {
            return "rhetoric";
        }
        // 西方7国集团.
        if (last == '国' && behind == '集' && text[token.End..].StartsWith("集团", StringComparison.Ordinal)) return "name";
        // 每分出一吨, 每增加1个百分点: the unit that something is counted by, behind its verb.
        if (text[token.Start] is '1' or '一' && SaysEach(text[context.Sentence.Start..token.Start]) && IsOne(text[(token.Start + 1)..token.End]))
            return "per unit";
        // “四好农村路”2.0版, 2.3节.
        if (counts && quantity.Is(NumeralTraits.Decimals) && last is '版' or '节') return "name";
        // 318国道, 101省道, 6县道.
        if (behind == '道' && last is '国' or '省' or '县' or '乡') return "name";
        if (before == '速' && dimension == Dimension.Length && text[..token.Start].EndsWith("时速")) return "speed";
        if ((last == '个' && IsDuration(text, token.End)) || text[token.End..].StartsWith("世纪")) return "duration";
        if (before is '前' && dimension is Dimension.Count or Dimension.Persons or Dimension.Ratio && !quantity.Is(NumeralTraits.Scaled))
            return "rank";
        return last == '位' && dimension == Dimension.Persons && IsRank(context.Tokens, number) ? "rank" : null;
    }

    private static bool IsOne(ReadOnlySpan<char> behind) =>
        behind is not ([] or [(>= '0' and <= '9') or '.' or '-' or '十' or '百' or '千' or '万' or '亿' or '余' or '多' or '几', ..]);

    // 每投入|1元.
    private static bool SaysEach(ReadOnlySpan<char> before)
    {
        const int LongestVerb = 4;
        if (before.Length > LongestVerb) before = before[^(LongestVerb + 1)..];
        return before.LastIndexOf('每') is var each and >= 0 && IsPerVerb(before[(each + 1)..]);
    }

    // 每年, 每户 and 每个县 say of what there are so many.
    private static bool IsPerVerb(ReadOnlySpan<char> verb)
    {
        if (verb is not [var first, ..]) return false;
        return first is not ('年' or '月' or '日' or '天' or '周' or '季' or '户' or '人' or '村' or '镇' or '乡' or '县' or '个' or '家' or '次' or '亩' or '千'
            or '万' or '百' or '平' or '公' or '名' or '台' or '座') && verb.IndexOfAny(",、;:") < 0;
    }

    // 跃居第3位 has no number of persons, and 3位 alone none either.
    private static bool IsRank(Pieces<Token> tokens, int number) =>
        (number > 0 && tokens[number - 1].Is(Role.Change))
            || !(number + 1 < tokens.Count && tokens[number + 1] is { Kind: TokenKind.Text or TokenKind.Word } next && !next.Is(Role.BoundAfter));

    // 收入比2.38:1, 之比突破1:1; a score has no such name.
    private static bool NamesRatio(BindingContext context, int number)
    {
        const int Furthest = 8;
        for (var i = number - 1; i >= 0 && i > number - Furthest
            && !(Boundaries.IsClauseMark(context.Tokens[i]) && context.Tokens[i].Mark != ','); i--)
            if (context.TextOf(i) is var word && (word.EndsWith("比") || word.EndsWith("比例") || word.EndsWith("比值") || word.EndsWith("倍差")))
                return true;
        return false;
    }

    // 处5万元以上10万元以下罚款, 货值金额1万元以上的,: what a rule threatens, and whom it concerns; 收缴罚款120万元 is what was done.
    private static bool IsOfRule(BindingContext context, int number, in QuantityMention quantity)
    {
        const int Reach = 24;
        var tokens = context.Tokens;
        var end = Bounds.End(tokens, number);
        if (end + 1 < tokens.Count && tokens[end].Is(Role.Of) && tokens[end + 1].Kind == TokenKind.Mark && tokens[end + 1].Mark is ',' or ';'
            && context.Text[tokens[end].Start] == '的')
        {
            return true;
        }
        if (quantity.Dimension is not (Dimension.Money or Dimension.Multiple or Dimension.Ratio)) return false;
        if (quantity.Is(NumeralTraits.Fraction) && IsQuorum(context, tokens[end - 1].End)) return true;
        var behind = context.Text[tokens[number].End..Math.Min(context.Sentence.End, tokens[number].End + Reach)];
        if (behind is [] or ['。'] or [',' or ';', ..] || behind.IndexOf('罚') is not (var fine and >= 0) || behind[..fine].IndexOfAny(',', ';') >= 0)
            return false;
        for (var i = number - 1; i >= 0 && !Boundaries.IsClauseMark(tokens[i]); i--)
            if (context.TextOf(i).Contains('处')) return true;
        return false;
    }

    // 过半数通过, 三分之二以上的代表同意.
    private static bool IsQuorum(BindingContext context, int end)
    {
        var behind = context.Text[end..context.Sentence.End];
        if (behind is ['的', ..]) behind = behind[1..];
        foreach (var voters in Voters)
            if (behind.StartsWith(voters, StringComparison.Ordinal)) return true;
        return false;
    }

    // 14个市州中排第9位, 131家开发区中仅列第87位: the number only says among how many.
    private static bool IsRankedSet(ReadOnlySpan<char> text, int end, int last)
    {
        const int Furthest = 14;
        var window = text[end..Math.Min(last, end + Furthest)];
        var at = window.IndexOf('中');
        // 41个工业大类行业中,有31个行业增长: out of how many.
        if (at > 0 && (window[..at].IndexOf("大类") >= 0 || window[..at].IndexOf("行业") >= 0) && text[end..] is var all && at + 3 < all.Length
            && all[at + 1] == ',' && end + at + 3 < last
            && (char.IsAsciiDigit(all[at + 2]) || (all[at + 2] == '有' && char.IsAsciiDigit(all[at + 3]))))
        {
            return true;
        }
        return at >= 0 && at + 2 < window.Length
            && (window[at + 1] is '排' or '列' or '居' or '位' or '第'
            || (window[at + 1] is '名' or '仅' or '均' && window[at + 2] is '列' or '排' or '居' or '位' or '第'));
    }

    // 1个多月, 3个半月, 3个小时: a time, though 个 could count.
    private static bool IsDuration(ReadOnlySpan<char> text, int end)
    {
        if (NumeralReader.At(text, end) is '多' or '半') end++;
        return NumeralReader.At(text, end) is '月'
            || (end < text.Length && (text[end..].StartsWith("小时") || text[end..].StartsWith("星期") || text[end..].StartsWith("季度")
            || text[end..].StartsWith("工作日") || text[end..].StartsWith("年头") || text[end..].StartsWith("昼夜")));
    }

    private static bool InShortQuotes(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var text = context.Text[tokens[number].End..];
        if (text[..Math.Min(text.Length, LongestQuotedName + 1)].IndexOfAny('”', '》', '"') < 0) return false;
        var open = number - 1;
        while (open >= 0 && tokens[number].Start - tokens[open].Start <= LongestQuotedName
            && tokens[open].Mark is not ('“' or '《' or '"' or '”' or '》' or ',' or ';'))
        {
            open--;
        }
        // “营商环境创新提升59条”: a list of measures that ends in its number.
        if (number + 1 < tokens.Count && tokens[number + 1].IsMark('”') && Quoted(tokens, number)) return true;
        if (open < 0 || tokens[open].Mark is not ('“' or '《' or '"')) return false;
        for (var close = number + 1; close < tokens.Count && tokens[close].End - tokens[open].End <= LongestQuotedName + 1; close++)
            if (tokens[close].Mark is '”' or '》' or '"') return true;
        return false;
    }

    private static bool Quoted(Pieces<Token> tokens, int number)
    {
        for (var i = number - 1; i >= 0 && !tokens[i].IsMark(',') && !tokens[i].IsMark('”'); i--)
            if (tokens[i].IsMark('“')) return true;
        return false;
    }

    // 千亿 counts as a number only behind a bound: 突破千亿元.
    private static bool IsScaleAlone(Pieces<Token> tokens, int number, in QuantityMention quantity)
    {
        if (quantity.Is(NumeralTraits.Percent)) return false;
        for (var i = number - 1; i >= 0 && i >= number - 3; i--)
        {
            // 还有12个县经济总量不足百亿: the scale only says which ones.
            if (tokens[i].Is(Role.BoundBefore))
            {
                return i > 1 && tokens[i - 1].Is(Role.Indicator | Role.Suffix)
                    && CountedBefore(tokens, i, number + 1 < tokens.Count && tokens[number + 1].Is(Role.Of) ? 1 : 2);
            }
            // 每年新增百万户以上.
            if (tokens[i].Is(Role.Add) && number + 1 < tokens.Count && tokens[number + 1].Is(Role.BoundAfter)) return false;
            if (tokens[i].Is(Role.Link) && tokens[i].Length > 1) return false;
            if (!tokens[i].Is(Role.Actual | Role.Adverb)) return true;
        }

        return true;
    }

    // Nothing but nouns from a count to the token.
    private static bool CountedBefore(Pieces<Token> tokens, int at, int fewest)
    {
        for (var i = at - 1; i > 0; i--)
        {
            if (tokens[i].Kind == TokenKind.Quantity) return at - i > fewest;
            if (tokens[i].Kind != TokenKind.Text && !tokens[i].Is(Role.Indicator | Role.Suffix | Role.Modifier | Role.Unit)) return false;
        }

        return false;
    }

    private static bool IsRhetoric(BindingContext context, int number, in QuantityMention quantity)
    {
        // 一户一策, 二元结构, 一方: one and two in Chinese characters are words, whatever the unit.
        if (quantity.Is(NumeralTraits.Chinese) && quantity.Low <= 2 && !quantity.IsRange && !EndsPhrase(context, number)
            && quantity.Dimension is not (Dimension.Ratio or Dimension.Points or Dimension.Multiple)
            && !quantity.Is(NumeralTraits.Decimals | NumeralTraits.Scaled))
        {
            return true;
        }
        // 以百倍的努力: a round multiple of what has no number.
        if (quantity is { Dimension: Dimension.Multiple, Low: 10 or 100 or 1000 } && quantity.Is(NumeralTraits.Chinese)
            && number + 1 < context.Tokens.Count && context.Tokens[number + 1].Is(Role.Of))
        {
            return true;
        }
        if (quantity.Unit is null || quantity.Dimension is not (Dimension.Count or Dimension.Persons)) return false;
        if (quantity.Is(NumeralTraits.Chinese) && !quantity.Is(NumeralTraits.Scaled) && quantity.Low < SmallChineseCount)
            return !EndsPhrase(context, number) && !GoesOnCounting(context, number);
        var tokens = context.Tokens;
        // 以下十项工作, 下列的五个问题: what is counted is what the speech says next.
        if (PointsAhead(context.Text[context.Sentence.Start..tokens[number].Start])) return true;
        // 连跨3个千亿台阶.
        if (number + 2 < tokens.Count && tokens[number + 1].Kind == TokenKind.Quantity
            && context.Quantities[tokens[number + 1].Index].Is(NumeralTraits.ScaleOnly) && tokens[number + 2].Is(Role.Rhetoric))
        {
            return true;
        }
        if (!context.Says(Role.Rhetoric | Role.Abstract)) return false;
        // 召开会议8次, 出台措施15条.
        if (number > 0 && tokens[number - 1].Is(Role.Rhetoric) && quantity.Dimension == Dimension.Count) return true;
        // The head of the nouns behind the number decides: 3个方面, 24项便利化措施; but 10项重点实事, 26个健身中心.
        var named = false;
        var rhetoric = false;
        for (var i = number + 1; i < tokens.Count && i <= number + 8; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind is TokenKind.Mark && token.Mark is '“' or '”') continue;
            if (token.Kind is not (TokenKind.Text or TokenKind.Word)) break;
            if (token.Is(Role.Rhetoric)) rhetoric = true;
            else if (token.Is(Role.Abstract)) rhetoric = !named;
            else if (token.Is(Role.Link | Role.Change | Role.ChangeTo | Role.Will | Role.Actual | Role.Adverb | Role.Manner | Role.Negation)
                && !token.Is(Role.Suffix | Role.Modifier))
            {
                break;
            }
            else if (rhetoric && (token.Is(Role.Action) || (token.Is(Role.And) && !named)
                || context.Text[token.Start..token.End] is "的" or "工作" or "任务" or "内容" or "重点任务" or "重点工作"))
            {
                break;
            }
            else if (rhetoric && token is { Kind: TokenKind.Text, Length: 1 } && context.Text[token.Start] is '上' or '中' or '里') break;
            else if (!token.Is(Role.Of) && (token.Length > 1 || !token.Is(Role.Gap)))
            {
                rhetoric = false;
                named |= token.Length > 1 && !token.Is(Role.Action);
            }
        }

        return rhetoric;
    }

    // 新建大型桥梁三座, 超千万元的企业仅云海和天工两家: a thing's own classifier at the end of the phrase counts.
    private static bool EndsPhrase(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        if (number == 0 || context.Text[tokens[number].End - 1] is not ('座' or '家' or '所' or '艘' or '台' or '套' or '架' or '辆' or '栋' or '幢' or '处'))
            return false;
        if (number + 1 < tokens.Count && !(tokens[number + 1].Kind == TokenKind.Mark && tokens[number + 1].Mark is ',' or '。' or ';' or '、' or '\n'))
            return false;
        return (tokens[number - 1].Kind == TokenKind.Text && (tokens[number - 1].Length > 1 || (number > 1 && tokens[number - 2].Roles == Role.Unit)))
            || tokens[number - 1].Is(Role.Works | Role.Indicator | Role.People);
    }

    // 十二座大电站,四条铁路新干线和三个重点港口: a list of counts that has begun with a larger one.
    private static bool GoesOnCounting(BindingContext context, int number)
    {
        if (number < 2 || context.Claims.Count == 0 || context.Claims[^1].Unit is not "item") return false;
        ref readonly var last = ref context.Claims[^1];
        if (last.Measure != Measure.Level || last.Low <= 2) return false;
        var tokens = context.Tokens;
        // 有37种完成了计划,有九种没有完成.
        if (context.TextOf(number - 1) is "有" && context.Text[last.End - 1] == context.Text[tokens[number].End - 1]
            && context.Quantities[tokens[number].Index].Low > 2)
        {
            return true;
        }
        // 钢铁基地十个,有色金属基地九个,铁路干线六条: things before their counts.
        if (number + 1 < tokens.Count && tokens[number + 1].Kind == TokenKind.Mark
            && (tokens[number - 1] is { Kind: TokenKind.Text, Length: > 1 } || tokens[number - 1].Is(Role.Works | Role.Indicator))
            && Boundaries.SegmentStart(tokens, number) is var from && from - 2 == last.Token
            && context.Quantities[tokens[number].Index].Low > 2) return true;
        if (!tokens[number - 1].IsMark(',') && !tokens[number - 1].IsMark('、') && !tokens[number - 1].Is(Role.And)) return false;
        var end = NounEnd(tokens, last.Token + 1);
        return end > last.Token + 1 && end == number - 1 && NounEnd(tokens, number + 1) > number + 1;
    }

    // 64个经济园区规上工业总产值占全省71%, 23个行业增加值增长6%, 57个断面优良率和94个功能区达标率均为98%: the count only says whose figure the next number is.
    private static bool IsOfFigure(BindingContext context, int number)
    {
        const int ShortestFigure = 5;
        const Role Verbs =
            Role.Change | Role.ChangeTo | Role.Link | Role.Share | Role.Pace | Role.Gap | Role.BoundBefore | Role.Keep | Role.Respectively | Role.Adverb | Role.Than;
        const Role Nouns = Role.Indicator | Role.Suffix | Role.Works | Role.Modifier | Role.Of | Role.People | Role.Abstract;
        var tokens = context.Tokens;
        var i = number + 1;
        while (i < tokens.Count && (tokens[i].Kind == TokenKind.Text || tokens[i].Is(Nouns) || tokens[i].Roles == Role.Unit)) i++;
        // 内地9市进出口7.95万亿元: whose it is.
        if (i > number + 1 && i < tokens.Count && tokens[number + 1].Is(Role.Indicator)
            && context.Text[tokens[number].End - 1] is '市' or '省' or '国' or '县' && tokens[i].Kind == TokenKind.Quantity
            && context.Quantities[tokens[i].Index].Dimension is Dimension.Money or Dimension.Ratio)
        {
            return true;
        }
        if (i == number + 1 || i >= tokens.Count || tokens[i - 1].End - tokens[number].End < ShortestFigure || !IsFigure(context, tokens[i - 1]))
            return false;
        if (tokens[i].Is(Role.And) && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Quantity) return IsOfFigure(context, i + 1);
        while (i < tokens.Count && (tokens[i].Is(Verbs) || tokens[i].Is(Role.Place) || tokens[i].Kind == TokenKind.Time)) i++;
        if (i >= tokens.Count || tokens[i].Kind != TokenKind.Quantity || !tokens[i - 1].Is(Verbs | Role.Place)) return false;
        ref readonly var figure = ref context.Quantities[tokens[i].Index];
        return figure.Dimension != Dimension.Count && !figure.Is(NumeralTraits.ScaleOnly);
    }

    // 三十多种主要产品产量, 18种农副产品的收购价格: the products whose figures follow.
    private static bool IsOfGoods(ReadOnlySpan<char> behind)
    {
        const int Furthest = 14;
        var window = behind[..Math.Min(behind.Length, Furthest)];
        var goods = Math.Max(window.IndexOf("产品"), window.IndexOf("商品"));
        return goods >= 0 && goods + 2 < window.Length && window[..goods].IndexOfAny(',', '。', ';') < 0
            && (window[(goods + 2)..].StartsWith("产量") || window[(goods + 2)..].StartsWith("的产量") || window[(goods + 2)..].StartsWith("的收购")
            || window[(goods + 2)..].StartsWith("的价格"));
    }

    // Before the survey's first comma.
    private static bool IsSample(BindingContext context, int end)
    {
        var sentence = context.Text[context.Sentence.Start..context.Sentence.End];
        if (!sentence.StartsWith("据对", StringComparison.Ordinal) && !sentence.StartsWith("根据对", StringComparison.Ordinal)) return false;
        var comma = sentence.IndexOf(',');
        return comma >= end - context.Sentence.Start && sentence[..comma].IndexOf("调查") >= 0;
    }

    private static bool IsFigure(BindingContext context, in Token token) =>
        token.Is(Role.Indicator | Role.Suffix) && context.Text[token.End - 1] is '率' or '值' or '量' or '额' or '度' or '入' or '例' or '润' or '格';

    private static bool PointsAhead(ReadOnlySpan<char> text)
    {
        if (text is [.., '的']) text = text[..^1];
        // 以上十四条, 除以上十项外; 限额以上的694个 is a class.
        if (text is [.., '以', '上']) return text.Length == 2 || text[^3] is ',' or ';' or '除' or '对' or '把' or '将' or '在';
        if (text is not [.., '列' or '述' or '下' or '面']) return false;
        foreach (var word in Ahead)
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return text.Length == word.Length
                    || (!char.IsAsciiDigit(text[^(word.Length + 1)]) && text[^(word.Length + 1)] is not ('岁' or '元' or '人' or '米' or '级' or '亩'));
            }
        return false;
    }

    // The end of the nouns that begin at a token: up to a mark, a number, or a verb that no noun follows.
    internal static int NounEnd(Pieces<Token> tokens, int from)
    {
        var i = from;
        for (; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind is TokenKind.Quantity or TokenKind.Time or TokenKind.Number) break;
            if (token.Kind == TokenKind.Mark)
            {
                if (token.Mark is '“' or '”' or '、' or '(' or ')' && i > from) continue;
                if (token.Mark is '“') continue;
                break;
            }

            if (token.Is(Role.And) && i == from) break;
            // 66个景区累计接待游客: the noun ends before what is told of it.
            if (i > from && token.Is(Role.Adverb) && token.Length == 2 && token.Entry!.Term is "累计" or "共计" or "合计" or "总计") break;
            if (token.Is(Role.Composition) && token.Length > 1 && i > from) break;
            if (token.Is(Role.Negation) && i > from) break;
            if (token.Is(Role.Manner) && i > from && i + 1 < tokens.Count && tokens[i + 1].Is(Role.Action | Role.Change | Role.ChangeTo | Role.Link))
                break;
            // 60万无电地区人口: here 无 is a part of the name.
            if (i == from && token.Is(Role.Negation) && token.Length == 1 && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Text) continue;
            if (token.Is(Role.Gap) && token.Length > 1 && i > from) break;
            if (token.Is(Role.Adverb) && token.Length == 1 && i > from && token.Entry!.Term[0] is '并' or '也' or '都' or '均' or '仍' or '还') break;
            if (token.Is(Role.Link | Role.Change | Role.ChangeTo | Role.Will | Role.Share | Role.Respectively | Role.OfWhich | Role.Actual | Role.Estimate | Role.Negation) && !token.Is(Role.Indicator | Role.Suffix | Role.Modifier | Role.Works | Role.Rhetoric) && (i == from || token.Length > 1 || token.Entry!.Term[0] is '为' or '达' or '是' or '有' or '了' or '占' or '将' or '要' or '已'))
                break;
        }

        while (i > from && tokens[i - 1] is var last && (last.Kind == TokenKind.Mark || last.Is(Role.And | Role.Of))) i--;
        return i;
    }
}
