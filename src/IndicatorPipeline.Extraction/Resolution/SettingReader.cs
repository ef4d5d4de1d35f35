using System.Buffers;
using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Keeps the setting up to date: what the lead of a paragraph or a heading says holds for the sentences that follow.</summary>
internal static class SettingReader
{
    // A heading is short and has no full stop.
    private const int LongestHeading = 40;

    // Title and first words, in folded characters.
    private const int Opening = 120;

    // Number of tokens among which a time governs what follows.
    private const int FirstWords = 4;

    // A term of office; 近三年 at a paragraph's head is an aside.
    private const int ShortestTerm = 5;

    // A change tells of something done by 了 alone.
    private const Role Cues = Role.Target | Role.Will | Role.Actual | Role.Estimate | Role.Time;

    private static readonly PhraseSearch Reviews = new(["回顾", "成绩", "总结", "成就", "完成情况", "过去"]);
    private static readonly PhraseSearch Aims = new(["目标", "任务", "安排", "打算", "措施", "重点工作", "要求", "部署", "计划", "思路"]);

    // 主要目标进展符合预期, 1956年计划执行结果和1957年计划安排的报告: how far plans have come, or of both.
    private static readonly PhraseSearch Progress = new(["进展符合", "进展顺利", "进展情况", "进展良好", "落实情况", "执行", "委员会"]);

    // Words that tell wherever they stand: estimates and parts of the year. Other times do so only as the first word.
    private static readonly PhraseSearch Telling =
        new(Lexicon.Default.Entries.Where(entry => entry.Is(Role.Estimate) || entry.Time is { Kind: TimeKind.PartOnly }).Select(entry => entry.Term));

    // Words of a lead that say when, and those that say whether something is promised or done: of one character (将, 了), and longer ones.
    private static readonly PhraseSearch Times = Shortest(Role.Estimate | Role.Time);
    private static readonly SearchValues<char> ShortCues = SearchValues.Create(
        string.Concat(Lexicon.Default.Entries.Where(entry => entry.Is(Cues) && entry.Term.Length == 1).Select(entry => entry.Term)));
    private static readonly PhraseSearch LongCues = Shortest(Cues);

    /// <summary>Reads the sentence in <paramref name="context"/>; <paramref name="leads"/> tells whether it is the first of its paragraph.</summary>
    public static void Update(BindingContext context, SpeechFacts facts, ref Setting setting, bool leads)
    {
        var lead = context.LeadEnd;
        // Sections of goals and measures say by themselves what is told; in them only a forecast is heard.
        var tells = setting.Section is not (SectionKind.Goals or SectionKind.Measures);
        var words = default(StatusReader);
        if ((tells || context.Says(Role.Estimate)) && context.Sentence.CueTokens is [var first, ..] && first < lead) words.Add(context, 0, lead);
        var heading = leads && IsHeading(context);
        if (setting.Opens) (setting.Frame, setting.Opens) = (HeadingPeriod(context, facts, setting) ?? TermOf(context, facts, setting), false);
        else if (heading) setting.Heading = HeadingPeriod(context, facts, setting);
        if (heading && tells) ReadHeading(context, words, ref setting);
        else if (words.Target && !words.Done && (words.Aims || !setting.LooksBack(facts))) setting.Status = Status.Target;
        else if (words.Done && !words.Target) setting.Status = Status.Actual;
        setting.Forecasts |= words.Estimate;
        ReadTime(context, facts, ref setting, lead, leads, words.Target || words.Plan);
        if (context.Sentence.Start < Opening) ReadMonths(context, facts, ref setting);
        // 一九六〇年计划安排:粮食七亿斤。钢四万吨。
        if (!heading && words is { Plan: true, Done: false } && setting.Period is { } planned && planned.EndYear >= facts.Year)
            setting.Status = Status.Target;
        if (!heading && leads && TurnsToGoals(context, facts, setting)) setting.TurnToGoals();
        ReadList(context, facts, ref setting);
    }

    /// <summary>Whether a folded sentence without numbers, inside a paragraph of a section of goals, can change the setting: a quick look before its
    /// words are read.</summary>
    public static bool MayChangeIn(ReadOnlySpan<char> sentence, Lexicon lexicon) =>
        sentence is [.., ':', '\n'] || (lexicon.Longest(sentence, 0, out _).Roles & Role.Time) != 0 || Telling.IsIn(sentence);

    /// <summary>Whether a folded lead can say when, without digits, or whether something is promised or done: a quick look before its words are read.
    /// In a section of goals or of measures only times and forecasts are heard.</summary>
    public static bool MayTellIn(ReadOnlySpan<char> lead, SectionKind section) =>
        section is SectionKind.Goals or SectionKind.Measures ? Times.IsIn(lead) : LongCues.IsIn(lead) || lead.ContainsAny(ShortCues);

    /// <summary>Passes the sentence in <paramref name="context"/>, whose words have not been read as none of them tells anything: as a heading it
    /// ends what the one before said.</summary>
    public static void Pass(BindingContext context, SpeechFacts facts, ref Setting setting, bool leads)
    {
        var heading = leads && IsHeading(context);
        if (setting.Opens) (setting.Frame, setting.Opens) = (TermOf(context, facts, setting), false);
        else if (heading) setting.Heading = null;
        if (!heading) return;
        if (setting.Section is not (SectionKind.Goals or SectionKind.Measures)) ReadHeading(context, default, ref setting);
    }

    /// <summary>Whether the first sentence of a paragraph can be a heading as a whole.</summary>
    public static bool MayBeHeading(ReadOnlySpan<char> sentence) => sentence.Length <= LongestHeading && sentence is [.., '\n'];

    // The words of two characters and more with any of the roles, but none that another one stands in.
    private static PhraseSearch Shortest(Role roles) =>
        new(Lexicon.Default.Entries.Where(entry => entry.Is(roles) && entry.Term.Length > 1 && !HoldsShorter(entry.Term, roles))
            .Select(entry => entry.Term));

    private static bool HoldsShorter(ReadOnlySpan<char> term, Role roles)
    {
        for (var start = 0; start < term.Length; start++)
            for (var length = 1; length <= term.Length - start && length < term.Length; length++)
                if (Lexicon.Default.Find(term.Slice(start, length)) is { } shorter && shorter.Is(roles)) return true;
        return false;
    }

    // 一九五七年比一九五二年增长的情况如下: the items below are compared so.
    private static void ReadList(BindingContext context, SpeechFacts facts, ref Setting setting)
    {
        var sentence = context.Sentence;
        if (context.Text[sentence.End - 1] != '\n') return;
        if (sentence.Tokens is not [.., { Kind: TokenKind.Mark, Mark: ':' }, { Kind: TokenKind.Mark, Mark: '\n' }]) return;
        var (period, start) = (setting.Period, (Period?)null);
        var told = false;
        foreach (var time in sentence.Times)
        {
            if (time.Kind != TimeKind.Absolute) continue;
            if (time.Use == TimeUse.Base) start = YearResolver.Resolve(time, facts, setting);
            else if (time.Use == TimeUse.Governs) (period, told) = (YearResolver.Resolve(time, facts, setting), true);
        }

        // 1956年主要农产品的计划产量如下: the items are of that year.
        if (start is not null || (period is not null && told && context.Text[sentence.Start..sentence.End].EndsWith("如下:\n")))
            setting.BeginList(period, start);
    }

    /// <summary>Whether the sentence can hold a goal without a number.</summary>
    public static bool TellsOfGoals(BindingContext context, in Setting setting) =>
        setting.Section is SectionKind.Goals or SectionKind.Measures
            || (setting.Section == SectionKind.Unknown && (setting.Status == Status.Target || NamesGoals(context)));

    /// <summary>Whether the sentence lists goals: it says so, or it holds several numbers in a section of goals.</summary>
    public static bool ListsGoals(BindingContext context, in Setting setting) =>
        (setting.Section == SectionKind.Goals && context.Claims.Count >= 1) || NamesGoals(context);

    // What follows is a list of goals.
    private static bool NamesGoals(BindingContext context) => WordedGoals.NameGoals(context.Text[context.Sentence.Start..context.Sentence.End]);

    // 今年发展的主要预期目标是:…, in a text without sections.
    private static bool TurnsToGoals(BindingContext context, SpeechFacts facts, in Setting setting) =>
        setting is { Section: SectionKind.Unknown, HeadingStatus: null, Period: { } period } && facts.EarlyInYear && period.EndYear >= facts.Year
            && context.Says(Role.Target) && context.Says(Role.Pace | Role.Change) && NamesGoals(context);

    private static bool IsHeading(BindingContext context)
    {
        var sentence = context.Sentence;
        return sentence.End - sentence.Start <= LongestHeading && sentence.Quantities.Count == 0
            && (context.Text[sentence.End - 1] == '\n' || sentence.End == context.Text.Length);
    }

    // 一、2005年工作回顾; 二、“十五”时期的奋斗目标; 一、过去五年工作回顾. A single year goes before the plan beside it.
    private static Period? HeadingPeriod(BindingContext context, SpeechFacts facts, in Setting setting)
    {
        Period? plan = null;
        foreach (var time in context.Sentence.Times)
        {
            if (time.Start - context.Sentence.Start > LongestHeading) break;
            // 二、“六五”计划后三年的任务.
            if (plan is { } whole && time.IsPartOfTerm && PriorYears.Of(whole, time) is { } years) plan = years;
            // 三、明年的安排.
            var isNext = time is { Kind: TimeKind.Relative, From: 1, To: 1, Part: null };
            if (time.Use == TimeUse.Base || !(isNext || time.Kind is TimeKind.Absolute or TimeKind.Run) || time.Part is "since" or "from") continue;
            // 2025年7月15日, under a headline: when it came out.
            if (context.Text[time.End - 1] == '日') continue;
            if (YearResolver.Resolve(time, facts, setting) is not { } period) continue;
            // “九五”计划和2010年远景目标: the plan is told of first.
            if (plan is { } first && period.StartYear > first.EndYear) continue;
            if (period.StartYear == period.EndYear) return period.IsPart ? null : period;
            plan ??= period;
        }

        return plan;
    }

    // 一、砥砺奋进的五年; 一、本届政府工作回顾, in the report to a new congress: the term that is over.
    private static Period? TermOf(BindingContext context, SpeechFacts facts, in Setting setting)
    {
        if (setting.Section != SectionKind.Review && !(setting.Section == SectionKind.Unknown && facts.Term is not null)) return null;
        var text = context.Text[context.Sentence.Start..context.Sentence.End];
        if (facts.Term is { } term && (text.IndexOf("届政府") >= 0 || text.IndexOf("次会议以来") >= 0)) return term;
        foreach (var time in context.Sentence.Times)
        {
            if (time is not { Kind: TimeKind.Loose, Use: TimeUse.Name, Part: null } || time.To - time.From < ShortestTerm - 2) continue;
            // 五年行动计划, 五年规划: no years that are told of.
            if (context.Text[time.End..context.Sentence.End] is ['计' or '规' or '行' or '期' or '以' or '前', ..]) continue;
            return YearResolver.Resolve(time, facts, setting);
        }

        return null;
    }

    private static void ReadHeading(BindingContext context, in StatusReader words, ref Setting setting)
    {
        var text = context.Text[context.Sentence.Start..context.Sentence.End];
        if (Reviews.IsIn(text))
        {
            setting.Status = setting.HeadingStatus = Status.Actual;
            return;
        }

        // A headline of its own ends what the one before said; (一)工业 stands under it.
        if (HeadingMark.Read(text).Depth == 0) setting.HeadingStatus = null;
        // 补水任务顺利完成. 省计划委员会主任: who speaks.
        if (words.Past || !Aims.IsIn(text) || Progress.IsIn(text)) return;
        setting.Status = setting.HeadingStatus = Status.Target;
        setting.Past = null;
    }

    // 上半年全市经济运行情况; 国家统计局今天公布,8月份…: the months of the title or the first words.
    private static void ReadMonths(BindingContext context, SpeechFacts facts, ref Setting setting)
    {
        if (setting.Months is not null || facts.Year is not { } year) return;
        foreach (var time in context.Sentence.Times)
        {
            if (time.Use != TimeUse.Governs || time.Part is not ['M' or 'Q' or 'H', ..]) continue;
            // (2012年2月), (一九五七年三月在…会议上) under a title is when it was said.
            if (time.Kind == TimeKind.Absolute && time.Part.Length == 3 && EndsByline(context, time.End)) return;
            // 三季度经济形势分析会 sums up all months to its end.
            var part = time.Part switch { "Q2" => "H1", "Q3" => "M01-M09", var said => said };
            if (time.Kind != TimeKind.PartOnly)
                setting.Months = YearResolver.Resolve(time, facts, setting) is { } period && period.StartYear == year ? period : null;
            else if ((part == time.Part || SumsUp(context)) && PeriodDecider.PastMonths(part, facts))
                setting.Months = new Period(year, year, part);
            return;
        }
    }

    private static bool EndsByline(BindingContext context, int end) =>
        context.Text[end..context.Sentence.End] is [')' or '\n' or '在' or '于' or '第', ..];

    private static bool SumsUp(BindingContext context)
    {
        var text = context.TextOf(0, context.Sentence.Tokens.Count);
        return text.IndexOf("形势") >= 0 || text.IndexOf("运行") >= 0;
    }

    // A time at the head of a paragraph's sentence governs the sentences after it too.
    private static void ReadTime(BindingContext context, SpeechFacts facts, ref Setting setting, int lead, bool leads, bool promises)
    {
        if (context.Sentence.TimeTokens.Count == 0) return;
        var tokens = context.Sentence.Tokens;
        var first = leads ? Salutation(context, lead) : 0;
        foreach (var i in context.Sentence.TimeTokens)
        {
            ref readonly var time = ref context.Sentence.Times[tokens[i].Index];
            // 过去的五年, 本届政府任期的五年, 我市过去五年来: small words and whose years they are stand before.
            var isTerm = leads && time is { Kind: TimeKind.Run or TimeKind.Loose } && time.From < time.To && !HoldsMark(tokens, first, i);
            if (i >= (isTerm ? lead : Math.Min(lead, first + FirstWords))) return;
            if (leads && i == first && time.Kind == TimeKind.Same && SaysSameYear(context.Text[time.Start..time.End])) setting.GoOn();
            if (time is { Kind: TimeKind.PartOnly, Use: TimeUse.Governs })
                (setting.Part, setting.IsMoment) = (time.Part, IsMoment(context, time.End));
            // 从2004年人均每月700元提高到1721元: the old value's own.
            if (i > 0 && tokens[i - 1].Is(Role.From) && i + 1 < tokens.Count && tokens[i + 1].Is(Role.Of | Role.Per | Role.Quantity)) continue;
            // 今年主要预期目标: no more is told of the years before.
            if (leads && promises && i == first && time is { Use: TimeUse.Governs, Part: "now" } && facts.EarlyInYear) setting.LookAhead();
            if (time.Use != TimeUse.Governs || time.Kind is TimeKind.Same or TimeKind.Vague or TimeKind.PartOnly || time.Part == "now") continue;
            if (i > 0 && !leads) continue;
            // 1983年2月,国务院决定…: when something happened; the figures behind it are of no such month.
            if (time is { Kind: TimeKind.Absolute, Part: ['M', _, _] } && context.Quantities.Count == 0) continue;
            setting.Part = null;
            setting.Period = Latest(context, facts, setting, i, YearResolver.Resolve(time, facts, setting));
            if (setting.Period is { } span && span.StartYear < span.EndYear && !time.IsPartOfTerm)
                setting.Coming = span.EndYear > facts.Year ? span : null;
            if (leads && time.Kind is TimeKind.Absolute or TimeKind.Relative) setting.Base ??= ComparedWith(context, facts, setting, i);
            if (leads && (i == first || isTerm || (i > 0 && tokens[i - 1].Kind == TokenKind.Time))) KeepReview(facts, ref setting);
            // 要实现四个现代化。1977年增长14%。今年前8个月增长20%: told of, whatever the paragraph strives for.
            if (!leads && !promises && setting is { Section: SectionKind.Unknown, Status: Status.Target, Period: { } past } && IsOver(past, facts))
                setting.Status = Status.Actual;
            // 过去五年,…: under a heading that speaks of a plan, too.
            if (leads && !promises && setting is { Section: SectionKind.Unknown, Period: { } gone } && gone.EndYear < facts.Year)
                setting.Status = Status.Actual;
            if (setting.Status is null or Status.Actual && setting.Period is { } period)
            {
                if (period.EndYear < facts.Year) setting.Status = Status.Actual;
                else if (leads && (time.IsDeadline || period.StartYear >= facts.Year) && period.EndYear > facts.Year) setting.Status = Status.Target;
            }

            return;
        }
    }

    // 一九八二年同一九七八年相比,…: what the paragraph goes on to tell is counted from there, too.
    private static Period? ComparedWith(BindingContext context, SpeechFacts facts, in Setting setting, int time)
    {
        var tokens = context.Sentence.Tokens;
        Period? start = null;
        for (var i = time + 1; i < tokens.Count && tokens[i].Kind != TokenKind.Quantity; i++)
        {
            if (tokens[i].Kind == TokenKind.Mark) return tokens[i].Mark == ',' ? start : null;
            if (tokens[i].Kind == TokenKind.Time && context.Sentence.Times[tokens[i].Index] is { Use: TimeUse.Base, Kind: TimeKind.Absolute } past)
                start = YearResolver.Resolve(past, facts, setting);
        }

        return null;
    }

    // 9月末, 三季度末: the end of what stands before.
    private static bool IsMoment(BindingContext context, int end) =>
        context.Text[end - 1] is '末' or '底' || (end < context.Sentence.End && context.Text[end] is '末' or '底');

    private static bool HoldsMark(Pieces<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens[i].Kind is TokenKind.Mark or TokenKind.Quantity) return true;
        return false;
    }

    private static bool IsOver(Period past, SpeechFacts facts) =>
        past.EndYear < facts.Year || (past is { IsPart: true, Part: { } part } && past.EndYear == facts.Year
            && PeriodDecider.PastMonths(part, facts));

    private static bool SaysSameYear(ReadOnlySpan<char> time) => time is "全年" or "本年" or "当年" or "同年" or "这一年";

    // 1996年投资8亿元;1997年投资10亿元: what follows goes on from the last year that was told of.
    private static Period? Latest(BindingContext context, SpeechFacts facts, in Setting setting, int lead, Period? said)
    {
        if (said is not { } year || year.StartYear != year.EndYear || setting.Section is SectionKind.Goals or SectionKind.Measures) return said;
        var tokens = context.Sentence.Tokens;
        foreach (var i in context.Sentence.TimeTokens)
        {
            if (i <= lead || !BeginsClause(tokens, i)) continue;
            ref readonly var time = ref context.Sentence.Times[tokens[i].Index];
            if (time is not { Use: TimeUse.Governs, Kind: TimeKind.Absolute or TimeKind.Relative, Part: null }) continue;
            if (YearResolver.Resolve(time, facts, setting) is not { } later || later.StartYear != later.EndYear) continue;
            if (later.StartYear > year.StartYear && later.EndYear <= facts.ReviewYear) year = later;
        }

        return year;
    }

    // Directly behind a mark, or behind 到 or 在 that stands there.
    private static bool BeginsClause(Pieces<Token> tokens, int i) =>
        tokens[i - 1].Kind == TokenKind.Mark
            || (i > 1 && tokens[i - 1].Length == 1 && !tokens[i - 1].Is(Role.From) && tokens[i - 2].Kind == TokenKind.Mark);

    // 各位代表,1995年…: the first token behind the words that address the hearers.
    private static int Salutation(BindingContext context, int lead)
    {
        const int Longest = 6;
        if (context.Text[context.Sentence.Start] == '据') return Source(context, lead);
        var i = FirstMark(context, lead, Longest);
        if (i < 0 || context.Sentence.Tokens[i].Mark is not (',' or ':' or '!')) return 0;
        return context.TextOf(0, i) is [.., '代', '表'] or [.., '委', '员'] or [.., '同', '志'] or [.., '们'] ? i + 1 : 0;
    }

    // 据国家统计局介绍,到1997年底…: the first token behind the words that name the source.
    private static int Source(BindingContext context, int lead)
    {
        const int Furthest = 16;
        var i = FirstMark(context, lead, Furthest);
        return i > 0 && context.Sentence.Tokens[i].Mark == ',' ? i + 1 : 0;
    }

    // The first mark behind the first token, before the lead ends and no further off than that; -1 if there is none.
    private static int FirstMark(BindingContext context, int lead, int furthest)
    {
        for (var i = 1; i < lead && i <= furthest; i++)
            if (context.Sentence.Tokens[i].Kind == TokenKind.Mark) return i;
        return -1;
    }

    // 五年来 at the head of a paragraph of a closing year's review holds until a paragraph speaks of one year.
    private static void KeepReview(SpeechFacts facts, ref Setting setting)
    {
        if (setting.Period is not { } period || facts.ReviewYear is not { } review) return;
        if (period.EndYear > review) setting.LookAhead();
        if (period.EndYear != review || facts.Month is > 4 and < 12 || setting.Section is SectionKind.Goals or SectionKind.Measures) return;
        setting.Term = period.EndYear - period.StartYear is >= ShortestTerm - 1 and < 10 ? period : null;
        setting.Past = setting.Term ?? setting.Past;
    }
}
