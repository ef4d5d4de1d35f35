using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Members of a list of which the first alone tells the figure: 采矿业利润12亿元,制造业58亿元 are profits both.</summary>
internal static class Members
{
    private const int LongestName = 40;

    // What any of them ends in.
    private const string Lasts = "业类区位市村镇城路航道空运";

    // What the names of branches, kinds and parts end in, before the figure that is told of them.
    private static readonly string[] Kinds = ["企业", "单位", "地区", "业", "类"];

    // Town and country, and the ways to travel: members by themselves.
    private static readonly string[][] Sets =
        [["城市", "农村", "城镇", "乡村", "市区", "县城"], ["铁路", "公路", "水路", "民航", "管道", "航空", "水运"]];

    /// <summary>The subject that the words <paramref name="own"/> name, which no row of the catalogue holds, with the figure that the member before
    /// it tells; nothing where none does.</summary>
    public static Subject Next(BindingContext context, in Reading reading, in Subject own)
    {
        if (own.End - own.Start < 2 || !Lasts.Contains(context.Text[own.End - 1])) return default;
        var name = context.Text[own.Start..own.End];
        ref readonly var left = ref reading.Left;
        var first = left.SegmentStart;
        var isPart = first < left.NameStart && context.Tokens[first].Is(Role.OfWhich);
        if (first == 0 || left.NameStart != (isPart ? first + 1 : first) || left.NameEnd == left.NameStart) return default;
        foreach (var set in Sets)
            if (Holds(set, name)) return OfSet(context, reading, own, set, isPart);
        foreach (var kind in Kinds)
            if (name.EndsWith(kind, StringComparison.Ordinal)) return OfKind(context, reading, own, kind);
        return default;
    }

    private static bool Holds(string[] set, ReadOnlySpan<char> name)
    {
        foreach (var member in set)
            if (name.SequenceEqual(member)) return true;
        return false;
    }

    private static Subject OfKind(BindingContext context, in Reading reading, in Subject own, string kind)
    {
        if (!FollowsLike(context, reading)) return default;
        ref readonly var told = ref context.Current;
        var before = context.NameOf(told);
        var at = before.IndexOf(kind, StringComparison.Ordinal);
        // A part by place keeps the indicator.
        var isPlace = kind is "地区";
        if (at > 0) return With(context, own, before[(at + kind.Length)..], isPlace ? told.Term : null);
        // 东部地区|投资: the name begins behind the place.
        var isBehindPlace = at < 0 && isPlace && told.Name is null && context.Text[..told.Start].EndsWith(kind);
        return isBehindPlace ? With(context, own, before, told.Term) : default;
    }

    private static Subject OfSet(BindingContext context, in Reading reading, in Subject own, string[] set, bool isPart)
    {
        var tokens = context.Tokens;
        var mark = reading.Left.SegmentStart - 1;
        if (tokens[mark].IsMark(':') && mark > 0)
        {
            var whole = SubjectFinder.Find(context, context.ClauseStart(mark), mark).For(reading.Dimension);
            return whole.Term is null ? default : With(context, own, context.NameOf(whole), whole.Term);
        }

        if (!FollowsLike(context, reading)) return default;
        ref readonly var told = ref context.Current;
        var before = context.NameOf(told);
        foreach (var member in set)
        {
            if (before.StartsWith(member)) return With(context, own, before[member.Length..], told.Term);
            if (told.Name is null && context.Text[..told.Start].EndsWith(member)) return With(context, own, before, told.Term);
        }

        return isPart ? With(context, own, before, told.Term) : default;
    }

    private static Subject With(BindingContext context, in Subject own, ReadOnlySpan<char> figure, IndicatorTerm? term)
    {
        if (figure.Length < 2 || figure.Length + own.End - own.Start > LongestName) return default;
        if (!SharedKinds.NamesFigure(figure) && !figure.EndsWith("水平")) return default;
        var name = string.Concat(context.Text[own.Start..own.End], figure);
        return own with { Term = context.Lexicon.Find(name)?.Indicator ?? term, Name = name };
    }

    // Whether the number directly before tells of the subject before, in the same unit, and likewise how much it is or how it changed.
    private static bool FollowsLike(BindingContext context, in Reading reading)
    {
        var claims = context.Claims;
        if (claims.Count == 0 || !context.Current.IsNamed) return false;
        if (Bounds.End(context.Tokens, claims[^1].Token) != reading.Left.SegmentStart - 1) return false;
        var changes = reading.Left.Says(Role.Change | Role.Pace);
        for (var i = claims.Count - 1; i >= 0 && claims[i].Subject == claims[^1].Subject; i--)
        {
            if (claims[i].Unit != reading.Quantity.Unit?.Code) continue;
            if (claims[i].Measure is Measure.Growth or Measure.Increment ? changes : !changes && claims[i].Measure == Measure.Level) return true;
        }

        return false;
    }
}
