using System.Runtime.InteropServices;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>
/// Finds the speaker's jurisdiction in the body alone: the level from 我市, 全县 …, the name from the one division of that level
/// that the speech names again and again (<c>和谐辽源</c>). Called only where title, byline and file name are silent.
/// </summary>
/// <param name="page">The document.</param>
/// <param name="span">Where the body stands in it.</param>
internal ref struct OwnPlaceFinder(Page page, TextSpan span)
{
    // Fewer mentions than this may be a neighbour or a yardstick.
    private const int FewestMentions = 3;

    private const string Levels = "国省市县区州盟旗镇乡";

    private readonly ReadOnlySpan<char> text = span.In(page.Text);

    // How often each name stands in the body, by the divisions that bear it, and how often all of them; null until somebody asks.
    private Dictionary<Region[], int>? named;
    private int mentions;

    /// <summary>
    /// The level of government that the body speaks of as its own, or unknown. A text that says 我国, of no other place 我 or 全, and dwells on no division
    /// speaks for the nation: news agencies, ministries, the Bureau.
    /// </summary>
    public GovernmentLevel Level()
    {
        Span<int> counts = stackalloc int[Levels.Length];
        for (var at = 0; at + 1 < text.Length; at++)
        {
            var next = text[at..].IndexOfAny('我', '全');
            if (next < 0 || at + next + 1 >= text.Length) break;
            at += next;
            var kind = Levels.AsSpan().IndexOf(FoldTable.Fold(text[at + 1]));
            // 全国, 全省 and 全市 may be yardsticks; 我省 and 我市 are the speaker's.
            if (kind >= 0) counts[kind] += text[at] == '我' ? 2 : 1;
        }

        var nation = counts[0];
        counts[0] = 0;
        var best = 0;
        for (var kind = 1; kind < counts.Length; kind++)
        {
            if (counts[kind] > counts[best]) best = kind;
        }

        if (counts[best] >= 2) return LevelOf(Levels[best]);
        return counts[best] == 0 && nation >= 3 && !DwellsOnDivision() ? GovernmentLevel.Nation : GovernmentLevel.Unknown;
    }

    private bool DwellsOnDivision() => RegionOf(GovernmentLevel.Province) is not null || RegionOf(GovernmentLevel.Prefecture) is not null || RegionOf(GovernmentLevel.County) is not null;

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
        named ??= Named();
        if (mentions < FewestMentions) return null;
        var counts = new Dictionary<Region, int>(ReferenceEqualityComparer.Instance);
        foreach (var (regions, count) in named)
            if (Meant(regions, level) is { } region) CollectionsMarshal.GetValueRefOrAddDefault(counts, region, out _) += count;
        var best = MostNamed(counts, FewestMentions);
        return best is null || (counts.Remove(best, out var most) && MostNamed(counts, (most / 2) + 1) is not null) ? null : best;
    }

    private Dictionary<Region[], int> Named()
    {
        var found = new Dictionary<Region[], int>(ReferenceEqualityComparer.Instance);
        var folded = page.Fold(span);
        var behind = 0;
        for (var at = 0; (at = RegionTable.Default.NextBeginning(folded, at)) >= 0; at++)
        {
            // What stands together in the folded text may stand apart in the body, whose names are meant.
            var start = page.Source(at) - span.Start;
            if (start < behind || RegionTable.Default.Longest(text[start..], out var length) is not { } regions) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(found, regions, out _)++;
            mentions++;
            behind = start + length;
        }

        return found;
    }

    // The division that the body names most of those it names at least so often, and that it speaks of beyond doubt.
    private readonly Region? MostNamed(Dictionary<Region, int> counts, int fewest)
    {
        while (true)
        {
            var (best, most) = ((Region?)null, fewest - 1);
            foreach (var (region, count) in counts)
                if (count > most) (best, most) = (region, count);
            if (best is null || IsCorroborated(best)) return best;
            counts.Remove(best);
        }
    }

    // Short names of counties can be common words (资源, 合作): the full name, or that of the prefecture above, must stand in the text as well.
    private readonly bool IsCorroborated(Region region) =>
        region.Level < GovernmentLevel.County
        || text.Contains(region.Name, StringComparison.Ordinal)
        || (RegionTable.Default.Parent(region) is { Level: GovernmentLevel.Prefecture } above && text.Contains(above.ShortName, StringComparison.Ordinal));

    // A city's speaker may head a prefecture or a county-level city; names of two divisions of the level are no evidence.
    private static Region? Meant(Region[] regions, GovernmentLevel level)
    {
        Region? meant = null;
        foreach (var region in regions)
        {
            var fits = region.Level == level || (level == GovernmentLevel.Prefecture && region.Level == GovernmentLevel.County && region.Name[^1] == '市');
            if (!fits || (meant is not null && meant.Level < region.Level)) continue;
            if (meant is not null) return null;
            meant = region;
        }

        return meant;
    }
}
