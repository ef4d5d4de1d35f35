using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Tells a time that is one number's alone (由上年的88个, 比一九五二年的270亿元) from one that governs what follows.</summary>
internal static class OwnTimes
{
    /// <summary>Index of the time directly before the number, past 的 and a bound, when a comparison or 由 makes it the number's alone; else
    /// −1.</summary>
    public static int Of(BindingContext context, int number)
    {
        var tokens = context.Sentence.Tokens;
        var i = number - 1;
        // 从2004年人均每月700元提高到1721元.
        while (i >= 0 && tokens[i].Is(Role.Of | Role.BoundBefore | Role.Link | Role.Per)) i--;
        // 由上年下降3.1%转为增长6.4%.
        if (i == number - 1 && i > 1 && tokens[i].Is(Role.Change) && tokens[i - 2].Is(Role.From)) i--;
        if (i == number - 1 && i > 1 && IsNameOfTurned(context, number)) i--;
        // 低于1985年增长44.6%的速度.
        var compared = Bounds.IsCompared(context, number);
        while (compared && i > 0 && tokens[i].Is(Role.Change | Role.Average)) i--;
        // 比“六五”实际完成的215亿元.
        if (i > 0 && i < number - 2 && context.TextOf(i) is "实际") i--;
        // 低于今年预计的10.5%.
        if (i > 0 && i < number - 1 && tokens[i].Is(Role.Estimate)) i--;
        if (i == number - 1 && i > 1 && IsNameOfBase(context, i)) i -= 2;
        else if (i == number - 1 && i > 0 && BeforeBracket(context, i) is var year and >= 0) return year;

        if (i < 0 || tokens[i].Kind != TokenKind.Time) return -1;
        if (compared && context.Sentence.Times[tokens[i].Index] is { Use: TimeUse.Base }) return tokens[i].Index;
        ref readonly var time = ref context.Sentence.Times[tokens[i].Index];
        if (time.Kind is TimeKind.Vague or TimeKind.Same or TimeKind.PartOnly) return -1;
        if (time.Use != TimeUse.Base) return IsAnothersOwn(context, i) ? tokens[i].Index : -1;
        if (i > 0 && tokens[i - 1].Is(Role.Planned)) return tokens[i].Index;
        var isAmount = i + 1 < number && context.Sentence.Quantities[tokens[number].Index].Dimension is not (Dimension.Multiple or Dimension.Ratio);
        return isAmount || IsValue(context, number) || IsWhatIsPassed(context, i, number) ? tokens[i].Index : -1;
    }

    // 是1980年(2687项)的11.5倍, 分别是1985年(160亿元和50亿元)的…: of the year before the bracket.
    private static int BeforeBracket(BindingContext context, int i)
    {
        var tokens = context.Sentence.Tokens;
        while (i > 2 && (tokens[i].Is(Role.And) || tokens[i].IsMark('、')) && tokens[i - 1].Kind == TokenKind.Quantity) i -= 2;
        return tokens[i].IsMark('(') && tokens[i - 1].Kind == TokenKind.Time && context.Sentence.Times[tokens[i - 1].Index].Use == TimeUse.Base
            ? tokens[i - 1].Index : -1;
    }

    // 由上年逆差122亿美元转为顺差53亿美元: a name between the time and the number.
    private static bool IsNameOfTurned(BindingContext context, int number)
    {
        var tokens = context.Sentence.Tokens;
        return tokens[number - 1].Kind is TokenKind.Text or TokenKind.Word && !tokens[number - 1].Is(Role.Change)
            && tokens[number - 2].Kind == TokenKind.Time && tokens[number - 3].Is(Role.From)
            && context.Text[tokens[number].End..context.Sentence.End] is ['转' or '变', '为' or '成', ..];
    }

    // 比1980年的赤字127亿元减少, 比规定的1957年的水平498亿元只差38亿元: the same behind a time that is compared with.
    private static bool IsNameOfBase(BindingContext context, int name)
    {
        var tokens = context.Sentence.Tokens;
        return tokens[name].Is(Role.Indicator | Role.Suffix) && tokens[name - 1].Is(Role.Of) && tokens[name - 2].Kind == TokenKind.Time
            && context.Sentence.Times[tokens[name - 2].Index].Use == TimeUse.Base;
    }

    // 占15.9%,高于“五五”期间的11%; 较一九九七年的5.7%为低: the value of the other time.
    private static bool IsWhatIsPassed(BindingContext context, int time, int number)
    {
        var tokens = context.Sentence.Tokens;
        if (!context.Sentence.Quantities[tokens[number].Index].IsPercent || !tokens[number - 1].Is(Role.Of)) return false;
        if (time > 0 && tokens[time - 1].Is(Role.Gap | Role.BoundBefore) && context.Text[tokens[time - 1].End - 1] == '于')
            return number + 1 >= tokens.Count || tokens[number + 1].Kind == TokenKind.Mark;
        return context.Text[tokens[number].End..context.Sentence.End] is ['为', '高' or '低' or '快' or '慢', ..];
    }

    // 比一九五二年的42%提高: a percentage that is itself a value, because a change follows it.
    private static bool IsValue(BindingContext context, int number)
    {
        var tokens = context.Sentence.Tokens;
        if (!context.Sentence.Quantities[tokens[number].Index].IsPercent || number == 0 || !tokens[number - 1].Is(Role.Of)) return false;
        var change = number + 1;
        if (change < tokens.Count && tokens[change].Is(Role.Change | Role.ChangeTo)) return true;
        // 的42%有所提高.
        return change + 1 < tokens.Count && tokens[change].Is(Role.Manner) && tokens[change + 1].Is(Role.Change | Role.ChangeTo);
    }

    /// <summary>Whether the time at the token <paramref name="time"/> is of another number alone: 由2020年的4800万千瓦; but 从1978年到1985年 and
    /// 从去年起 are times of what follows.</summary>
    public static bool IsAnothersOwn(BindingContext context, int time)
    {
        var tokens = context.Sentence.Tokens;
        if (time == 0 || !tokens[time - 1].Is(Role.From) || time + 1 >= tokens.Count || tokens[time + 1].IsMark(',')) return false;
        // 由第一个五年的35%提高到40%.
        var isOfNumber = time + 2 < tokens.Count && tokens[time + 1].Is(Role.Of) && tokens[time + 2].Kind == TokenKind.Quantity;
        if (isOfNumber && tokens[time].Entry is not null) return true;
        ref readonly var said = ref context.Sentence.Times[tokens[time].Index];
        return said.Part is not ("since" or "from") && !(said.Kind == TimeKind.Absolute && said.From != said.To);
    }
}
