using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Sums that are named behind the number, by what is paid or raised, and before it by who does so: 中央财政安排384亿元救灾款.</summary>
internal static class Payments
{
    private const int ShortestName = 3;

    private static readonly EndingTable Paid = new(["资金", "款", "债券", "国债", "补贴", "补助", "经费"]);

    /// <summary>Whether the name before the number tells at most who pays: the words end in a verb, or are an office's, and name no
    /// indicator.</summary>
    public static bool AreNamedBehind(BindingContext context, in Reading reading)
    {
        ref readonly var left = ref reading.Left;
        if (reading.Dimension != Dimension.Money || !reading.HasRight || !left.HasName || left.Says(Role.ChangeTo | Role.Gap | Role.Share))
            return false;
        if (left.Says(Role.Change) && !left.Says(Role.Add)) return false;
        var paid = context.TextOf(reading.RightStart, reading.RightEnd);
        if (paid.Length < ShortestName || !Paid.IsEndOf(paid)) return false;
        var payer = context.TextOf(left.NameStart, left.NameEnd);
        var isPayer = payer is [.., '财', '政'] or "国务院" or [.., '政', '府'] || context.Tokens[reading.Number - 1].Is(Role.Action);
        return isPayer && SubjectFinder.Find(context, left.NameStart, left.NameEnd).Term is null;
    }

    /// <summary>384亿元|救灾款和|740亿元|重建资金: whether what stands between two sums is the first one's name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreNamedByOther(BindingContext context, in Reading reading, int number, int rightEnd)
    {
        ref readonly var left = ref reading.Left;
        return reading.Dimension == Dimension.Money && reading.HasRight && left.HasName && number >= 0 && rightEnd > left.NameStart
            && left.SegmentStart == number + 1 && context.Tokens[reading.Number - 1].Is(Role.And);
    }
}
