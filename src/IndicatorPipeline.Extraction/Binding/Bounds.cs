using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>The bound of a number from the words on both sides of it and the signs inside it.</summary>
internal static class Bounds
{
    // Longer lists than this are no prose; looking further would make the reading of one quadratic.
    private const int LongestList = 64;

    /// <summary>The bound of the number at <paramref name="number"/>; <paramref name="before"/> is what the words before it say.</summary>
    public static Bound Of(BindingContext context, int number, Bound before)
    {
        var tokens = context.Tokens;
        ref readonly var quantity = ref context.Quantities[tokens[number].Index];
        if (quantity.IsRange) return Bound.Range;
        if (quantity.Is(NumeralTraits.Doubling) && before == Bound.Exact) before = WithinDoubling(context.TextOf(number));
        if (number + 1 < tokens.Count && tokens[number + 1].Is(Role.BoundAfter | Role.Of) && After(context, number) is { } after)
            return Combine(before, after);
        if (before == Bound.MoreThan && context.Says(Role.Rhetoric | Role.BoundAfter) && StepsUp(context, number)) before = Bound.AtLeast;
        if (quantity.Is(NumeralTraits.AndMore)) return before is Bound.About or Bound.Exact ? Bound.MoreThan : before;
        if (before != Bound.Exact) return before;
        return context.Says(Role.BoundAfter) && context.Says(Role.Respectively) ? ListBound(context, number) ?? Bound.Exact : Bound.Exact;
    }

    /// <summary>Token behind the bound that follows the number, or behind the number itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int End(Pieces<Token> tokens, int number) =>
        number + 1 < tokens.Count && tokens[number + 1].Is(Role.BoundAfter) && !Compares(tokens, number + 1) ? number + 2 : number + 1;

    // 比原计划的40亿元多12亿元: here 多 tells how far the two are apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Compares(Pieces<Token> tokens, int word) =>
        tokens[word].Is(Role.Change) && word + 1 < tokens.Count && tokens[word + 1].Kind == TokenKind.Quantity;

    /// <summary>Token behind the list of numbers that goes on from the one at <paramref name="number"/>, and behind the bound of the last.</summary>
    public static int ListEnd(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var end = End(tokens, number);
        if (!GoesOn(tokens, end)) return end;
        // One member after the other asks: the list is walked through once.
        if (number >= context.List.First && number < context.List.End) return context.List.End;
        do end = End(tokens, end + 1);
        while (GoesOn(tokens, end));
        context.List = (number, end);
        return end;
    }

    // Whether a list can go on behind it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Joins(in Token token) => token.IsMark('、') || token.Is(Role.And);

    // Whether a list of numbers goes on behind a member of it.
    private static bool GoesOn(Pieces<Token> tokens, int end) =>
        end + 1 < tokens.Count && Joins(tokens[end]) && tokens[end + 1].Kind == TokenKind.Quantity;

    /// <summary>Whether the number is called a goal: 40%的目标, 1万亿元目标.</summary>
    public static bool IsCalledGoal(BindingContext context, int number)
    {
        if (!context.Says(Role.Target | Role.Modality | Role.Suffix | Role.Planned)) return false;
        var tokens = context.Tokens;
        // 完成全年任务(110万人)的16.8%.
        if (number > 1 && tokens[number - 1].IsMark('(') && tokens[number - 2].Is(Role.Target | Role.Planned)) return true;
        var i = End(tokens, number);
        // 确定了粮食产量一百二十亿斤、棉花产量三百万担的指标: the word behind the list is said of all its members.
        for (var passed = 0; passed < LongestList && i < tokens.Count && Joins(tokens[i]); passed++)
        {
            var next = i + 1;
            while (next < tokens.Count && tokens[next].Kind is TokenKind.Text or TokenKind.Word && !tokens[next].Is(Role.And)) next++;
            if (next == tokens.Count || tokens[next].Kind != TokenKind.Quantity) break;
            i = End(tokens, next);
        }

        // Most numbers end what is said of them.
        if (i >= tokens.Count || (tokens[i].Is(Role.Mark) && !tokens[i].IsMark('('))) return false;
        // 提高到75%(预期性).
        if (tokens[i].IsMark('(') && i + 1 < tokens.Count && tokens[i + 1].Is(Role.Modality)) return true;
        if (tokens[i].Is(Role.Of)) i++;
        if (i >= tokens.Count) return false;
        return NamesGoal(context, i, isBehindOther: i > End(tokens, number));
    }

    // 5%的|目标, 1万亿元|目标; "other" is whatever stands between the number and the word.
    private static bool NamesGoal(BindingContext context, int at, bool isBehindOther)
    {
        var tokens = context.Tokens;
        ref readonly var word = ref tokens[at];
        var next = at + 1 < tokens.Count ? tokens[at + 1] : default;
        // 的|四项指标.
        if (word.Kind == TokenKind.Quantity && tokens[at - 1].Is(Role.Of) && next.Is(Role.Suffix | Role.Target)
            && next.Entry!.Term is "指标" or "目标" or "任务")
        {
            return true;
        }

        // 确定的|目标, 15%的|年度计划.
        if (word.Is(Role.Planned) && (next.Is(Role.Target) || (next.Kind == TokenKind.Mark && context.TextOf(at) is [.., '计', '划']))) return true;
        if (!word.Is(Role.Target)) return false;
        if (!word.Is(Role.Modality | Role.Will)) return true;
        if (!isBehindOther) return false;
        // 下降3%的|约束性指标.
        if (word.Is(Role.Modality) && word.Entry!.Modality is Modality.Binding or Modality.Expect) return true;
        // 超过110亿斤的|计划,…: here the plan is a noun.
        return (at + 1 == tokens.Count || next.Kind == TokenKind.Mark) && context.TextOf(at) is "计划";
    }

    /// <summary>Whether the number is a value that another is compared with: 低于1985年增长44.6%的速度, 超过计划规定增长4%的要求.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCompared(BindingContext context, int number) =>
        End(context.Tokens, number) is var of && of + 1 < context.Tokens.Count && context.Tokens[of].Is(Role.Of)
            && context.Says(Role.BoundBefore | Role.Gap | Role.Than) && IsComparedOf(context, number, of);

    /// <summary>Whether the number is the other's own that is compared with: 增长12.4%,高于全国的12%.</summary>
    public static bool IsOfYardstick(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        if (number < 3 || !tokens[number - 1].Is(Role.Of) || !tokens[number - 2].Is(Role.Place) || !tokens[number - 3].Is(Role.Gap)) return false;
        if (context.Text[tokens[number - 3].End - 1] != '于' || !context.Quantities[tokens[number].Index].IsPercent) return false;
        return End(tokens, number) is var end && (end == tokens.Count || tokens[end].Kind == TokenKind.Mark);
    }

    private static bool IsComparedOf(BindingContext context, int number, int of)
    {
        var tokens = context.Tokens;
        if (context.TextOf(of + 1, of + 2) is not ("指标" or "速度" or "增长速度" or "平均增速" or "增速" or "增幅" or "要求" or "幅度" or "水平" or "规定")) return false;
        for (var i = number - 1; i >= 0 && tokens[i].Kind != TokenKind.Quantity && !Boundaries.IsClauseMark(tokens[i]); i--)
            if (tokens[i].Is(Role.BoundBefore | Role.Gap | Role.Than) && SaysCompared(context.TextOf(i))) return true;
        return false;
    }

    private static bool SaysCompared(ReadOnlySpan<char> word) => word is "超过" or "超过了" or "超出" or "低于" or "高于" or "快于" or "慢于" or "比" or "较";

    /// <summary>Whether a word of the tokens calls what it stands by planned: 计划规定的, 原定的.</summary>
    public static bool SaysPlan(Pieces<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens[i].Is(Role.Planned) || (tokens[i].Is(Role.Modality) && tokens[i].Entry!.Modality == Modality.Plan)) return true;
        return false;
    }

    /// <summary>The bound that the words before the number of <paramref name="reading"/> set.</summary>
    public static Bound Before(BindingContext context, in Reading reading)
    {
        var (tokens, number) = (context.Tokens, reading.Number);
        // 分别增长10%和近20%: of this member alone.
        if (reading.Continues && tokens[number - 1].Is(Role.BoundBefore)) return tokens[number - 1].Entry!.Bound;
        return ComparesWithGoal(context, reading) ? Bound.Exact : reading.Left.Bound;
    }

    // 高于5%的预期目标: the verb compares with the goal, it does not bound it; but 高于5%(预期性) does.
    private static bool ComparesWithGoal(BindingContext context, in Reading reading)
    {
        if (reading.Left.Bound is not (Bound.MoreThan or Bound.LessThan)) return false;
        var (tokens, number) = (context.Tokens, reading.Number);
        if (IsCalledGoal(context, number) && !tokens[End(tokens, number)].IsMark('(')) return true;
        return IsCompared(context, number) || IsOfYardstick(context, number);
    }

    /// <summary>The bound for a value with its sign turned: 下降3%以上 is −3 or less.</summary>
    public static Bound Turn(Bound bound) => bound switch
    {
        Bound.MoreThan => Bound.LessThan,
        Bound.LessThan => Bound.MoreThan,
        Bound.AtLeast => Bound.AtMost,
        Bound.AtMost => Bound.AtLeast,
        _ => bound,
    };

    // 翻近一番, 翻了超一番.
    private static Bound WithinDoubling(ReadOnlySpan<char> text) =>
        text.IndexOfAny('近', '约', '将') > 0 ? Bound.About : text.IndexOfAny('超', '过') > 0 ? Bound.MoreThan : Bound.Exact;

    private static Bound? After(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var i = number + 1;
        // 3.5%的目标以内.
        if (i + 2 < tokens.Count && tokens[i].Is(Role.Of) && tokens[i + 1].Is(Role.Target)) i += 2;
        if (i >= tokens.Count || !tokens[i].Is(Role.BoundAfter) || Compares(tokens, i)) return null;
        var bound = tokens[i].Entry!.Bound;
        // 突破3万家大关: the verb gives the bound.
        if (bound == Bound.Exact) return null;
        if (i + 1 == tokens.Count) return bound;
        ref readonly var next = ref tokens[i + 1];
        // 多 and 强 may begin a word of their own: 50%多元化.
        if (context.Text[tokens[i].Start] is '强' or '弱' && next.Kind != TokenKind.Mark) return null;
        if (tokens[i].Length == 1 && tokens[i].Is(Role.Change | Role.Gap) && next is { Kind: TokenKind.Text, Length: > 2 }) return null;
        // 左右以内: the stricter word stands last.
        return next.Is(Role.BoundAfter) ? next.Entry!.Bound : bound;
    }

    // 连续跨越5万亿、6万亿台阶, 跨过5万亿美元、6万亿美元两个大的台阶: steps are stood on, while a mark (140万亿元大关) is left behind.
    private static bool StepsUp(BindingContext context, int number)
    {
        const int Reach = 8;
        var tokens = context.Tokens;
        var verb = number - 1;
        while (verb >= 0 && (tokens[verb].Kind == TokenKind.Quantity || Joins(tokens[verb]))) verb--;
        if (verb < 0 || !tokens[verb].Is(Role.BoundBefore) || context.TextOf(verb) is not ("跨越" or "跨过" or "迈过" or "越过")) return false;
        var last = ListEnd(context, number) - 1;
        var end = tokens[last].Kind == TokenKind.Quantity ? tokens[last].End : tokens[last].Start;
        var behind = context.Text[end..Math.Min(context.Sentence.End, end + Reach)];
        var step = behind.IndexOf("台阶");
        return step >= 0 && behind[..step].IndexOfAny(",;") < 0;
    }

    private static Bound Combine(Bound before, Bound after) => (before, after) switch
    {
        // 达到20%以上, 超过20%以上; 约12亿元左右.
        (Bound.MoreThan, Bound.AtLeast) => Bound.AtLeast,
        (Bound.About, _) when after is Bound.About => Bound.About,
        // 不超过5%左右 stays a ceiling.
        (Bound.AtMost or Bound.AtLeast, Bound.About) => before,
        _ => after,
    };

    // 分别增长5%、6.5%左右: the trailing word governs every member of the list; of 7%左右、6%、6%以上 each has its own.
    private static Bound? ListBound(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        if (number + 1 == tokens.Count || !Joins(tokens[number + 1]) || !InRespectiveList(tokens, number)) return null;
        for (var i = number + 1; i + 1 < tokens.Count && i < number + LongestList; i += 2)
        {
            if (!Joins(tokens[i])) return null;
            if (tokens[i + 1].Kind != TokenKind.Quantity) return null;
            if (i + 2 < tokens.Count && tokens[i + 2].Is(Role.BoundAfter)) return tokens[i + 2].Entry!.Bound;
        }

        return null;
    }

    private static bool InRespectiveList(Pieces<Token> tokens, int number)
    {
        for (var i = number - 1; i >= 0 && i > number - LongestList && !tokens[i].IsMark(',') && !tokens[i].IsMark(';'); i--)
        {
            if (tokens[i].Is(Role.Respectively)) return true;
            if (tokens[i].Is(Role.BoundAfter)) return false;
        }

        return false;
    }
}
