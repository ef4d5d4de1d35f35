using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Finds the time that governs a number: its own first, then the nearest before it; a part of a year looks further for its year.</summary>
internal static class TimeFinder
{
    /// <summary>The time of the number at <paramref name="number"/>, whose clause begins at <paramref name="clause"/>.</summary>
    public static FoundTime Find(BindingContext context, int number, int clause)
    {
        var tokens = context.Sentence.Tokens;
        if (OwnTime(context, number) is var own and >= 0) return new FoundTime(own, null, true, true, false);
        string? part = null;
        var inClause = false;
        var vague = false;
        var whole = false;
        var times = context.Sentence.TimeTokens;
        for (var t = times.Count - 1; t >= 0; t--)
        {
            var i = times[t];
            if (i >= number) continue;
            ref readonly var time = ref context.Sentence.Times[tokens[i].Index];
            // 一季度增长5%;全年增长6%: the whole year ends what the quarter said.
            whole |= time.Kind == TimeKind.Same && part is null && i >= clause && context.Text[time.Start..time.End] is "全年";
            if (!Governs(time, i >= clause) || time.Kind is TimeKind.Same || IsAnothersOwn(tokens, i)) continue;
            if (time.Kind == TimeKind.Vague)
            {
                vague |= i >= clause;
                continue;
            }

            if (vague) break;
            inClause |= i >= clause;
            if (time.Kind == TimeKind.PartOnly)
            {
                if (!whole) part ??= time.Part;
                continue;
            }

            if (!whole) part ??= time.Part is "now" or "since" ? null : time.Part;
            return new FoundTime(tokens[i].Index, part, inClause, false, false);
        }

        return new FoundTime(-1, part, inClause, false, vague);
    }

    /// <summary>The base year that the number's clause compares with, or −1: 比1952年增长.</summary>
    public static int Base(BindingContext context, int number, int clause)
    {
        var tokens = context.Sentence.Tokens;
        for (var i = number - 1; i >= clause; i--)
        {
            if (tokens[i].Kind == TokenKind.Quantity)
            {
                // 比一九五二年的827亿元增长68%: the value of the base year stands between.
                if (OwnTime(context, i) is var own and >= 0 && context.Sentence.Times[own].Use == TimeUse.Base) return own;
                return -1;
            }

            if (tokens[i].Kind == TokenKind.Time && context.Sentence.Times[tokens[i].Index].Use == TimeUse.Base) return tokens[i].Index;
        }

        return -1;
    }

    // The time directly before the number, past 的 and a bound, when a comparison or 由 makes it the number's alone.
    private static int OwnTime(BindingContext context, int number)
    {
        var tokens = context.Sentence.Tokens;
        var i = number - 1;
        while (i >= 0 && tokens[i].Is(Role.Of | Role.BoundBefore | Role.Link)) i--;
        if (i < 0 || tokens[i].Kind != TokenKind.Time) return -1;
        ref readonly var time = ref context.Sentence.Times[tokens[i].Index];
        if (time.Kind is TimeKind.Vague or TimeKind.Same or TimeKind.PartOnly) return -1;
        if (time.Use == TimeUse.Base) return i + 1 < number && context.Sentence.Quantities[tokens[number].Index].Dimension is not (Dimension.Multiple or Dimension.Ratio) || IsValue(context, number) ? tokens[i].Index : -1;
        return IsAnothersOwn(tokens, i) ? tokens[i].Index : -1;
    }

    // 比一九五二年的42%提高: a percentage that is itself a value, because a change follows it.
    private static bool IsValue(BindingContext context, int number)
    {
        var tokens = context.Sentence.Tokens;
        return context.Sentence.Quantities[tokens[number].Index].IsPercent && number > 0 && tokens[number - 1].Is(Role.Of) && number + 1 < tokens.Count && tokens[number + 1].Is(Role.Change | Role.ChangeTo);
    }

    private static bool Governs(in TimeMention time, bool inClause) => time.Use == TimeUse.Governs || (time.Use == TimeUse.GovernsClause && inClause);

    private static bool IsAnothersOwn(Pieces<Token> tokens, int time) => time > 0 && tokens[time - 1].Is(Role.From) && time + 1 < tokens.Count && !tokens[time + 1].IsMark(',');
}
