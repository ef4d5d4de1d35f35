using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>How far a 新增 reaches: to its own number, and on through the members of its list.</summary>
internal static class Additions
{
    /// <summary>Whether the number of <paramref name="reading"/> tells how much was added, by its own words or by those of the list that it is a
    /// member of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Governs(BindingContext context, in Reading reading) =>
        (context.Adding || context.Says(Role.Add) || (reading.Left.Words & Role.Of) != 0) && IsGoverned(context, reading);

    private static bool IsGoverned(BindingContext context, in Reading reading)
    {
        ref readonly var left = ref reading.Left;
        if (!SaysAdded(context, reading) && !(context.Adding && Stays(context, reading))) return false;
        // 5A级景区新增云台古镇、总数达到9家.
        return !left.Says(Role.Link | Role.ChangeTo) || !SaysTotal(context, left.SegmentStart, reading.Number);
    }

    /// <summary>Passes the marks from the token <paramref name="from"/> to before <paramref name="to"/>: a semicolon or colon ends what was added,
    /// but a colon can announce more.</summary>
    public static void Pass(BindingContext context, int from, int to)
    {
        var tokens = context.Tokens;
        for (var i = from; i < to; i++)
            if (tokens[i].Is(Role.Mark) && tokens[i].Mark is ';' or ':') context.Adding = tokens[i].Mark == ':' && Announces(context, i);
    }

    // The number's own words: 新增企业20家, 新增20家企业, 新增的生产能力20万吨, 新增产值过亿元的企业10家.
    private static bool SaysAdded(BindingContext context, in Reading reading)
    {
        ref readonly var left = ref reading.Left;
        if ((left.Leading & Role.Add) != 0 || (reading.HasRight && left.Says(Role.Add))) return true;
        if ((left.Words & Role.Of) != 0 && NamesAdded(context, left.SegmentStart, left.NameStart)) return true;
        return context.Says(Role.Add) && AddsClass(context, left.SegmentStart);
    }

    // Whether the list behind the colon is one of additions: 新增生产能力主要有:钢四十二万吨,煤一千万吨.
    private static bool Announces(BindingContext context, int colon)
    {
        var tokens = context.Tokens;
        for (var i = colon - 1; i >= 0; i--)
        {
            if (tokens[i].Kind == TokenKind.Quantity || tokens[i].IsMark(';')) return false;
            if (tokens[i].Is(Role.Add) && (i + 2 >= colon || !tokens[i + 1].IsMark(','))) return true;
        }

        return false;
    }

    // 当年新增加的主要生产能力有|煤炭2714万吨, 职工增加的收入将达到12.5亿元.
    private static bool NamesAdded(BindingContext context, int from, int to)
    {
        for (var i = from; i + 1 < to; i++)
            if (context.Tokens[i + 1].Is(Role.Of) && (context.Tokens[i].Is(Role.Add) || context.TextOf(i) is "增加" or "扩大")) return true;
        return false;
    }

    // 新增产值过亿元的企业10家: the verb stands before the class that says which ones.
    private static bool AddsClass(BindingContext context, int from)
    {
        var tokens = context.Tokens;
        if (!IsOfClass(context, from, out var number)) return false;
        for (var i = number - 1; i >= 0 && tokens[i].Kind != TokenKind.Quantity && !Boundaries.IsClauseMark(tokens[i]); i--)
            if (tokens[i].Is(Role.Add)) return true;
        return false;
    }

    // 亿元以上|项目, 千亿级|集群, 十万吨|级泊位.
    private static bool IsOfClass(BindingContext context, int from, out int size) =>
        Guards.ClassBefore(context, from, out size) is Guards.SizeClass or Guards.Scale
            || (size >= 0 && context.Text[context.Tokens[from].Start] == '级' && context.Tokens[size].End == context.Tokens[from].Start);

    // 新增公园141座、绿道30公里, but 新增公园26座、累计达到310座; past a comma only a bare thing and its size: 新增铁路3300公里,公路1900公里.
    private static bool Stays(BindingContext context, in Reading reading)
    {
        ref readonly var left = ref reading.Left;
        if ((left.Leading & ~Role.OfWhich) != 0 || left.Says(Role.Link | Role.ChangeTo)) return false;
        // 新增泊位480个,建成|十万吨|级航道3条: the verb of its own stands before the class.
        if (IsOfClass(context, left.SegmentStart, out var size) && size > 0 && context.Tokens[size - 1].Is(Role.Action)) return false;
        if (IsDone(context, left, reading.Number) || SaysTotal(context, left.SegmentStart, reading.Number)) return false;
        if (left.SegmentStart == 0 || !context.Tokens[left.SegmentStart - 1].IsMark(',')) return !EndsInDeed(context, left, reading.Number);
        if (!left.HasName || reading.HasRight) return false;
        // 新增公路5320公里,其中高速公路329公里.
        if (left.Leading == Role.OfWhich && left.SegmentStart + 1 == left.NameStart && left.NameEnd == reading.Number)
            return context.Claims.Count > 0 && Rules.Units.Of(context, reading) == context.Claims[^1].Unit && !NamesDeed(context, left);
        var isBare = left.NameStart == left.SegmentStart && (left.Predicate & ~(Role.BoundBefore | Role.Adverb)) == 0;
        return isBare && IsSize(reading.Dimension) && !NamesDeed(context, left);
    }

    private static bool IsSize(Dimension dimension) =>
        dimension is Dimension.Length or Dimension.Area or Dimension.Mass or Dimension.Power or Dimension.Volume or Dimension.Count
            or Dimension.Households;

    // 新增养老院30家、家庭床位4000张、困难家庭适老化改造6200户: the last was done, not added.
    private static bool EndsInDeed(BindingContext context, in LeftSide left, int number)
    {
        if (!left.HasName) return false;
        var tokens = context.Tokens;
        if (tokens[left.NameEnd - 1].Is(Role.Action) || context.TextOf(left.NameStart, left.NameEnd).EndsWith("改造")) return true;
        return left.NameEnd < number && tokens[left.NameEnd].Is(Role.Action);
    }

    // 新增装机1500万千瓦,铁路新线、复线分别建成5800公里、3800公里.
    private static bool IsDone(BindingContext context, in LeftSide left, int number)
    {
        for (var i = left.NameEnd; i < number && left.HasName; i++)
            if (context.Tokens[i].Is(Role.Respectively) && i + 1 < number && context.Tokens[i + 1].Is(Role.Action)) return true;
        return false;
    }

    // 造林, 获奖, 铁路新线投产: what was done, not what there is more of.
    private static bool NamesDeed(BindingContext context, in LeftSide left)
    {
        for (var i = left.NameStart; i < left.NameEnd; i++)
            if (context.Tokens[i].Is(Role.Action | Role.Link)) return true;
        return context.Text[context.Tokens[left.NameStart].Start] is '造' or '建' or '修' or '开' or '改' or '植' or '获' or '招' or '新';
    }

    // 总数达到9家, 累计达到310座.
    private static bool SaysTotal(BindingContext context, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (context.Tokens[i].Kind != TokenKind.Mark && context.Text[context.Tokens[i].Start..] is ['总', ..] or ['累', '计', ..]) return true;
        return false;
    }
}
