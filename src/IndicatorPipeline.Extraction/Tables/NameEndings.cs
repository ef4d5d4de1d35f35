using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>
/// Endings of names that tell of which kind a figure is, whatever stands before them: 铜材产量 is the output of a product, 纺织业增加值 the value added of a
/// branch. In the table they are aliases that begin with …. Only names that no row holds are looked up here, so that an ending changes no word and no
/// other field.
/// </summary>
internal sealed class NameEndings
{
    // Words behind a name that say only what kind of figure it is.
    private static readonly string[] Tails =
        ["增速", "增幅", "增长率", "增长速度", "降幅", "涨幅", "增长", "总额", "总规模", "规模", "总量", "总数", "数量", "个数", "户数", "家数", "件数", "数", "总值", "金额", "额", "总计", "合计",
            "累计", "占比", "比重", "份额", "的",
            "启动建设", "开工建设", "开始建设", "建设", "投入运营", "投入使用", "建成投用", "挂牌运行", "上线运行", "实体化运行", "运行", "运营", "落地见效", "落地推进", "落地实施", "落地", "提质增效", "提档升级",
            "扩区调区", "开工", "投产", "在内", "等", "中"];

    private static readonly EndingTable TailTable = new(Tails);

    private readonly Dictionary<string, List<IndicatorTerm>> added = new(StringComparer.Ordinal);
    private EndingTable endings = new([]);

    // The rows of all endings, one ending's behind the other's; and where those of each ending begin, by its place among them.
    private IndicatorTerm[] terms = [];
    private ushort[] begins = [];

    /// <summary>Adds an ending. Several rows may have it, each for a unit or measure of its own.</summary>
    public void Add(string ending, IndicatorTerm term)
    {
        var folded = FoldTable.Fold(ending);
        if (!added.TryGetValue(folded, out var rows)) added.Add(folded, rows = []);
        rows.Add(term);
    }

    /// <summary>Ends the adding.</summary>
    public NameEndings Freeze()
    {
        var all = added.Keys.ToArray();
        Array.Sort(all, static (one, other) => other.Length - one.Length);
        endings = new EndingTable(all);
        begins = new ushort[all.Length + 1];
        var rows = new List<IndicatorTerm>();
        for (var i = 0; i < all.Length; i++)
        {
            rows.AddRange(added[all[i]]);
            begins[i + 1] = checked((ushort)rows.Count);
        }

        terms = [.. rows];
        return this;
    }

    /// <summary>The row whose ending a name has, the longest first, and that can have the unit and the measure; or null. A founding row tells that
    /// the name is no kind of its own.</summary>
    /// <param name="name">Folded.</param>
    /// <param name="dimension">What the value's unit measures; none for a goal in words.</param>
    /// <param name="measure">What the value says of the name.</param>
    public IndicatorTerm? Find(ReadOnlySpan<char> name, Dimension dimension, Measure measure)
    {
        do
        {
            for (var from = 0; endings.Next(name, ref from) is > 0 and var length;)
            {
                if (IsPerHead(name[..^length])) return null;
                var other = true;
                foreach (var term in terms.AsSpan(begins[from - 1]..begins[from]))
                {
                    if (Fits(term, dimension, measure) && (term.Measure is null || term.Measure == measure)) return term;
                    other &= term.Measure is null;
                }

                // 进出口7500个 is no 出口 either: the longer ending says what the name is.
                if (other) return null;
            }
        }
        while (TryShorten(ref name));
        return null;
    }

    /// <summary>Whether a row can have a unit of the dimension and be told of by the measure.</summary>
    public static bool Fits(IndicatorTerm term, Dimension dimension, Measure measure)
    {
        // 城乡居民收入比2.38:1 is a ratio of its own.
        if ((term.Dimension & Dimension.Ratio) != 0)
        {
            return dimension is Dimension.None or Dimension.Ratio or Dimension.Points
                || (dimension == Dimension.Multiple && measure == Measure.Level);
        }
        // 40% of something is no amount of it, but how it grew or which part it is of a total.
        return dimension is Dimension.None or Dimension.Ratio ? measure is not (Measure.Level or Measure.Increment)
            : dimension is Dimension.Points or Dimension.Multiple || (term.Dimension & dimension) != 0;
    }

    // 人均税收 is no tax.
    private static bool IsPerHead(ReadOnlySpan<char> before)
    {
        for (var i = 0; i < before.Length; i++)
            if (before[i] == '每' || (before[i] == '均' && i > 0 && before[i - 1] is '人' or '户' or '亩')) return true;
        return false;
    }

    private static bool TryShorten(ref ReadOnlySpan<char> name)
    {
        // 省(自治区、直辖市: of a bracket that the name was cut in, the end is missing.
        if (name.LastIndexOf('(') is var open and > 0 && (name[^1] == ')' || name[open..].IndexOf(')') < 0))
        {
            name = name[..open];
            return true;
        }

        for (var from = 0; TailTable.Next(name, ref from) is > 0 and var tail;)
        {
            if (name.Length == tail) continue;
            name = name[..^tail];
            return true;
        }

        return false;
    }
}
