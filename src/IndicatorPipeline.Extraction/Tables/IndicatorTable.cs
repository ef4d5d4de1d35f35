using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>The catalogue of indicators (<c>indicators.tsv</c>).</summary>
internal sealed class IndicatorTable
{
    private const Dimension Products = Dimension.Mass | Dimension.Count | Dimension.Volume | Dimension.Length | Dimension.Area | Dimension.Power;

    // Who writes codes down leaves room for so many letters.
    private const int LongestCode = 100;

    // One for all names of a row that say no measure, side by side: they are asked for with each number.
    private readonly List<IndicatorTerm> rows;

    private IndicatorTable(List<IndicatorTerm> rows)
    {
        // Made anew one behind the other, so that they lie in a few pages of memory and not each beside its aliases.
        this.rows = rows = rows.ConvertAll(static row => row with { });
        All = rows.ConvertAll(static row => row.Indicator);
        Endings = new NameEndings();
        foreach (var row in rows)
            foreach (var alias in row.Indicator.Aliases)
                if (IsEnding(alias)) Endings.Add(NameOf(alias)[1..], Term(row, alias));
        Endings.Freeze();
    }

    public static IndicatorTable Default { get; } = Load();

    /// <summary>In the order of the table.</summary>
    public IReadOnlyList<Indicator> All { get; }

    /// <summary>The aliases that begin with …, which name a kind by the end of a name.</summary>
    public NameEndings Endings { get; }

    /// <summary>
    /// Adds every name and alias to the lexicon, but no ending. An alias may end in <c>@measure</c>, the measure that the name itself says; of two
    /// rows of one name the first counts.
    /// </summary>
    public void AddTo(LexiconBuilder builder)
    {
        foreach (var row in rows)
        {
            foreach (var alias in row.Indicator.Aliases.Append(row.Indicator.NameZh))
            {
                if (IsEnding(alias)) continue;
                var entry = builder.Entry(NameOf(alias));
                entry.Roles |= Role.Indicator;
                entry.Indicator ??= Term(row, alias);
            }
        }
    }

    private static bool IsEnding(string alias) => alias[0] == '…';

    private static string NameOf(string alias) => alias.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 ? alias[..at] : alias;

    private static IndicatorTerm Term(IndicatorTerm row, string alias)
    {
        var name = NameOf(alias);
        Measure? measure = name.Length < alias.Length ? MeasureOf(alias[(name.Length + 1)..]) : SaysIncrement(alias, row.Indicator)
            ? Measure.Increment : null;
        return measure is null ? row : row with { Measure = measure };
    }

    // 新增风光装机 is what was added; the quota of 新增专项债 is an amount of its own.
    private static bool SaysIncrement(string alias, Indicator indicator) =>
        alias.StartsWith("新增", StringComparison.Ordinal) && indicator.Code != "fiscal.special_bonds";

    private static Measure? MeasureOf(string code) => Array.IndexOf(Codes.Measures, code) is var measure and >= 0 ? (Measure)measure : null;

    private static List<Measure> MeasuresOf(TsvRow row)
    {
        var codes = row["measures"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var measures = new List<Measure>(codes.Length);
        foreach (var code in codes) measures.Add(MeasureOf(code) ?? throw row.Bad($"unknown measure '{code}'"));
        return measures;
    }

    // Products are counted as the trade does: yarn by the 件, cloth by the 匹, engines by the 马力. The database checks the units of founding rows by
    // their dimension alone.
    private static Dimension DimensionOf(Indicator indicator) =>
        DimensionOf(indicator.Dimension) | (indicator.Code.StartsWith("product.", StringComparison.Ordinal) ? Products : Dimension.None);

    private static Dimension DimensionOf(string name) => name switch
    {
        "money" => Dimension.Money,
        "ratio" => Dimension.Ratio,
        "persons" => Dimension.Persons | Dimension.Count | Dimension.Households,
        "count" => Dimension.Count | Dimension.Households,
        "area" => Dimension.Area,
        "length" => Dimension.Length,
        "mass" => Dimension.Mass,
        "energy" => Dimension.Energy,
        "power" => Dimension.Power,
        "time" => Dimension.Time,
        "volume" => Dimension.Volume,
        "concentration" => Dimension.Concentration,
        "computing" => Dimension.Computing,
        "intensity" => Dimension.Intensity | Dimension.Mass,
        _ => Dimension.None,
    };

    private static Tier TierOf(TsvRow row) =>
        Array.IndexOf(Codes.Tiers, row["tier"]) is var tier and >= 0 ? (Tier)tier : throw row.Bad($"unknown tier '{row["tier"]}'");

    private static IndicatorTable Load()
    {
        var rows = new List<IndicatorTerm>();
        foreach (var row in Tsv.Read("indicators.tsv"))
        {
            if (DimensionOf(row["dimension"]) == Dimension.None) throw row.Bad($"unknown dimension '{row["dimension"]}'");
            if (row["code"].Length > LongestCode) throw row.Bad($"the code '{row["code"]}' is longer than {LongestCode} letters");
            var bureau = row["bureau"] is { Length: > 0 } term ? term : null;
            var measures = MeasuresOf(row);
            var indicator = new Indicator(row["code"], TierOf(row), row["name_zh"], bureau, row["name_en"], row["dimension"], measures,
                row.List("aliases"));
            rows.Add(new IndicatorTerm(indicator, DimensionOf(indicator), row["parts"] == "kept", null)
            {
                Row = rows.Count + 1,
                IsStock = indicator.Code == "population.total" || (indicator.Dimension == "count" && measures.Contains(Measure.Increment)),
            });
        }

        return new IndicatorTable(rows);
    }
}
