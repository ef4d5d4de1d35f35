using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>The thing of which the clause before the number's does nothing but name it: 规模较大的纺织厂,共有三十九个.</summary>
internal static class Bearers
{
    // What can be had or counted, by the end of its name.
    private static readonly EndingTable Things =
        new(["国家", "地区", "城市", "企业", "公司", "工厂", "厂", "学校", "院校", "医院", "单位", "机构", "组织", "合作社", "产品", "商店", "县", "乡", "镇", "村", "站", "场",
            "矿", "人", "员", "工", "户", "者", "民", "生", "师", "经费", "费用", "资金", "款", "宿舍", "住宅", "房屋"]);

    // With these begins where, by whom or in spite of what something is so.
    private const string Prepositions = "在从对为经根按通随由除自当使向受因以据如虽但而";

    /// <summary>That thing; nothing where the clause tells more, or the number's does not say how many there are (有) or what they make up
    /// (占).</summary>
    public static Subject Find(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        var comma = reading.Left.SegmentStart - 1;
        if (comma <= 1 || !tokens[comma].IsMark(',') || reading.Left.HasName || !context.Says(Role.Of) || !SaysHave(context, reading)) return default;
        var start = context.ClauseStart(comma);
        while (start < comma && (tokens[start].Kind == TokenKind.Time || tokens[start].Is(Role.Adverb))) start++;
        if (start + 2 >= comma || BeginsWithPreposition(context, start)) return default;
        var of = -1;
        for (var i = start; i < comma; i++)
        {
            if (tokens[i].Kind is TokenKind.Quantity or TokenKind.Time) return default;
            if (tokens[i].Is(Role.Change | Role.ChangeTo | Role.OfWhich | Role.Actual)) return default;
            if (tokens[i].Is(Role.Of) && context.Text[tokens[i].Start] == '的') of = i;
        }

        var isThing = of > start && of + 1 < comma
            && (tokens[comma - 1].Is(Role.People | Role.Households) || Things.IsEndOf(context.TextOf(of + 1, comma)));
        return isThing ? SubjectFinder.Find(context, start, comma) : default;
    }

    /// <summary>Whether the clause that begins with the token <paramref name="start"/> tells only where, by whom or why.</summary>
    public static bool BeginsWithPreposition(BindingContext context, int start) => Prepositions.Contains(context.Text[context.Tokens[start].Start]);

    // 已经有, 共有, 又占.
    private static bool SaysHave(BindingContext context, in Reading reading)
    {
        for (var i = reading.Number - 1; i >= reading.Left.SegmentStart; i--)
            if (context.TextOf(i) is [.., '有' or '占']) return true;
        return false;
    }
}
