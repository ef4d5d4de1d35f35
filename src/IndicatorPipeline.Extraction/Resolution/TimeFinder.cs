using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Finds the time that governs a number: its own first, then the nearest before it; a part of a year looks further for its year.</summary>
internal sealed class TimeFinder(BindingContext context)
{
    // A longer list, in tokens, is no prose; following it from each of its members would be quadratic.
    private const int LongestList = 64;

    // What the sentence says anywhere, so that it need be looked for around its numbers: 到 without its year, a year that is compared with.
    private bool saysCutOut;
    private bool hasBase;

    // Whether a part of the sentence can end before a number, or a total can have a time of its own.
    private bool hasParts;

    // The last semicolon and the last 的 among the tokens passed on the way to a number, or −1: asked for one number after another.
    private (int Passed, int Semicolon, int Of) last;

    /// <summary>Starts a sentence; its tokens have been read.</summary>
    public void Begin()
    {
        saysCutOut = context.Says(Role.Target | Role.Will | Role.Estimate)
            && context.Text[context.Sentence.Start..context.Sentence.End].IndexOf("到,") >= 0;
        hasParts = context.MayHave(1UL << ';') || context.Says(Role.Share);
        (hasBase, last) = (false, (0, -1, -1));
        foreach (ref readonly var time in context.Sentence.Times.Span) hasBase |= time.Use == TimeUse.Base;
    }

    /// <summary>The time of the number at <paramref name="number"/>, whose clause begins at <paramref name="clause"/>.</summary>
    public FoundTime Find(int number, int clause)
    {
        var times = context.Sentence.TimeTokens;
        var t = times.Count - 1;
        while (t >= 0 && times[t] >= number) t--;
        if (t < 0 && !context.Says(Role.ReportYear)) return new FoundTime(-1, null, false, false, saysCutOut && IsCutOut(clause, number));
        var tokens = context.Sentence.Tokens;
        if (hasParts) PassTo(number);
        // What is the number's alone stands in its clause.
        if (t >= 0 && times[t] >= clause)
        {
            if (OwnTimes.Of(context, number) is var own and >= 0) return new FoundTime(own, SamePart(own), true, true, false);
            if (IsOfNoYear(number)) return new FoundTime(-1, null, true, false, true);
        }

        string? part = null;
        var inClause = false;
        var vague = false;
        var whole = false;
        var named = false;
        if (context.Says(Role.ReportYear) && IsReportYear(clause, number)) return new FoundTime(-1, null, false, false, false);
        for (; t >= 0; t--)
        {
            var i = times[t];
            ref readonly var time = ref context.Sentence.Times[tokens[i].Index];
            // 一季度增长5%;全年增长6%: the whole year ends what the quarter said.
            whole |= time.Kind == TimeKind.Same && part is null && i >= clause && SaysWholeYear(time, i);
            named |= time.Kind == TimeKind.Absolute;
            if (!Governs(time, i >= clause) || time.Kind is TimeKind.Same || OwnTimes.IsAnothersOwn(context, i) || IsOfYardstick(tokens, i, clause))
                continue;
            if (i < clause && i > 0 && context.Text[time.Start - 1] == '在' && IsBuiltUpon(time)) continue;
            // 到2016年突破500亿元;…: a deadline ends with its part of the sentence, but the one that the sentence begins with.
            if (time.IsDeadline && last.Semicolon > i && !IsLead(tokens, i) && !IsOpened(tokens, i)) continue;
            // 今后五年,…:收入年均增长15%,2010年达到100亿元;工业年均增长18%: a year within an item of what the sentence begins with.
            if (last.Semicolon > i && time.From == time.To && LeadsSpan(tokens, i) && IsWithinItem(tokens, i)) continue;
            if (time.Kind == TimeKind.Vague)
            {
                // 历年来处理的人中,…占16.8%,…占42.3%: of all the parts.
                vague |= i >= clause || LeadsTotal(context, i, number);
                // 解放以来,人口增加60%,粮食增产1.4倍: a beginning without a year, for the whole sentence.
                vague |= tokens[i].Entry is null && time.To < 0 && IsLead(tokens, i);
                // 解放初期,全国工人只有三百万人,1952年达到…: until a year is named.
                vague |= tokens[i + 1].IsMark(',') && IsLead(tokens, i) && SpansSentence(context, time, clause, number, named);
                continue;
            }

            if (vague) break;
            // 1至2月份上涨0.9%,其中2月份上涨0.8%;出厂价格上涨8.5%: the month is of the part alone.
            if (time.Kind == TimeKind.PartOnly && last.Semicolon > i && i > 0 && tokens[i - 1].Is(Role.OfWhich)) continue;
            inClause |= i >= clause;
            if (time.Kind == TimeKind.PartOnly)
            {
                if (!whole) part ??= time.Part;
                continue;
            }

            if (!whole) part ??= time.IsPartOfTerm || time.Part is "now" or "since" or "from" or "ago" or "plan" ? null : time.Part;
            return new FoundTime(tokens[i].Index, part, inClause, false, false, RangeStart(context, i, number));
        }

        return new FoundTime(-1, part, inClause, false, vague || (saysCutOut && IsCutOut(clause, number)));
    }

    // 在1958年增产3800亿斤的基础上,再增加3000亿斤: the year of what is built upon.
    private bool IsBuiltUpon(in TimeMention time)
    {
        var behind = context.Text[time.End..context.Sentence.End];
        var comma = behind.IndexOf(',');
        return comma > 0 && (behind[..comma].EndsWith("的基础上") || behind[..comma].EndsWith("的基数上"));
    }

    // 全年增长6%; but 占全年的40% is a share of the year.
    private bool SaysWholeYear(in TimeMention time, int at) =>
        (at == 0 || !context.Sentence.Tokens[at - 1].Is(Role.Share | Role.Link | Role.Equals))
        && context.Text[time.Start..time.End] is "全年" or "年底前" or "年末前" or "年底以前";

    /// <summary>The time that stands directly behind the token <paramref name="will"/> (将于2025年, 将在明年), or −1.</summary>
    public int Behind(int will)
    {
        var tokens = context.Sentence.Tokens;
        for (var i = will + 1; i < tokens.Count && i <= will + 2; i++)
            if (tokens[i].Kind == TokenKind.Time)
                return context.Sentence.Times[tokens[i].Index].Kind is TimeKind.Vague or TimeKind.PartOnly or TimeKind.Same ? -1 : tokens[i].Index;
        return -1;
    }

    // 一季度利用外资5亿元,低于去年同期的6亿元: the same part of the other year.
    private string? SamePart(int own)
    {
        var times = context.Sentence.Times;
        if (!context.Text[..times[own].End].EndsWith("同期")) return null;
        for (var t = own - 1; t >= 0; t--)
            if (times[t].Use == TimeUse.Governs && times[t].Part is ['M' or 'Q' or 'H', ..]) return times[t].Part;
        return null;
    }

    // 由80年代末的20亿美元增加到…: the old value is of a time without years.
    private bool IsOfNoYear(int number)
    {
        var tokens = context.Sentence.Tokens;
        return number > 2 && tokens[number - 1].Is(Role.Of) && tokens[number - 2].Kind == TokenKind.Time
            && context.Sentence.Times[tokens[number - 2].Index].Kind == TimeKind.Vague && tokens[number - 3].Is(Role.From);
    }

    // 近年来,学校条件改善,危房减少三成; but what is there by now (人均住房面积已达到28平方米) is of the present.
    private static bool SpansSentence(BindingContext context, in TimeMention time, int clause, int number, bool named)
    {
        var said = context.Text[time.Start..time.End];
        if (said is [.., '年', '来']) return context.TextOf(clause, number).IndexOf('已') < 0;
        // 进入90年代以后,比重由1990年的61%下降到1997年的49%;…: the years that are named tell.
        if (said.IndexOf("年代") > 0) return !named;
        return said is [.., '以', '来' or '后'] || IsOldDays(said);
    }

    private static bool IsOldDays(ReadOnlySpan<char> time) =>
        time is "过去" or "从前" or ['解', '放', ..] or ['建', '国', '初', ..] or ['建', '国', '之', '初', ..] or ['旧', ..] or ['国', '民', '党', ..]
            or ['抗', '日' or '战', ..] or [.., '前' or '期'];

    // Whether the clause with the time names the total (…中,) whose parts follow.
    private static bool LeadsTotal(BindingContext context, int time, int number)
    {
        var tokens = context.Sentence.Tokens;
        var end = time + 1;
        while (end < number && !tokens[end].IsMark(',') && tokens[end].Kind != TokenKind.Quantity) end++;
        return end < number && tokens[end].IsMark(',') && context.Text[tokens[end].Start - 1] == '中';
    }

    // 从去年7月到现在, 从一九五〇年九月到一九五三年底, 1954年和1955年都: the time that the range ending at token `at` begins with, or −1.
    private static int RangeStart(BindingContext context, int at, int number)
    {
        var tokens = context.Sentence.Tokens;
        if (at >= 2 && tokens[at - 2].Kind == TokenKind.Time && (tokens[at - 1].Is(Role.And) || tokens[at - 1].IsMark('、')))
            return IsOfBoth(context, at, number) ? tokens[at - 2].Index : -1;
        if (at < 2 || context.TextOf(at - 1, at) is not ("到" or "至")) return -1;
        var first = at - 2;
        // 去年七月: the month is a time of its own.
        if (tokens[first].Kind == TokenKind.Time && context.Sentence.Times[tokens[first].Index].Kind == TimeKind.PartOnly) first--;
        if (first < 0 || tokens[first].Kind != TokenKind.Time) return -1;
        // 2008年四季度到2010年底,新增投资4万亿元: a range that begins its clause needs no 从.
        var begins = first == 0 || Boundaries.IsClauseMark(tokens[first - 1]) || context.TextOf(first - 1) is "从" or "自" or "由";
        if (!begins) return -1;
        return context.Sentence.Times[tokens[first].Index].Kind is TimeKind.Absolute or TimeKind.Relative ? tokens[first].Index : -1;
    }

    // Two years in turn, of which one thing is said: 都, 均; 分别 tells of each its own.
    private static bool IsOfBoth(BindingContext context, int at, int number)
    {
        var tokens = context.Sentence.Tokens;
        if (context.Sentence.Times[tokens[at - 2].Index] is not { Kind: TimeKind.Absolute, Use: TimeUse.Governs } first) return false;
        if (context.Sentence.Times[tokens[at].Index] is not { Kind: TimeKind.Absolute } last || last.From != first.To + 1) return false;
        for (var i = at + 1; i < number && tokens[i].Kind != TokenKind.Quantity; i++)
            if (context.Text[tokens[i].Start] is '都' or '均') return true;
        return false;
    }

    // 本年收入: the year of the report, whatever year was spoken of before.
    private bool IsReportYear(int clause, int number)
    {
        for (var i = clause; i < number; i++)
            if (context.Sentence.Tokens[i].Is(Role.ReportYear)) return true;
        return false;
    }

    // 计划到,财政收入达到650亿元: the year was deleted, and no other may take its place.
    private bool IsCutOut(int clause, int number)
    {
        var tokens = context.Sentence.Tokens;
        for (var i = 1; i + 1 < number && i <= clause; i++)
        {
            var isTo = tokens[i].Kind == TokenKind.Text && tokens[i].Length == 1 && context.Text[tokens[i].Start] == '到';
            if (isTo && tokens[i + 1].IsMark(',') && tokens[i - 1].Is(Role.Target | Role.Will | Role.Estimate)) return true;
        }

        return false;
    }

    private void PassTo(int number)
    {
        if (number < last.Passed) last = (0, -1, -1);
        for (var tokens = context.Sentence.Tokens; last.Passed < number; last.Passed++)
        {
            if (tokens[last.Passed].IsMark(';')) last.Semicolon = last.Passed;
            else if (tokens[last.Passed].Is(Role.Of)) last.Of = last.Passed;
        }
    }

    // 按照规划,到2030年,…;…, 在绿化方面,到2030年…;…: words that open the sentence say of what, or by what, all of it is.
    private bool IsOpened(Pieces<Token> tokens, int time)
    {
        var comma = time - 2;
        if (comma < 1 || !tokens[comma].IsMark(',') || !IsLead(tokens, comma)) return false;
        return context.TextOf(0, comma) is ['按', ..] or ['根', '据', ..] or ['在', .., '方', '面'];
    }

    private static bool IsLead(Pieces<Token> tokens, int time)
    {
        for (var i = time - 1; i >= 0; i--)
            if (tokens[i].Kind is TokenKind.Quantity or TokenKind.Mark && tokens[i].Mark is not ('、' or '“' or '”' or '\n' or ':')) return false;
        return true;
    }

    // 今后五年,…:收入年均增长15%,2010年达到100亿元.
    // Whether the sentence begins with a time of several years, before the token.
    private bool LeadsSpan(Pieces<Token> tokens, int before)
    {
        var first = context.Sentence.TimeTokens[0];
        if (first >= before) return false;
        ref readonly var time = ref context.Sentence.Times[tokens[first].Index];
        return time is { Use: TimeUse.Governs, Kind: TimeKind.Run or TimeKind.Absolute or TimeKind.Loose } && time.From < time.To
            && IsLead(tokens, first);
    }

    // Whether a number stands between the beginning of the item and the token.
    private static bool IsWithinItem(Pieces<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && !tokens[i].IsMark(';') && !tokens[i].IsMark(':'); i--)
            if (tokens[i].Kind == TokenKind.Quantity) return true;
        return false;
    }

    // 占五年投资总额的32%, 为五年计划指标的156%: the time of the total, not of the share.
    private bool IsOfYardstick(Pieces<Token> tokens, int time, int clause) =>
        time >= clause && time > 0 && last.Of > time
        && (tokens[time - 1].Is(Role.Share)
            || (tokens[time - 1].Is(Role.Equals) && NamesPlan(context.Text[tokens[time].Start..context.Sentence.End])));

    private static bool NamesPlan(ReadOnlySpan<char> from) =>
        from[..Math.Min(from.Length, 8)].IndexOf("计划") >= 0 && from.IndexOf('的') is var of and > 0 && from[..of].IndexOfAny(",;。") < 0;

    /// <summary>
    /// The base year that the number compares with, or −1: 比1952年增长; 1957年比1952年,钢增加…,煤增加…. A yearly average is of a term of years:
    /// behind a semicolon it has no base of others (比2000年翻一番;财政收入年均增长10%).
    /// </summary>
    public int Base(int number, int clause, in FoundTime found, bool average)
    {
        if (!hasBase) return -1;
        var tokens = context.Sentence.Tokens;
        if (hasParts) PassTo(number);
        var values = false;
        // 比2019年增长12%和8%: nothing but other members of the list up to the number.
        var listed = true;
        for (var i = number - 1; i >= 0; i--)
        {
            if (tokens[i].Kind == TokenKind.Quantity)
            {
                // 比一九五二年的827亿元增长68%: the value of the base year stands between.
                if (OwnTimes.Of(context, i) is var own and >= 0 && context.Sentence.Times[own].Use == TimeUse.Base && i >= clause) return own;
                if (i >= clause && (!listed || number - i > LongestList)) return -1;
                values = true;
            }

            listed &= tokens[i].Kind == TokenKind.Quantity || tokens[i].IsMark('、') || tokens[i].Is(Role.And | Role.BoundAfter);
            if (i >= clause && tokens[i].Is(Role.YearBefore)) return -1;
            if (tokens[i].Kind != TokenKind.Time) continue;
            var time = context.Sentence.Times[tokens[i].Index];
            if (time.Use == TimeUse.Base)
            {
                if (i >= clause) return tokens[i].Index;
                // 超过2019年同期水平;去年扩大绿地300万平方米: its own year, and no comparison in its part of the sentence.
                if (last.Semicolon > i && (found.InClause || average)) return -1;
                var holdsOn = time.Kind == TimeKind.Absolute && (!values || LeadsIn(tokens, i) || NamesYear(context, i, last.Semicolon < i));
                return holdsOn ? tokens[i].Index : -1;
            }

            // A later time of its own ends the comparison, unless it says the same year again.
            var isYear = time.Use == TimeUse.Governs && time.Kind is not (TimeKind.Same or TimeKind.PartOnly or TimeKind.Vague);
            if (isYear && !(found.Time >= 0 && IsSame(time, context.Sentence.Times[found.Time]))) return -1;
        }

        return -1;
    }

    private static bool IsSame(in TimeMention one, in TimeMention other) => one.Kind == other.Kind && one.From == other.From && one.To == other.To;

    /// <summary>Whether a word from <paramref name="from"/> to before <paramref name="to"/> compares with the year before: 同比, 比上年增长.</summary>
    public static bool ComparesWithYearBefore(Pieces<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens[i].Is(Role.YearBefore)) return true;
        return false;
    }

    // 与1980年相比,…: no number before the comma.
    private static bool LeadsIn(Pieces<Token> tokens, int time)
    {
        for (var i = time + 1; i < tokens.Count && !tokens[i].IsMark(','); i++)
            if (tokens[i].Kind == TokenKind.Quantity) return false;
        return true;
    }

    // 1954年…比1952年增长, 去年…比1980年增长60%,平均每年增长10%: the compared year stands before the base.
    private static bool NamesYear(BindingContext context, int time, bool relative)
    {
        for (var i = time - 1; i >= 0; i--)
        {
            if (context.Sentence.Tokens[i].Kind != TokenKind.Time) continue;
            ref readonly var named = ref context.Sentence.Times[context.Sentence.Tokens[i].Index];
            if (named.Use != TimeUse.Governs) continue;
            if (named.Kind == TimeKind.Absolute || (relative && named is { Kind: TimeKind.Relative, Part: not "now" })) return true;
        }

        return false;
    }

    private static bool Governs(in TimeMention time, bool inClause) => time.Use == TimeUse.Governs || (time.Use == TimeUse.GovernsClause && inClause);
}
