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

    // What industry is measured by, of which firms of one kind have a part.
    private static readonly string[] Industrial = ["增加值", "总产值", "利润总额", "利润", "营业收入"];

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
        var (tokens, first) = (context.Tokens, left.SegmentStart);
        // 其中|国有企业, 其中,|国有企业.
        var behind = left.NameStart == first + 1 && tokens[first].Is(Role.OfWhich) ? first
            : left.NameStart == first && first > 1 && tokens[first - 1].IsMark(',') && tokens[first - 2].Is(Role.OfWhich) ? first - 2 : -1;
        var isPart = behind >= 0;
        if (left.NameEnd == left.NameStart || (!isPart && (left.NameStart != first || first == 0))) return default;
        var edge = (isPart ? behind : first) - 1;
        if (!FollowsLike(context, reading, edge) && !(edge >= 0 && tokens[edge].IsMark(':'))) return default;
        foreach (var set in Sets)
            if (Holds(set, name)) return OfSet(context, reading, own, set, edge, isPart);
        foreach (var kind in Kinds)
            if (name.EndsWith(kind, StringComparison.Ordinal)) return OfKind(context, own, kind);
        return default;
    }

    private static bool Holds(string[] set, ReadOnlySpan<char> name)
    {
        foreach (var member in set)
            if (name.SequenceEqual(member)) return true;
        return false;
    }

    private static Subject OfKind(BindingContext context, in Subject own, string kind)
    {
        ref readonly var told = ref context.Current;
        var before = context.NameOf(told);
        // 居民消费价格上涨7%;食品类上涨17%: the kinds of what is bought.
        if (kind is "类" && told.Term is { IsCore: true, Indicator.Code: "prices.cpi" }) return With(context, own, "价格", null);
        var at = before.IndexOf(kind, StringComparison.Ordinal);
        // A part by place keeps the indicator.
        var isPlace = kind is "地区";
        if (at > 0) return With(context, own, before[(at + kind.Length)..], isPlace ? told.Term : null);
        if (kind is "企业") return OfIndustry(context, own);
        // 东部地区|投资: the name begins behind the place.
        var isBehindPlace = at < 0 && isPlace && told.Name is null && context.Text[..told.Start].EndsWith(kind);
        return isBehindPlace ? With(context, own, before, told.Term) : default;
    }

    // 规模以上工业增加值增长13%,其中国有企业增长6%: the firms have a part in it.
    private static Subject OfIndustry(BindingContext context, in Subject own)
    {
        var told = context.NameOf(context.Current);
        var head = context.NameOf(context.Head);
        foreach (var figure in Industrial)
        {
            if (told.EndsWith(figure, StringComparison.Ordinal) ? IsIndustry(context.Current) : head.EndsWith(figure) && IsIndustry(context.Head))
                return With(context, own, figure, null);
        }

        return default;
    }

    private static bool IsIndustry(in Subject subject) =>
        subject.Term is { } term && term.Indicator.Code.StartsWith("industry.", StringComparison.Ordinal);

    private static Subject OfSet(BindingContext context, in Reading reading, in Subject own, string[] set, int mark, bool isPart)
    {
        var tokens = context.Tokens;
        if (mark > 0 && tokens[mark].IsMark(':'))
        {
            var whole = SubjectFinder.Find(context, context.ClauseStart(mark), mark).For(reading.Dimension);
            return whole.Term is null ? default : With(context, own, context.NameOf(whole), whole.Term);
        }

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
    private static bool FollowsLike(BindingContext context, in Reading reading, int edge)
    {
        var claims = context.Claims;
        if (!context.Current.IsNamed) return false;
        // …总水平上涨7.4%。其中,城市上涨7.2%: of what the sentence before told of.
        if (claims.Count == 0) return edge < 0 && reading.IsPercent && reading.Left.Says(Role.Change);
        if (Bounds.End(context.Tokens, claims[^1].Token) != edge) return false;
        var changes = reading.Left.Says(Role.Change | Role.Pace);
        for (var i = claims.Count - 1; i >= 0 && claims[i].Subject == claims[^1].Subject; i--)
        {
            if (claims[i].Unit != reading.Quantity.Unit?.Code) continue;
            if (claims[i].Measure is Measure.Growth or Measure.Increment ? changes : !changes && claims[i].Measure == Measure.Level) return true;
        }

        return false;
    }
}
