using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>
/// Finds: goals without a number. Example: 居民收入增长与经济增长同步, 单位生产总值能耗完成国家下达目标, 国际收支保持基本平衡.
/// Counter-example: in a review the same words report; the resolver's section decides, and only goal sentences are read.
/// </summary>
internal sealed class WordedGoals(BindingContext context)
{
    private const int LongestSubject = 24;

    private static readonly string[] Verbs = ["下降", "减少", "改善", "增长", "提高", "提升", "优化", "稳定", "平衡", "优良", "向好", "好转", "增加", "回升", "降低"];
    private static readonly string[] Adverbs =
        ["继续", "进一步", "持续", "稳步", "逐步", "明显", "总体", "基本", "保持", "得到", "稳定", "不断", "大体", "平稳", "较快", "有所", "显著", "稳中", "回稳"];
    private static readonly string[] States =
        ["稳中提质", "促稳提质", "促稳提效", "回稳提质", "回稳向好", "稳中向好", "稳中有进", "保持合理水平", "保持在合理水平", "处于合理区间", "保持在合理区间", "合理区间",
            "全部脱贫", "脱贫摘帽", "实现正增长", "由负转正"];
    private static readonly string StateEnds = string.Concat(States.Concat(Verbs).Select(static words => words[^1..]));
    private static readonly string[] Likeness = ["同步", "持平", "匹配", "相适应", "相协调", "相一致"];
    private static readonly string[] SetAbove = ["下达", "考核", "规定", "约束性", "国家", "省定", "上级", "年度", "市定", "省控"];

    private static readonly string[] WordsOfPlan =
        ["完成", "高质量", "高标准", "全面", "圆满", "顺利", "如期", "确保", "努力", "奋力", "全力", "力争", "规划", "计划", "全年", "年度", "今年", "各项", "主要", "确定", "预期",
            "既定", "经济社会发展", "经济", "社会", "发展", "目标", "任务", "工作", "指标", "十三五", "十四五", "十五五", "十二五", "十一五"];

    private static readonly EndingTable TaskEnds = new(["目标", "任务", "指标", "要求", "指标以内", "目标以内"]);

    // Without any of these no clause is a goal by itself: a comparison, or a task and the deed that it needs.
    private static readonly string[] Comparisons = [.. Likeness, "高于", "快于", "低于", "优于", "好于", "保持在", "不能比", "不超过"];
    private static readonly PhraseSearch Signs = new([.. Comparisons, "目标", "任务", "指标", "要求", "以内"]);
    private static readonly PhraseSearch Compared = new(Comparisons);
    private static readonly PhraseSearch Deeds = new(["完成", "控制在", "达到", "没有提出", "未提出"]);

    /// <summary>Whether a folded sentence without numbers can hold a goal: a quick look before its words are read.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> sentence) =>
        Signs.IsIn(sentence) && (Deeds.IsIn(sentence) || Compared.IsIn(sentence) || NameGoals(sentence));

    /// <summary>Whether the folded sentence says that it lists goals: 主要预期目标是, 奋斗目标为.</summary>
    public static bool NameGoals(ReadOnlySpan<char> sentence)
    {
        var at = sentence.IndexOf("目标");
        return at >= 0 && sentence[at..Math.Min(sentence.Length, at + 10)].IndexOfAny(':', ',', '是') >= 0;
    }

    /// <summary>Adds the goals of the sentence, which has the folded text <paramref name="text"/>; <paramref name="amongGoals"/> tells whether it
    /// lists goals, so that a plain state (保持稳定) is one too.</summary>
    public void Find(ReadOnlySpan<char> text, bool amongGoals)
    {
        if (!amongGoals && !MayStandIn(text)) return;
        var compared = Compared.IsIn(text);
        var tokens = context.Tokens;
        var (start, counts) = (0, false);
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && (!tokens[i].Is(Role.Mark) || !Boundaries.IsClauseMark(tokens[i])))
            {
                counts |= tokens[i].Is(Role.Quantity);
                continue;
            }

            if (i > start && !counts) ReadClause(start, i, amongGoals, compared);
            (start, counts) = (i + 1, false);
        }
    }

    private void ReadClause(int start, int end, bool amongGoals, bool compared)
    {
        var tokens = context.Tokens;
        var text = context.TextOf(start, end);
        var from = tokens[start].Start;
        var phrase = compared && Comparison(start, end) is var token and >= 0 ? tokens[token].Start - from : -1;
        var compares = phrase >= 0;
        if (phrase < 0 && Task(text) is var task and >= 0) phrase = WordStart(start, from + task) - from;
        if (phrase < 0) phrase = Withheld(text);
        if (phrase < 0 && amongGoals) phrase = State(text);
        if (phrase < 0) return;
        AddAll(start, end, from + phrase, amongGoals, compares);
    }

    // 与经济增长同步, 快于经济增长, 明显高于去年, 保持在全国平均水平以上.
    private int Comparison(int start, int end)
    {
        var tokens = context.Tokens;
        var text = context.TextOf(start, end);
        var found = -1;
        if (LikenessAt(text) is var tail and >= 0)
        {
            for (var i = start + 1; i < end; i++)
                if (tokens[i].End <= tokens[start].Start + tail && context.TextOf(i) is "与" or "和" or "同" or "跟") found = i;
            return found;
        }

        for (var i = start + 1; i < end; i++)
        {
            if (!tokens[i].Is(Role.Gap | Role.BoundBefore | Role.Keep | Role.Link) && tokens[i].Kind != TokenKind.Text) continue;
            if (tokens[i].Length is < 2 or > 3) continue;
            var words = context.TextOf(i);
            if (words is not ("高于" or "快于" or "不低于" or "优于" or "好于" or "低于" or "保持在" or "不高于" or "不能比" or "不超过")) continue;
            if (i + 1 == end) break;
            // 高于全国, 快于经济增长, 不低于上年.
            if (!tokens[i + 1].Is(Role.Place | Role.Indicator | Role.People) && tokens[i + 1].Kind != TokenKind.Time) continue;
            found = i;
            break;
        }

        if (found < 0 && text.IndexOf("不能比") is var at and > 0)
        {
            for (var i = start; i < end; i++)
                if (tokens[i].Start >= tokens[start].Start + at) return i;
        }

        while (found > start && context.TextOf(found - 1) is "明显" or "略" or "继续" or "持续" or "均" or "总体") found--;
        return found;
    }

    // 完成国家下达目标, 控制在省定指标以内, 确保完成省里下达的五年能耗强度下降目标.
    private static int Task(ReadOnlySpan<char> text)
    {
        if (!TaskEnds.IsEndOf(text)) return -1;
        var at = text.IndexOf("完成");
        if (at < 0) at = text.IndexOf("控制在");
        if (at < 0) at = text.IndexOf("达到");
        // 超额完成了计划规定的任务: what has been done is no goal.
        if (at < 0 || text[at..].StartsWith("完成了")) return -1;
        foreach (var word in SetAbove)
            if (text[at..].IndexOf(word) >= 0) return at;
        return text[at..].IndexOf("五”") >= 0 ? at : -1;
    }

    // 全面完成 is one word, and the whole of it belongs to the goal.
    private int WordStart(int start, int offset)
    {
        var tokens = context.Tokens;
        var token = start;
        while (tokens[token].End <= offset) token++;
        return tokens[token].Start;
    }

    // 没有提出今年经济增速的目标.
    private static int Withheld(ReadOnlySpan<char> text)
    {
        if (!text.EndsWith("目标")) return -1;
        var at = text.IndexOf("没有提出");
        return at >= 0 ? at : text.IndexOf("未提出");
    }

    private static int State(ReadOnlySpan<char> text)
    {
        if (!StateEnds.Contains(text[^1])) return -1;
        foreach (var state in States)
            if (text.EndsWith(state)) return text.Length - state.Length;
        foreach (var verb in Verbs)
        {
            if (!text.EndsWith(verb)) continue;
            var at = text.Length - verb.Length;
            for (var more = true; more;)
            {
                more = false;
                foreach (var adverb in Adverbs)
                {
                    if (!text[..at].EndsWith(adverb)) continue;
                    at -= adverb.Length;
                    more = true;
                }
            }

            return at < text.Length - verb.Length ? at : -1;
        }

        return -1;
    }

    private void AddAll(int start, int end, int phrase, bool amongGoals, bool compares)
    {
        var tokens = context.Tokens;
        var stop = start;
        while (stop < end && tokens[stop].Start < phrase) stop++;
        var added = false;
        var from = start;
        // 努力使居民收入….
        while (from < stop && MeansToReach(from)) from++;
        for (var i = from; i < stop; i++)
        {
            if (!tokens[i].Is(Role.Indicator)) continue;
            // 人民的生活: whose life it is.
            if (tokens[i].Indicator is { IsPopulation: true } && i + 1 < stop && tokens[i + 1].Is(Role.Of)) continue;
            var subject = SubjectFinder.Find(context, from, i + 1);
            var member = subject.Term is null ? SubjectFinder.Find(context, i, i + 1) : subject;
            var listed = i > from && (tokens[i - 1].Is(Role.And) || tokens[i - 1].IsMark('、'));
            if (member.Term is null || (subject.Term is null && !amongGoals && !listed)) continue;
            Add(i, phrase, end, member);
            added = true;
        }

        if (added) return;
        // 完成省里下达的五年能耗强度下降目标: the indicator stands in the phrase.
        for (var i = stop; i < end && !compares; i++)
        {
            if (!tokens[i].Is(Role.Indicator)) continue;
            Add(stop, phrase, end, new Subject(tokens[i].Indicator, tokens[i].Start, tokens[i].End));
            return;
        }

        // 物价涨幅控制在8%以内,明显低于去年: the goal goes on about what the sentence spoke of.
        if (stop == from && compares && Carried(phrase) is { } carried)
        {
            Add(from, phrase, end, carried);
            return;
        }

        if (!amongGoals) return;
        var last = tokens[end - 1].End;
        // 高质量完成“十四五”规划目标任务: all of the plan is no indicator.
        if (TellsOfWholePlan(context.TextOf(from, end))) return;
        if (stop > from && tokens[stop - 1].End - tokens[from].Start <= LongestSubject)
            Add(stop, phrase, end, new Subject(null, tokens[from].Start, Math.Min(phrase, tokens[stop - 1].End)));
        else if (stop == from) Add(from, phrase, end, new Subject(null, phrase, last));
    }

    // Whether nothing is left but that a plan's goals are met, and how.
    private static bool TellsOfWholePlan(ReadOnlySpan<char> text)
    {
        if (text.IndexOf("完成") < 0) return false;
        while (!text.IsEmpty)
        {
            var length = text[0] is '“' or '”' or '的' or '和' or '、' ? 1 : 0;
            foreach (var word in WordsOfPlan)
                if (length == 0 && text.StartsWith(word, StringComparison.Ordinal)) length = word.Length;
            if (length == 0) return false;
            text = text[length..];
        }

        return true;
    }

    private bool MeansToReach(int word)
    {
        ref readonly var token = ref context.Tokens[word];
        if (token.Is(Role.Indicator | Role.Suffix)) return false;
        return token.Is(Role.Target | Role.Will | Role.Keep | Role.Modality | Role.Action) || context.TextOf(word) is "使" or "让";
    }

    private Subject? Carried(int phrase)
    {
        for (var i = context.Claims.Count - 1; i >= 0; i--)
            if (context.Claims[i].End <= phrase) return context.Claims[i].Subject;
        return null;
    }

    private void Add(int token, int phrase, int end, Subject subject)
    {
        var tokens = context.Tokens;
        context.Claims.Add(new Claim
        {
            Token = Math.Min(token, tokens.Count - 1),
            Start = phrase,
            End = tokens[end - 1].End,
            Subject = subject,
            Measure = subject.Term is { Dimension: Dimension.Ratio } ? Measure.Level : Measure.Growth,
            Place = -1,
            Time = -1,
            Rule = RuleKind.GoalInWords,
            Source = SubjectSource.Before,
        });
    }

    // Where 同步, 持平 at the clause's end begins, or −1.
    private static int LikenessAt(ReadOnlySpan<char> text)
    {
        foreach (var word in Likeness)
            if (text.EndsWith(word)) return text.Length - word.Length;
        return -1;
    }
}
