using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a change in the indicator's own unit. Example: 比年初增加9.08亿元, 新增全国重点实验室15家, 不良贷款余额减少3.03亿元 (negative).
/// Counter-example: 城镇新增就业51万人 is the level of that indicator; 新建公路100公里 is a level; 减少贫困人口1000万人 is the level of people lifted out of poverty.
/// </summary>
internal sealed class AbsoluteChange() : BindingRule(RuleKind.AbsoluteChange)
{
    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        ref readonly var quantity = ref reading.Quantity;
        if (reading.Left.Says(Role.ChangeTo) || (quantity.Unit is null && Units.Guess(context, reading) is null)) return false;
        if (reading.Subject.Term is { Measure: Measure.Level } && !ComparesYears(context, reading)) return false;
        // 新增劳动力平均受教育年限14年: a length of time is not what is added.
        var added = quantity.Dimension != Dimension.Time && SaysAdded(context, reading);
        int sign;
        if (SaysChange(context, reading, added)) sign = reading.Left.Sign < 0 ? -1 : 1;
        else if (added) sign = 1;
        else if (IsPlainChange(context, reading)) sign = reading.Left.LeadingSign;
        else return false;
        Set(ref claim, Measure.Increment, reading, sign, Units.Of(context, reading)!);
        return true;
    }

    private static bool SaysChange(BindingContext context, in Reading reading, bool added)
    {
        if (!reading.Left.Says(Role.Change) || ActsOnThing(context, reading)) return false;
        // A verb that tells no direction and may be a mere 达 or 为 changes nothing.
        return added || reading.Left.Sign != 0 || !reading.Left.Says(Role.Link);
    }

    private static bool SaysAdded(BindingContext context, in Reading reading) =>
        reading.Left.Says(Role.Add) || context.Adding || NamesIncrement(context, reading) || reading.Subject.Term?.Measure == Measure.Increment;

    // 城镇新增就业比去年多10万人: what is itself an addition can change from year to year.
    private static bool ComparesYears(BindingContext context, in Reading reading)
    {
        // 贫困人口比上年减少290万: what that indicator counts.
        if (!reading.Left.Says(Role.Change) || reading.Subject.Term!.CountsLifted) return false;
        for (var i = reading.Left.PredicateStart; i < reading.Number; i++)
            if (context.Text[context.Tokens[i].Start] is '比' or '较') return true;
        return false;
    }

    // 提升100家机构服务水平, 加快6个平台建设: the verb acts on the things that the number counts.
    private static bool ActsOnThing(BindingContext context, in Reading reading)
    {
        if (!reading.HasRight || reading.Left.HasName || reading.Source != SubjectSource.Behind || reading.Number == 0) return false;
        var verb = reading.Number - 1;
        return context.Tokens[verb].Is(Role.Change) && !IsOfAmount(context.TextOf(verb));
    }

    private static bool IsOfAmount(ReadOnlySpan<char> verb) =>
        verb is "增加" or "增加了" or "减少" or "减少了" or "增" or "减" or "多" or "少" or "净减少" or "净增长" or "增长" or "增产" or "减产" or "增收" or "减收"
            or "少收" or "少支" or "增支" or "多支";

    // 增加投资5亿元, 减少支出3亿元; but not 提升改造公路500公里 or 压减产能70万吨, where the verb acts on the thing.
    private static bool IsPlainChange(BindingContext context, in Reading reading)
    {
        ref readonly var left = ref reading.Left;
        if ((left.Leading & Role.Change) == 0 || left.LeadingSign == 0 || (reading.HasRight && !left.HasName) || left.NameStart == 0) return false;
        var verb = context.TextOf(left.NameStart - 1);
        // 比上年增加投资3亿元, 比上年多安排资金3亿元.
        if (verb is [.., '增', '加'] or [.., '增', '加', '了'] or ['多', ..] or ['少', _, ..] or "减产") return true;
        // 增产粮食二亿斤; 增产值 would be another word.
        if (verb is "增产") return context.Text[context.Tokens[left.NameStart].Start] != '值';
        // 减少利息支出130亿元: what is no longer spent.
        if (verb is "减少" or "降低" && reading.Dimension == Dimension.Money) return NamesCost(context.TextOf(left.NameStart, left.NameEnd));
        // 扩大灌溉面积300万亩.
        return verb.StartsWith("扩大") && context.TextOf(left.NameStart, left.NameEnd) is [.., '面', '积'] or [.., '地'];
    }

    private static bool NamesCost(ReadOnlySpan<char> name) =>
        name is [.., '支', '出'] or [.., '开', '支'] or [.., '负', '担'] or [.., '成', '本'] or [.., '费', '用'];

    private static bool NamesIncrement(BindingContext context, in Reading reading)
    {
        if (reading.Left.HasName) return context.Tokens[reading.Left.NameEnd - 1].Is(Role.Add | Role.Increment);
        // 新增加的钢的生产能力,就有142万吨: the clause before names what was added.
        if (!reading.Inherits || reading.Subject.Name is not null) return false;
        var named = context.Text[reading.Subject.Start..reading.Subject.End];
        return named.Contains('的') && (named.IndexOf("新增加的") >= 0 || named.IndexOf("扩大的") >= 0);
    }
}
