using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>
/// Finds the speaker's jurisdiction in the body alone: the level from 我市, 全县 …, the name from the one division of that level
/// that the speech names again and again (<c>和谐辽源</c>). Called only where title, byline and file name are silent.
/// </summary>
/// <remarks>One instance is used for one document after another by one thread.</remarks>
/// <param name="page">The document.</param>
internal sealed class OwnPlaceFinder(Page page)
{
    // Fewer mentions than this may be a neighbour or a yardstick.
    private const int FewestMentions = 3;

    private static readonly PhraseSearch NationalOffices = new(
    [
        "国家统计局", "国家发展改革委", "国家发改委", "海关总署", "财政部", "商务部", "中国人民银行", "工业和信息化部", "工信部", "农业农村部", "交通运输部", "水利部",
        "教育部", "人力资源社会保障部", "人社部", "国家能源局", "国家邮政局", "文化和旅游部", "国家外汇管理局", "国家外汇局", "国家税务总局", "国家卫生健康委",
        "国新办", "国务院新闻办", "国务院国资委", "国家知识产权局", "民航局", "国铁集团", "中国物流与采购联合会", "中国汽车工业协会",
    ]);

    private const string Levels = "国省市县区州盟旗镇乡";

    // Of each name of a division that stands in the body, in its order, the divisions that bear it.
    private readonly Pieces<Region[]> mentions = new();

    // How often each division is meant by them, and those that are at all; zero and none between two questions.
    private readonly int[] counts = new int[RegionTable.Default.All.Count];
    private readonly Pieces<Region> meant = new();

    private TextSpan span;
    private bool searched;

    private ReadOnlySpan<char> Text => span.In(page.Text);

    /// <summary>Turns to the body that stands at <paramref name="body"/>.</summary>
    public void Open(TextSpan body) => (span, searched) = (body, false);

    /// <summary>
    /// The level of government that the body speaks of as its own, or unknown. A text that says 我国, of no other place 我 or 全, and dwells on no
    /// division speaks for the nation: news agencies, ministries, the Bureau.
    /// </summary>
    public GovernmentLevel Level()
    {
        var text = Text;
        Span<int> kinds = stackalloc int[Levels.Length];
        for (var at = 0; at + 1 < text.Length; at++)
        {
            var next = text[at..].IndexOfAny('我', '全');
            if (next < 0 || at + next + 1 >= text.Length) break;
            at += next;
            var kind = Levels.AsSpan().IndexOf(FoldTable.Fold(text[at + 1]));
            // 全国, 全省 and 全市 may be yardsticks; 我省 and 我市 are the speaker's.
            if (kind >= 0) kinds[kind] += text[at] == '我' ? 2 : 1;
        }

        var nation = kinds[0];
        kinds[0] = 0;
        var best = 0;
        for (var kind = 1; kind < kinds.Length; kind++)
        {
            if (kinds[kind] > kinds[best]) best = kind;
        }

        if (kinds[best] >= 2) return LevelOf(Levels[best]);
        return kinds[best] == 0 && nation >= 3 && !DwellsOnDivision() ? GovernmentLevel.Nation : GovernmentLevel.Unknown;
    }

    /// <summary>The nation where headline or opening of news names one of its offices as the one that tells (国家统计局今天发布) and the body dwells on
    /// no division, else unknown.</summary>
    public GovernmentLevel LevelOfNews(ReadOnlySpan<char> title, ReadOnlySpan<char> opening) =>
        (NamesOffice(title) || NamesOffice(opening)) && !DwellsOnDivision() ? GovernmentLevel.Nation : GovernmentLevel.Unknown;

    private static bool NamesOffice(ReadOnlySpan<char> line)
    {
        for (var end = 1; (end = NationalOffices.NextEnd(line, end)) > 0; end++)
        {
            // 国家统计局|山西调查总队, 财政部|门.
            var behind = line[(end + 1)..];
            if (behind is not ['门', ..] && RegionTable.Default.LongestName(behind) == 0) return true;
        }

        return false;
    }

    private bool DwellsOnDivision() =>
        RegionOf(GovernmentLevel.Province) is not null || RegionOf(GovernmentLevel.Prefecture) is not null
        || RegionOf(GovernmentLevel.County) is not null;

    /// <summary>The level that a folded title speaks of (<c>在全县经济工作会议上的讲话</c>), or unknown.</summary>
    public static GovernmentLevel LevelOfTitle(ReadOnlySpan<char> title)
    {
        var at = title.IndexOf('全');
        return at >= 0 && at + 1 < title.Length && Levels.AsSpan().IndexOf(title[at + 1]) > 0 ? LevelOf(title[at + 1]) : GovernmentLevel.Unknown;
    }

    private static GovernmentLevel LevelOf(char kind) => kind switch
    {
        '省' => GovernmentLevel.Province,
        '市' or '州' or '盟' => GovernmentLevel.Prefecture,
        '县' or '区' or '旗' => GovernmentLevel.County,
        _ => GovernmentLevel.Township,
    };

    /// <summary>The division of <paramref name="level"/> that the body names at least three times and twice as often as any other, or null.</summary>
    public Region? RegionOf(GovernmentLevel level)
    {
        if (level is not (GovernmentLevel.Province or GovernmentLevel.Prefecture or GovernmentLevel.County)) return null;
        if (!searched) FindMentions();
        if (mentions.Count < FewestMentions) return null;
        meant.Clear();
        foreach (var regions in mentions)
            if (Meant(regions, level) is { } region && counts[region.Ordinal]++ == 0) meant.Add(region);
        var best = TakeMostNamed(FewestMentions, out var most);
        if (best is not null && TakeMostNamed((most / 2) + 1, out _) is not null) best = null;
        foreach (var region in meant) counts[region.Ordinal] = 0;
        return best;
    }

    private void FindMentions()
    {
        searched = true;
        mentions.Clear();
        var text = Text;
        var folded = page.Fold(span);
        var behind = 0;
        for (var at = 0; (at = RegionTable.Default.NextBeginning(folded, at)) >= 0; at++)
        {
            // What stands together in the folded text may stand apart in the body, whose names are meant.
            var start = page.Source(at) - span.Start;
            if (start < behind || RegionTable.Default.Longest(text[start..], out var length) is not { } regions) continue;
            behind = start + length;
            // 我国, 中国 are nobody's own.
            if (regions[^1].Level > GovernmentLevel.Nation) mentions.Add(regions);
        }
    }

    // The division that the body names most of those it names at least so often, and that it speaks of beyond doubt; its count is taken away.
    private Region? TakeMostNamed(int fewest, out int most)
    {
        while (true)
        {
            (var best, most) = ((Region?)null, fewest - 1);
            foreach (var region in meant)
                if (counts[region.Ordinal] > most) (best, most) = (region, counts[region.Ordinal]);
            if (best is null) return null;
            counts[best.Ordinal] = 0;
            if (IsCorroborated(best)) return best;
        }
    }

    // Short names of counties can be common words (资源, 合作): the full name, or that of the prefecture above, must stand in the text as well.
    private bool IsCorroborated(Region region) =>
        region.Level < GovernmentLevel.County
        || Text.Contains(region.Name, StringComparison.Ordinal)
        || (RegionTable.Default.Parent(region) is { Level: GovernmentLevel.Prefecture } above
            && Text.Contains(above.ShortName, StringComparison.Ordinal));

    // A city's speaker may head a prefecture or a county-level city; names of two divisions of the level are no evidence.
    private static Region? Meant(Region[] regions, GovernmentLevel level)
    {
        Region? meant = null;
        foreach (var region in regions)
        {
            var fits = region.Level == level
                || (level == GovernmentLevel.Prefecture && region.Level == GovernmentLevel.County && region.Name[^1] == '市');
            if (!fits || (meant is not null && meant.Level < region.Level)) continue;
            if (meant is not null) return null;
            meant = region;
        }

        return meant;
    }
}
