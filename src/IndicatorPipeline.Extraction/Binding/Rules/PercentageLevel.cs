using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a rate as such. Example: 城镇调查失业率5.5%左右, 森林覆盖率达到45%, 提高到95%.
/// Counter-example: 保持GDP20%的速度 is growth, because GDP is no rate.
/// </summary>
internal sealed class PercentageLevel() : BindingRule(RuleKind.PercentageLevel)
{
    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        var follows = context.Claims.Count > 0;
        ref readonly var last = ref follows ? ref context.Claims[^1] : ref claim;
        var measure = MeasureOf(context, reading, follows, last);
        // 降幅由6%收窄至2%: the new pace has the direction of the old one; 能耗下降3.2%,完成3%的目标: and so has the goal that is met.
        var falls = measure == Measure.Growth && reading.Inherits && follows && last is { Measure: Measure.Growth, Low: < 0 }
            && !reading.Left.Says(Role.Change)
            && (last.IsOld || MeetsGoal(context, reading));
        Set(ref claim, measure, reading, falls ? -1 : 1, "%");
        return true;
    }

    private static bool MeetsGoal(BindingContext context, in Reading reading) =>
        (reading.Left.Words & Role.Link) != 0 && (reading.Left.Words & (Role.Gap | Role.BoundBefore)) == 0
        && Bounds.IsCalledGoal(context, reading.Number);

    private static Measure MeasureOf(BindingContext context, in Reading reading, bool follows, in Claim last)
    {
        if (follows && MeasureBefore(context, reading, last) is { } before) return before;
        if (TellsPart(context, reading) || MeetsPlan(context, reading)) return Measure.Share;
        return reading.Subject.Term switch
        {
            // 力争农民增收10%: what is added is said in percent.
            { Measure: Measure.Increment, Dimension: Dimension.Money } => Measure.Growth,
            { Measure: { } own } => own,
            // The consumer price index in percent without a verb is its rise.
            { IsPriceIndex: true } when reading.Quantity.High < 50 => Measure.Growth,
            { Dimension: Dimension.Money } when IsPartOfAmount(context, reading) => Measure.Share,
            // An amount in percent without a verb is its growth.
            { Dimension: Dimension.Money } when !reading.Left.Says(Role.ChangeTo) && !reading.Quantity.Is(NumeralTraits.Fraction)
                && !NamesRate(context, reading) => Measure.Growth,
            { Dimension: Dimension.Ratio } => Measure.Level,
            // 增长7.5%,高于8%的目标: a goal of the growth before.
            _ when reading.Inherits && follows && last.Measure == Measure.Growth && Bounds.IsCalledGoal(context, reading.Number) => Measure.Growth,
            _ => reading.Quantity.Is(NumeralTraits.Fraction) && !NamesRate(context, reading) ? Measure.Share : Measure.Level,
        };
    }

    // The measure of the number before where a bare percentage goes on with it, or null.
    private static Measure? MeasureBefore(BindingContext context, in Reading reading, in Claim last)
    {
        // 其中一季度为9%, 全国为121%, 由5.2%回升到5.7%: it is what the one before it was.
        var isAlike = reading.Inherits && !reading.HasRight
            && last is { Unit: "%", Measure: Measure.Growth or Measure.AverageGrowth or Measure.Share };
        if (isAlike && (last.IsOld || last.IsPlanned || !reading.Left.Says(Role.ChangeTo) || AdjustsPlan(context, reading)
            || ContinuesChange(context, reading, last.Token)))
            return last.Measure;
        // 税收占比提高2.3个百分点、达到74.6%.
        if (reading.Inherits && last is { Unit: "pp", Measure: Measure.Increment } && OfShare(context, last)) return Measure.Share;
        if (last.Measure != Measure.Share) return null;
        // 国防费所占的比重从60.8%降低到30.7%,其中陆军从41.5%降低到21.1%.
        if (reading.Left.Says(Role.From) || (reading.Left.Says(Role.ChangeTo) && last.IsOld)) return Measure.Share;
        // 工业完成计划的101%,其中生产资料完成102.3%.
        return reading.Number > 0 && context.TextOf(reading.Number - 1) is "完成" or "完成了" ? Measure.Share : null;
    }

    // Whether the sentence, not the name, tells that the percentage is of a part.
    private static bool TellsPart(BindingContext context, in Reading reading)
    {
        if (!reading.Left.Says(Role.Link | Role.ChangeTo)) return false;
        // 在工业总产值中,…,国营工业的产值上升到61%: parts of the total that the sentence begins with.
        var isAmount = reading.Left.HasName && !NamesRate(context, reading) && reading.Subject.Term is not { Dimension: Dimension.Ratio };
        if (isAmount && LedByTotal(context, reading.Left.SegmentStart)) return true;
        return reading.Left.Says(Role.Link) && (PercentageOfNoun.TellsWhoDid(context, reading) || PercentageOfNoun.TellsSome(context, reading));
    }

    // 完成年度投资计划的61%; 没有完成计划:钢完成96%, behind a colon that says what is met.
    private static bool MeetsPlan(BindingContext context, in Reading reading)
    {
        if (reading.Number == 0 || !context.Says(Role.Link | Role.Planned)) return false;
        var left = context.TextOf(reading.Left.SegmentStart, reading.Number);
        var done = left.LastIndexOf("完成");
        if (done < 0) return false;
        var what = left[(done + "完成".Length)..];
        if (what.Length > 0) return what[^1] == '的' && NamesPlan(what);
        var lead = context.Text[context.Sentence.Start..context.Tokens[reading.Left.SegmentStart].Start];
        var colon = lead.LastIndexOf(':');
        return colon > 0 && lead[..colon].LastIndexOf("完成") is var met and >= 0 && NamesPlan(lead[met..colon]);
    }

    private static bool NamesPlan(ReadOnlySpan<char> what) =>
        what.IndexOf("计划") >= 0 || what.IndexOf("任务") >= 0 || what.IndexOf("目标") >= 0 || what.IndexOf("预算") >= 0 || what.IndexOf("进度") >= 0;

    // 财政收入的60%要由地方收交.
    private static bool IsPartOfAmount(BindingContext context, in Reading reading) =>
        reading.Left.HasName && reading.Left.NameEnd == reading.Number - 1 && context.Tokens[reading.Number - 1].Is(Role.Of)
        && (reading.Left.Leading & Role.Change) == 0;

    private static bool LedByTotal(BindingContext context, int from)
    {
        var tokens = context.Tokens;
        var end = from;
        for (var i = from - 1; i >= 0 && !tokens[i].IsMark(';'); i--)
        {
            if (!Boundaries.IsClauseMark(tokens[i])) continue;
            if (i > 0 && context.Text[tokens[i].Start - 1] == '中' && tokens[i].IsMark(',')) end = i;
            else if (end < from) return context.Text[tokens[i + 1].Start] == '在';
        }

        return end < from && context.Text[tokens[0].Start] == '在';
    }

    // 税收占比提高2.3个百分点、达到74.6%.
    private static bool OfShare(BindingContext context, in Claim points)
    {
        var tokens = context.Tokens;
        // The subject may stand behind its number.
        var isBefore = points.Subject.End <= points.Start;
        if (isBefore && context.Text[points.Subject.End..points.Start] is ['占', ..] or ['比', '重', ..] or ['份', '额', ..]) return true;
        // 同比增长7.4%,占外贸比重提升2.2个百分点至34.2%.
        for (var i = points.Token - 1; i >= 0 && !Boundaries.IsClauseMark(tokens[i]); i--)
            if (tokens[i].Is(Role.Share)) return true;
        return false;
    }

    // 原来安排增长9%,现调整为11%: a pace that was planned anew.
    private static bool AdjustsPlan(BindingContext context, in Reading reading) =>
        reading.Subject.Term is { Dimension: Dimension.Money } && context.TextOf(reading.Number - 1).StartsWith("调");

    // 由一季度的4.5%、上半年的6.1%提升至全年的6.9%: a way of several steps.
    private static bool ContinuesChange(BindingContext context, in Reading reading, int last)
    {
        if (context.Claims.Count < 2) return false;
        var begins = context.Claims[^2].IsOld || context.Claims[^1].IsOld || StartsFrom(context, context.Claims[^2].Token);
        if (!begins) return false;
        for (var i = last + 1; i < reading.Number; i++)
            if (Boundaries.IsClauseMark(context.Tokens[i])) return false;
        return true;
    }

    private static bool StartsFrom(BindingContext context, int number)
    {
        for (var i = number - 1; i >= 0 && !Boundaries.IsClauseMark(context.Tokens[i]); i--)
            if (context.Tokens[i].Is(Role.From)) return true;
        return false;
    }

    private static bool NamesRate(BindingContext context, in Reading reading) =>
        reading.Left.HasName && context.Text[context.Tokens[reading.Left.NameEnd - 1].End - 1] is '率' or '例' or '度' or '面';
}
