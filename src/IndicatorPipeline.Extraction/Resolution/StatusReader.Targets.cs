using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Which words of plans and goals promise something, and which only name a total, a ground, a task that is done.</summary>
internal partial struct StatusReader
{
    private static readonly string[] Grounds = ["根据", "按照", "按", "适应", "针对", "满足", "围绕"];
    private static readonly string[] Duties = ["承担", "担负", "肩负", "执行", "承接"];

    // Most words are known by their roles and letters, without a look at their entries.
    private void ReadTarget(BindingContext context, Pieces<Token> tokens, int i)
    {
        ref readonly var token = ref tokens[i];
        var word = context.Text[token.Start..token.End];
        // 今年有望突破50亿元.
        if (word is "有望" or "可望")
        {
            Hopes = Future = true;
            return;
        }
        // 完成任务的110%, 完成规划目标的62%: the task is a total.
        if (token.Is(Role.Target) && !token.Is(Role.Will) && IsTotal(context, tokens, i)) return;
        // 有几项产品没有完成计划: how it turned out.
        if (!token.Is(Role.Will) && word[^1] is '划' or '务' or '标' && FallsShort(context, token.Start))
        {
            Actual = Past = true;
            return;
        }
        if (token.Is(Role.Modality) && token.Entry!.Modality is Extraction.Modality.Plan)
        {
            if (IsNamed(context, tokens, i)) return;
            // 提出议案2541件、建议37527件: what was said, no plan.
            var isCounted = i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Quantity && !IsPercentage(context, tokens[i + 1]);
            if (isCounted && word is ['建', '议']) return;
            // 共安排待业青年3万人: people who were given work.
            if (word is ['安', '排'] && ClauseSigns.NamesJobless(context.Text[token.End..context.Sentence.End])) return;
            // 货运量计划完成105%: the plan is met; 为计划的97%: the plan is a total.
            if (IsMet(context, tokens, i) || IsTotal(context, tokens, i)) return;
            Allots = (Allots || !Plan) && word is ['安', '排'];
            Plan = true;
            PlansOn |= IsVerb(context, tokens, i);
            return;
        }

        // 征购任务完成了920亿斤: a task that is done.
        var isBeforeWord = i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Word;
        if (isBeforeWord && !token.Is(Role.Will | Role.Modality)
            && context.TextOf(i + 1) is "完成了" or "超额完成" or "超额完成了" or "已完成" or "提前完成")
        {
            return;
        }
        // 主要目标任务顺利实现: what was striven for is reached, unless it is still striven for (确保目标任务圆满完成).
        if (!Strives && !token.Is(Role.Will) && IsReached(context, tokens, i))
        {
            Actual = Past = true;
            return;
        }

        // 确保了, 实现了目标: done, not promised.
        if (isBeforeWord && context.Text[tokens[i + 1].Start] == '了') return;
        // 需要, 重要, 主要 are other words; a single 要 inside a noun is none either.
        if (word is ['要' or '应' or '须' or '需' or '争' or '保' or '该'] && StandsInText(tokens, i)) return;
        if (IsOtherWord(context, tokens, i, word) || IsNamed(context, tokens, i)) return;
        // 控制在11‰,比上年下降1个千分点: kept, as the comparison tells.
        if (!token.Is(Role.Will | Role.Modality) && token.Is(Role.Link) && context.Says(Role.YearBefore)) return;
        // 将这些资金送到, 将90万元捐给: here 将 only brings the object to the front.
        if (word is ['将'] && i + 1 < tokens.Count && (BringsObject(context, tokens[i + 1]) || BringsSubject(context, i + 1))) return;
        if (token.Is(Role.Suffix) && !token.Is(Role.Will))
        {
            Plan = true;
            return;
        }

        Target = true;
        Aims |= !token.Is(Role.Link);
        Strives |= token.Is(Role.Will | Role.Modality);
        Future |= word[0] == '将';
    }

    private static bool StandsInText(Pieces<Token> tokens, int i) =>
        i > 0 && tokens[i - 1].Kind == TokenKind.Text && i + 1 < tokens.Count && tokens[i + 1] is { Kind: TokenKind.Text, Length: 1 };

    // 计划完成105%, 完成计划78%.
    private static bool IsMet(BindingContext context, Pieces<Token> tokens, int i) =>
        (i + 2 < tokens.Count && context.TextOf(i + 1) is "完成" && IsPercentage(context, tokens[i + 2]))
        || (i > 0 && i + 1 < tokens.Count && context.TextOf(i - 1) is "完成" or "完成了" or "分别完成" && IsPercentage(context, tokens[i + 1]));

    private static bool IsPercentage(BindingContext context, in Token token) =>
        token.Kind == TokenKind.Quantity && context.Sentence.Quantities[token.Index].IsPercent;

    // 完成计划进度的37%, 占规划数的十分之一: what is met or made up stands between the plan and the percentage.
    private static bool IsTotal(BindingContext context, Pieces<Token> tokens, int i)
    {
        if (!context.Says(Role.Of)) return false;
        var of = i + 1;
        while (of < tokens.Count && tokens[of].Is(Role.Target | Role.Planned) && !tokens[of].Is(Role.Will)) of++;
        var end = tokens[of - 1].End;
        end += context.Text[end..context.Sentence.End] switch
        {
            ['数', ..] => 1,
            ['进', '度', ..] or ['指', '标', '的', ..] or ['总', '数' or '量' or '额', ..] or ['投', '资', ..] or ['面', '积', ..] => 2,
            ['指', '标', '数', ..] or ['任', '务', '数', ..] or ['总', '投', '资', ..] or ['总', '面', '积', ..] => 3,
            _ => 0,
        };
        while (of < tokens.Count && tokens[of].Start < end) of++;
        // 完成全年任务(110万人)的16.8%.
        if (of + 2 < tokens.Count && Boundaries.Aside(tokens, of + 2) == of) of += 3;
        // 占全年目标任务90亿元的95.6%.
        if (of < tokens.Count && tokens[of].Kind == TokenKind.Quantity && !IsPercentage(context, tokens[of])) of++;
        return of + 1 < tokens.Count && tokens[of].Is(Role.Of) && IsPercentage(context, tokens[of + 1]);
    }

    // 没有完成国家|计划, 未完成年度|任务.
    private static bool FallsShort(BindingContext context, int start)
    {
        const int Reach = 8;
        var before = context.Text[Math.Max(context.Sentence.Start, start - Reach)..start];
        return before.IndexOf("没有完成") >= 0 || before.IndexOf("未完成") >= 0 || before.IndexOf("未能完成") >= 0;
    }

    // 目标顺利实现, 任务已经完成.
    private static bool IsReached(BindingContext context, Pieces<Token> tokens, int i)
    {
        if (context.Text[tokens[i].End - 1] is not ('标' or '务')) return false;
        var behind = context.Text[tokens[i].End..context.Sentence.End];
        if (behind.StartsWith("任务")) behind = behind[2..];
        if (behind.Length < 4 || behind[..2] is not ("顺利" or "圆满" or "如期" or "胜利" or "均已" or "已经" or "提前")) return false;
        return behind[2..4] is "实现" or "完成" or "达成";
    }

    // 计划新建40所; but 计划的, 计划实施 and 五年计划 are nouns.
    private static bool IsVerb(BindingContext context, Pieces<Token> tokens, int i)
    {
        if (i + 1 == tokens.Count || tokens[i + 1].Kind == TokenKind.Mark || tokens[i + 1].Is(Role.Of | Role.Adverb | Role.Actual)) return false;
        if (context.TextOf(i + 1) is "实施" or "完成" or "执行" or "规定") return false;
        if (i == 0) return true;
        ref readonly var last = ref tokens[i - 1];
        var isOfYears = last.Kind == TokenKind.Time && context.Sentence.Times[last.Index].Kind == TimeKind.Loose;
        return !isOfYears && !last.Is(Role.Of);
    }

    // 经过三年努力, 共同努力下: efforts that were made; 争取资金12亿元: money that was won, with no goal that it is to reach.
    private static bool IsOtherWord(BindingContext context, Pieces<Token> tokens, int i, ReadOnlySpan<char> word)
    {
        // 超过7.5%的要求, 不合要求, 与进度要求: a noun.
        if (word is ['要', '求'])
        {
            return i > 0 && (tokens[i - 1].Is(Role.Of | Role.Target | Role.Planned)
                || context.Text[tokens[i].Start - 1] is '合' or '度' or '划' or '计');
        }
        // 好于预期, 超预期, 符合预期: what had been expected is only compared with.
        if (word is ['预', '期']) return tokens[i].Start > 0 && context.Text[tokens[i].Start - 1] is '于' or '超' or '合' or '出' or '及' or '过' or '离';
        // 必须清醒地看到, 应当承认: what is to be seen is there.
        if (word is ['必', '须'] or ['应', ..] or ['要'] && SaysToSee(context.Text[tokens[i].End..context.Sentence.End])) return true;
        // 根据市场需要开展: what is needed is a ground, no plan.
        if (word is ['需', '要']) return StandsBehind(context, tokens[i].Start, Grounds);
        // 承担国家任务: what an office has, no goal.
        if (word is ['任', '务']) return StandsBehind(context, tokens[i].Start, Duties);
        if (word is ['应'])
        {
            // 应保尽保, 应收尽收: to the full, as it is done; 应承担的费用, 应有的程序: which ones are meant; 应到代表256人: who has a seat.
            var behind = context.Text[tokens[i].End..context.Sentence.End];
            return behind is [_, '尽', _, ..] or ['到', '代' or '会' or '委' or '人', ..] or ['出', '席', ..] || Qualifies(behind);
        }

        if (word is ['努', '力'])
        {
            if (i + 1 == tokens.Count || tokens[i + 1].Kind == TokenKind.Mark || tokens[i + 1].Is(Role.Of)) return true;
            return context.Text[tokens[i + 1].Start] is '下' or '和';
        }

        return word is ['争', '取'] && IsMoneyWon(context, tokens, i);
    }

    private static bool SaysToSee(ReadOnlySpan<char> behind) =>
        behind is ['清', '醒', ..] or ['看', '到', ..] or ['看', '得', ..] or ['承', '认', ..] or ['指', '出', ..] or ['正', '视', ..] or ['认', '识', '到', ..];

    private static bool IsMoneyWon(BindingContext context, Pieces<Token> tokens, int i)
    {
        const Role Verbs = Role.Change | Role.ChangeTo | Role.Link | Role.BoundBefore | Role.Pace | Role.Keep | Role.Action | Role.Add
            | Role.Average | Role.Adverb;
        // 同比多争取4.1亿元, 共争取32亿元.
        if (i > 0 && tokens[i - 1].Length <= 2 && context.Text[tokens[i - 1].End - 1] is '多' or '共' or '计' or '已' or '功') return true;
        // 争取资金12亿元: no verb before the number.
        var number = i + 1;
        while (number < tokens.Count && tokens[number].Kind is TokenKind.Text or TokenKind.Word && !tokens[number].Is(Verbs)) number++;
        return number > i + 1 && number < tokens.Count && tokens[number].Kind == TokenKind.Quantity;
    }

    // 应承担的费用; but 应达到的5%.
    private static bool Qualifies(ReadOnlySpan<char> behind)
    {
        const int LongestVerb = 3;
        var of = behind[..Math.Min(behind.Length, LongestVerb + 1)].IndexOf('的');
        return of > 0 && of + 1 < behind.Length && behind[..of].IndexOfAny(",;、") < 0 && !char.IsAsciiDigit(behind[of + 1])
            && behind[of + 1] is not ('百' or ',' or '。') && behind[0] is not ('达' or '完' or '实');
    }

    // 向“春雨助学计划”捐款: the end of a quoted name is no plan.
    private static bool IsNamed(BindingContext context, Pieces<Token> tokens, int i) =>
        i + 1 < tokens.Count && tokens[i + 1].IsMark('”') && i > 0 && !tokens[i - 1].IsMark('“') && tokens[i].Length == 2;

    private static bool BringsObject(BindingContext context, in Token next) =>
        next.Kind == TokenKind.Quantity
        || context.Text[next.Start..] is ['这' or '该' or '其' or '所', ..] or ['全', '部', ..] or ['上', '述', ..] or ['部', '分', ..];

    // 将城市低保标准提高到620元: a noun, and only then what becomes of it; 将提高到79岁 promises.
    private static bool BringsSubject(BindingContext context, int from)
    {
        const Role Verbs =
            Role.Change | Role.Link | Role.Action | Role.Add | Role.Will | Role.Adverb | Role.BoundBefore | Role.Share | Role.Keep | Role.Average;
        var tokens = context.Sentence.Tokens;
        for (var i = from; i < tokens.Count && tokens[i].Kind is TokenKind.Text or TokenKind.Word && !Boundaries.IsClauseMark(tokens[i]); i++)
        {
            if (tokens[i].Is(Role.ChangeTo)) return i > from;
            // 将专家请到县里, 将资金借给农户: a noun and what was done with it.
            if (tokens[i].Kind == TokenKind.Text && TellsWhither(context.TextOf(i))) return true;
            if (tokens[i].Is(Verbs) && !tokens[i].Is(Role.Indicator | Role.Suffix | Role.Modifier)) return false;
        }

        return false;
    }

    private static bool TellsWhither(ReadOnlySpan<char> words)
    {
        if (words.IndexOf("加以") > 0 || words.IndexOf("予以") > 0) return true;
        var at = words.IndexOfAny('到', '给', '进');
        return at > 1 && (at + 1 == words.Length || words[at + 1] is not ('来' or '访' or '会' or '场' or '位' or '期' or '行' or '口' or '一' or '入'));
    }

    // Whether one of the words stands a little before in the same clause.
    private static bool StandsBehind(BindingContext context, int at, string[] words)
    {
        const int Furthest = 10;
        var before = context.Text[Math.Max(context.Sentence.Start, at - Furthest)..at];
        before = before[(before.LastIndexOfAny(",;:") + 1)..];
        foreach (var word in words)
            if (before.IndexOf(word) >= 0) return true;
        return false;
    }
}
