using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Reads the jurisdiction that a folded title, byline or opening names: <c>在山东省第十四届人民代表大会第三次会议上</c>, <c>2025年上海市政府工作报告</c>.</summary>
internal static class PlaceReader
{
    private static readonly PhraseSearch Nation = new(["全国人民代表大会", "全国人大", "国务院", "中央人民政府"]);

    /// <summary>Without any of these an opening speaks for nobody: 我代表…, 受…的委托, 根据…的决定.</summary>
    public static readonly string[] Mandates = ["代表", "受国务院", "根据国务院"];

    // What follows a short name that stands for its government; a full name needs no such help.
    private static readonly string[] Governments = ["政府", "人民政府", "人大", "人民代表大会", "党代会", "经济", "年"];

    /// <summary>The jurisdiction named in <paramref name="line"/>, or null. <paramref name="text"/> is the whole document: it tells namesakes
    /// apart.</summary>
    public static Place? Read(ReadOnlySpan<char> line, string text)
    {
        if (Nation.IsIn(line)) return OfNation();
        for (var i = 0; (i = RegionTable.Default.NextBeginning(line, i)) >= 0; i++)
            if (Chain(line, i, text) is { } place) return place;
        return null;
    }

    /// <summary>The jurisdiction that a folded line of the opening speaks for (<c>我代表上海市人民政府</c>, <c>受国务院的委托</c>), or null.</summary>
    public static Place? ReadOpening(ReadOnlySpan<char> line, string text)
    {
        foreach (var word in Mandates)
        {
            for (var at = line.IndexOf(word, StringComparison.Ordinal); at >= 0;)
            {
                // 人民代表大会 holds the word too.
                var behind = at + word.Length;
                if ((at == 0 || line[at - 1] != '民') && Read(line[at..Math.Min(line.Length, behind + 16)], text) is { } place) return place;
                var next = line[behind..].IndexOf(word, StringComparison.Ordinal);
                at = next < 0 ? -1 : behind + next;
            }
        }

        return null;
    }

    public static Place OfNation() => new("全国", RegionTable.Default.Nation, GovernmentLevel.Nation);

    // 吉林省辽源市: each name is read inside the one before it, the last one is meant.
    private static Place? Chain(ReadOnlySpan<char> line, int start, string text)
    {
        Place? place = null;
        for (var at = start; at + 1 < line.Length;)
        {
            if (RegionTable.Default.Longest(line[at..], out var length) is not { } regions) break;
            var name = line.Slice(at, length);
            if (!IsFull(name, regions[0].Level)
                && !StandsForGovernment(regions[0].Level, line[(at + length)..], start == 0 || line[start - 1] is '年' or ')' or '-' or '_'))
            {
                break;
            }
            var region = Tell(name, place?.Region, text);
            if (place?.Region is { } above && (region is null || !RegionTable.Default.Contains(above, region))) break;
            place = new Place(name.ToString(), region, region?.Level ?? LevelOf(name));
            at += length;
        }

        return place;
    }

    /// <summary>Whether a name carries its kind (省, 市, 县 …), so that it cannot be a common word.</summary>
    private static bool IsFull(ReadOnlySpan<char> name, GovernmentLevel highest)
    {
        var kind = name[^1];
        // 新区, 城区 and the like are anybody's.
        return highest > GovernmentLevel.Nation
            && (kind == '县' || (name.Length > 2 && kind is '省' or '市' or '区' or '州' or '盟' or '旗' && name is not "开发区"));
    }

    // A short name counts for a province or prefecture only, at the beginning or before a word of government.
    private static bool StandsForGovernment(GovernmentLevel highest, ReadOnlySpan<char> rest, bool atBeginning)
    {
        if (highest is not (GovernmentLevel.Province or GovernmentLevel.Prefecture)) return false;
        foreach (var word in Governments)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return atBeginning && (rest.IsEmpty || rest[0] is '省' or '市' or '_' or ':' || char.IsAsciiDigit(rest[0])
            || RegionTable.Default.LongestName(rest) > 0);
    }

    private static Region? Tell(ReadOnlySpan<char> name, Region? within, string text)
    {
        if (RegionTable.Default.Resolve(name, within) is { } region) return region;
        Region? mentioned = null;
        foreach (var candidate in RegionTable.Default.Named(name))
        {
            if (RegionTable.Default.Parent(candidate) is not { } parent || !text.Contains(parent.ShortName, StringComparison.Ordinal)) continue;
            if (mentioned is not null) return null;
            mentioned = candidate;
        }

        return mentioned;
    }

    private static GovernmentLevel LevelOf(ReadOnlySpan<char> name) => name[^1] switch
    {
        '省' => GovernmentLevel.Province,
        '市' or '州' or '盟' => GovernmentLevel.Prefecture,
        _ => GovernmentLevel.County,
    };
}
