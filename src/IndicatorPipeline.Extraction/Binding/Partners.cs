using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Trade with one partner after the other: 对俄罗斯进出口5亿美元,对朝鲜2亿美元 is trade with either.</summary>
internal static class Partners
{
    private static readonly string[] Figures = ["进出口", "进出口总额", "进出口额", "出口", "出口额", "进口", "进口额", "贸易额", "投资"];

    /// <summary>The subject of a number before which nothing but 对 and a place stands, by the partner told of before; nothing where there is
    /// none.</summary>
    public static Subject Next(BindingContext context, in LeftSide left)
    {
        var tokens = context.Tokens;
        var (start, end) = (left.NameStart, left.NameEnd);
        if (end - start != 2 || !tokens[start + 1].Is(Role.Place) || context.TextOf(start) is not "对") return default;
        ref readonly var told = ref context.Current;
        if (!told.IsNamed) return default;
        var name = context.NameOf(told);
        if (name[0] != '对') return default;
        foreach (var figure in Figures)
        {
            if (!name.EndsWith(figure, StringComparison.Ordinal)) continue;
            return new Subject(null, tokens[start].Start, tokens[end - 1].End, string.Concat(context.TextOf(start, end), figure));
        }

        return default;
    }
}
