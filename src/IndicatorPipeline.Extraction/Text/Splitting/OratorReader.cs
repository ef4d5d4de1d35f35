using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Reads speaker and office from a folded title or byline: <c>省长王予波</c>, <c>2025年1月15日龚正市长在…</c>, <c>崔海峰同志在…</c>, <c>张希岳</c>.</summary>
internal static class OratorReader
{
    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
        + "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边巴咸敖楼鞠诸狄申那戚布邬瓦卓雪"
        + "占黑仇邸晏楚符冀郎藏逄国麻晋艾束储荣蔺";

    private static readonly (string Word, GovernmentLevel Level)[] Offices = [.. Tsv.Read("offices.tsv")
        .Select(row => (row["office"], Enum.GetValues<GovernmentLevel>().Single(level => level.Code() == row["level"])))
        .OrderByDescending(office => office.Item1.Length)];

    /// <summary>What <paramref name="line"/> says of the speaker; all null if nothing.</summary>
    public static Orator Read(ReadOnlySpan<char> line)
    {
        foreach (var (word, level) in Offices)
        {
            var at = line.IndexOf(word, StringComparison.Ordinal);
            if (at < 0) continue;
            var name = NameAt(line[(at + word.Length)..]) ?? NameBefore(line[..at]);
            return new Orator(name, word, level);
        }

        var comrade = line.IndexOf("同志在", StringComparison.Ordinal);
        if (comrade > 1 && NameBefore(line[..comrade]) is { } known) return new Orator(known, null, GovernmentLevel.Unknown);
        return line.Length is >= 2 and <= 4 && IsName(line) ? new Orator(line.ToString(), null, GovernmentLevel.Unknown) : default;
    }

    // 省长周乃翔作政府工作报告: the name ends where a word of the byline begins.
    private static string? NameAt(ReadOnlySpan<char> rest)
    {
        if (rest is [':', ..]) rest = rest[1..];
        for (var length = 2; length <= 4 && length <= rest.Length; length++)
        {
            if (!IsHan(rest[length - 1])) return null;
            var ends = length == rest.Length || rest[length] is '在' or '作' or '代' or '向' or '的' or '于' or '所' or ')' or '(' or ',' or '。' or '2' or '1' or '-' || rest[length..].StartsWith("同志", StringComparison.Ordinal);
            if (ends) return IsName(rest[..length]) ? rest[..length].ToString() : null;
        }

        return null;
    }

    // …15日龚正市长在: the name begins behind the date, a mark, or the line's start.
    private static string? NameBefore(ReadOnlySpan<char> before)
    {
        var length = 0;
        while (length < before.Length && length < 4 && IsHan(before[^(length + 1)]) && before[^(length + 1)] is not ('日' or '号' or '年' or '月')) length++;
        for (var take = Math.Min(length, 3); take >= 2; take--)
        {
            if (take < length && take == 3) continue;
            var name = before[^take..];
            if (take == length && IsName(name)) return name.ToString();
        }

        return null;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!IsHan(c)) return false;
        }

        return Surnames.Contains(name[0]) && name is not ("目录" or "万元" or "石油" or "文件" or "成员" or "安全" or "关于" or "向上" or "强化");
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
