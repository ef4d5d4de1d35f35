using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Reads speaker and office from a folded title or byline: <c>省长李云川</c>, <c>2025年1月16日周正安市长在…</c>, <c>赵立新同志在…</c>, <c>孙明远</c>.</summary>
internal static class OratorReader
{
    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
        + "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边巴咸敖楼鞠诸狄申那戚布邬瓦卓雪"
        + "占黑仇邸晏楚符冀郎藏逄国麻晋艾束储荣蔺况佘冼阳麦官蒙农蓝区欧上司诸皇端明揭冷帅宫赫哈米玛洛索次丹巴扎格益向布吉力那木云宝乌于";

    // Few lines name any office.
    private static readonly (PhraseTable<Office> All, PhraseSearch Any) Offices = Load();

    /// <summary>What <paramref name="line"/> says of the speaker; all null if nothing.</summary>
    public static Orator Read(ReadOnlySpan<char> line)
    {
        if (Offices.Any.IsIn(line)) return Official(line);
        var comrade = line.IndexOf("同志在", StringComparison.Ordinal);
        if (comrade > 1 && NameBefore(line[..comrade]) is { } known) return new Orator(known, null, GovernmentLevel.Unknown);
        return line.Length is >= 2 and <= 4 && IsName(line) ? new Orator(line.ToString(), null, GovernmentLevel.Unknown) : default;
    }

    private static Orator Official(ReadOnlySpan<char> line)
    {
        var (office, at) = (new Office("", default), 0);
        for (var offices = Offices.All.In(line); offices.Next();)
            if (offices.Value.IsBefore(office)) (office, at) = (offices.Value, offices.At);
        var name = NameAt(line[(at + office.Words.Length)..]) ?? NameBefore(line[..at]);
        return new Orator(name, office.Words, office.Level);
    }

    // 省长周乃翔作政府工作报告: the name ends where a word of the byline begins.
    private static string? NameAt(ReadOnlySpan<char> rest)
    {
        if (rest is [':', ..]) rest = rest[1..];
        if (rest.IndexOf('·') is > 0 and < 8) return Dotted(rest);
        for (var length = 2; length <= 4 && length <= rest.Length; length++)
        {
            if (!IsHan(rest[length - 1])) return null;
            var ends = length == rest.Length
                || rest[length] is '在' or '作' or '代' or '向' or '的' or '于' or '所' or ')' or '(' or ',' or '。' or '2' or '1' or '-'
                || rest[length..].StartsWith("同志", StringComparison.Ordinal);
            // Alone behind the office stands a name, even one without a surname of the list.
            if (ends)
            {
                return IsName(rest[..length])
                    || (length == rest.Length && !rest.EndsWith("讲话", StringComparison.Ordinal) && rest is not ("办公室" or "会议" or "致辞" or "发言"))
                    ? rest[..length].ToString() : null;
            }
        }

        return null;
    }

    // 雪克来提·扎克尔
    private static string? Dotted(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && length < 14 && (IsHan(rest[length]) || rest[length] == '·') && rest[length] is not ('在' or '作' or '代'))
            length++;
        return length >= 4 && rest[length - 1] != '·' ? rest[..length].ToString() : null;
    }

    // …16日周正安市长在: the name begins behind the date, a mark, or the line's start.
    private static string? NameBefore(ReadOnlySpan<char> before)
    {
        var length = 0;
        while (length < before.Length && length < 4 && IsHan(before[^(length + 1)]) && before[^(length + 1)] is not ('日' or '号' or '年' or '月'))
            length++;
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

    private static (PhraseTable<Office> All, PhraseSearch Any) Load()
    {
        var rows = Tsv.Read("offices.tsv");
        var offices = new PhraseTable<Office>(rows.Length);
        foreach (var row in rows)
        {
            offices.Add(row["office"], new Office(row["office"], row["level"] switch
            {
                "nation" => GovernmentLevel.Nation,
                "province" => GovernmentLevel.Province,
                "prefecture" => GovernmentLevel.Prefecture,
                "county" => GovernmentLevel.County,
                "township" => GovernmentLevel.Township,
                "unknown" => GovernmentLevel.Unknown,
                var other => throw row.Bad($"unknown level '{other}'"),
            }));
        }

        return (offices, new PhraseSearch(Array.ConvertAll(rows, static row => row["office"])));
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    // Words is empty where there is none.
    private readonly record struct Office(string Words, GovernmentLevel Level)
    {
        // A longer office wins over a shorter one inside it; of two as long, one must.
        public bool IsBefore(in Office other) =>
            Words.Length != other.Words.Length ? Words.Length > other.Words.Length : string.CompareOrdinal(Words, other.Words) < 0;
    }
}
