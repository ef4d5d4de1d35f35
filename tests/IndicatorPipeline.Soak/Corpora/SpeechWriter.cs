using System.Globalization;
using System.Text;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Soak.Corpora;

/// <summary>Writes small work reports of many places and years: the same seed and number give the same text.</summary>
internal static class SpeechWriter
{
    /// <summary>Stands in a text of which the database refuses a sentence.</summary>
    public const string RefusedMark = "此句不得入库";

    /// <summary>Stands in a text that ends the session which saves it.</summary>
    public const string KillerMark = "此句断开会话";

    /// <summary>Stands in a text that the database takes <see cref="SlowSeconds"/> seconds longer to save.</summary>
    public const string SlowMark = "此句迟迟不能入库";

    /// <summary>How long a save stands still at <see cref="SlowMark"/>: longer than it takes to see that it does.</summary>
    public const int SlowSeconds = 5;

    private const int FirstYear = 1998;
    private const int Years = 28;

    private static readonly (string Name, string Unit, int Most)[] Levels =
    [
        ("地区生产总值", "亿元", 9000), ("固定资产投资", "亿元", 5000), ("社会消费品零售总额", "亿元", 4000), ("一般公共预算收入", "亿元", 900), ("进出口总额", "亿美元", 700),
        ("粮食总产量", "万吨", 800), ("城镇新增就业", "万人", 60), ("接待游客", "万人次", 6000), ("城镇居民人均可支配收入", "元", 70000), ("农村居民人均可支配收入", "元", 36000),
    ];

    private static readonly string[] Fillers =
    [
        "面对复杂多变的形势，全体干部群众同心协力，各项事业稳步向前。", "营商环境持续改善，企业办事更加便利。", "我们深知，工作中仍有不少短处，须认真加以解决。",
        "乡村面貌焕然一新，群众的日子越过越有盼头。", "城市建设有序推进，老旧街巷得到整治。",
    ];

    /// <summary>The report with this number.</summary>
    /// <param name="seed">The corpus.</param>
    /// <param name="number">The report.</param>
    /// <param name="edition">0 as first written, 1 as rewritten: some numbers differ, some sentences are new.</param>
    /// <param name="paragraphs">Paragraphs of figures; a usual report has five.</param>
    /// <param name="mark">A sentence to put in, or "".</param>
    public static string Write(int seed, int number, int edition = 0, int paragraphs = 5, string mark = "")
    {
        var chance = new Random(unchecked((seed * 1_000_003) + number));
        var regions = Catalog.Regions;
        // Every hundredth place, so that a place has several years and a year two reports now and then.
        var region = regions[1 + (chance.Next(Math.Min(regions.Count - 1, 400)) * 7 % (regions.Count - 1))];
        var year = FirstYear + chance.Next(Years);
        var changes = edition == 0 ? null : new Random(unchecked((seed * 7919) + number));
        var text = new StringBuilder();
        text.Append(Invariant($"{region.Name}政府工作报告\n（{year}年1月{chance.Next(5, 28)}日）\n\n各位代表：\n\n一、{year - 1}年工作回顾\n\n"));
        for (var i = 0; i < paragraphs; i++)
        {
            Review(text, chance, changes);
        }

        text.Append(mark.Length == 0 ? "" : Invariant($"\n{mark}，去年全年完成工业投资{chance.Next(10, 900)}亿元。\n"));
        text.Append(Invariant($"\n二、{year}年目标任务\n\n"));
        for (var i = 0; i < paragraphs; i++)
        {
            Goals(text, chance, changes);
        }

        return text.ToString();
    }

    private static void Review(StringBuilder text, Random chance, Random? changes)
    {
        var (name, unit, most) = Levels[chance.Next(Levels.Length)];
        var (other, otherUnit, otherMost) = Levels[chance.Next(Levels.Length)];
        text.Append(Fillers[chance.Next(Fillers.Length)]);
        text.Append(Invariant($"去年完成{name}{Number(chance, changes, most)}{unit}，增长{Number(chance, changes, 15)}%；实现{other}{Number(chance, changes, otherMost)}{otherUnit}。\n"));
        if (changes?.Next(3) == 0)
        {
            text.Append(Invariant($"新签约项目{changes.Next(20, 400)}个。\n"));
        }
    }

    private static void Goals(StringBuilder text, Random chance, Random? changes)
    {
        var (name, unit, most) = Levels[chance.Next(Levels.Length)];
        text.Append(Fillers[chance.Next(Fillers.Length)]);
        text.Append(chance.Next(2) == 0
            ? Invariant($"今年要实现{name}增长{Number(chance, changes, 12)}%左右。\n")
            : Invariant($"今年{name}力争达到{Number(chance, changes, most)}{unit}以上。\n"));
    }

    /// <summary>A number with one decimal; of a rewritten text every fourth is another.</summary>
    private static string Number(Random chance, Random? changes, int most)
    {
        var number = chance.Next(10, most * 10) / 10m;
        return (changes?.Next(4) == 0 ? number + 0.3m : number).ToString(CultureInfo.InvariantCulture);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
