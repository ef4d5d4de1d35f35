using System.Globalization;
using System.Text;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Benchmarks.Loading;

/// <summary>Makes reports like those of counties, provinces and the nation: the same number gives the same report.</summary>
internal static class ReportGenerator
{
    /// <summary>Observations in each report, as in a real one of middle length.</summary>
    public const int ObservationsPerReport = 200;

    private const int FirstYear = 1996;
    private const int Years = 30;

    private static readonly string[] Fillers =
    [
        "我们坚持稳中求进工作总基调，统筹推进改革发展稳定各项工作", "全面贯彻新发展理念，着力推动高质量发展", "重点项目建设扎实推进，营商环境持续优化",
        "城乡面貌明显改善，群众获得感不断增强", "深入实施创新驱动发展战略，产业结构不断优化升级", "乡村振兴有力推进，农业综合生产能力稳步提高",
    ];

    /// <summary>The report with this number: regions in order, thirty years each.</summary>
    public static DocumentExtraction Report(int number)
    {
        var regions = Catalog.Regions;
        var region = regions[number / Years % regions.Count];
        var year = FirstYear + (number % Years);
        var chance = new Random(number);
        var text = new StringBuilder().Append(region.Name).Append(year).Append("年政府工作报告\n");
        var places = new List<(TextSpan Quote, TextSpan Span, Indicator Indicator, Measure Measure, decimal Value, bool IsTarget)>();
        while (places.Count < ObservationsPerReport)
            Sentence(text, places, chance);

        var document = new SourceDocument { Id = $"{region.Code}-{year}-{number}", Text = text.ToString(), FileName = $"{region.Name}{year}.txt" };
        var speech = new Speech
        {
            Number = 1,
            Span = new TextSpan(0, document.Text.Length),
            Title = new Known<string>($"{region.Name}{year}年政府工作报告", Evidence.Title),
            Date = new Known<DateOnly>(new DateOnly(year, 1, 15), Evidence.Byline),
            Year = new Known<int>(year, Evidence.Title),
            Place = new Known<string>(region.Name, Evidence.Title),
            RegionCode = new Known<string>(region.Code, Evidence.Title),
            Level = region.Level,
        };
        return new DocumentExtraction(document, [speech], [.. places.Select(place => Observation(document, speech, region, year, place))], []);
    }

    private static void Sentence(
        StringBuilder text,
        List<(TextSpan Quote, TextSpan Span, Indicator Indicator, Measure Measure, decimal Value, bool IsTarget)> places,
        Random chance)
    {
        var start = text.Length;
        var isTarget = places.Count >= ObservationsPerReport * 2 / 3;
        text.Append(Fillers[chance.Next(Fillers.Length)]).Append(isTarget ? "，今年要实现" : "，去年");
        var values = new List<(TextSpan, Indicator, Measure, decimal)>();
        var count = Math.Min(1 + chance.Next(4), ObservationsPerReport - places.Count);
        for (var i = 0; i < count; i++)
        {
            // A few indicators are in every report, most in some.
            var indicators = Catalog.Indicators;
            var indicator = indicators[(int)(indicators.Count * Math.Pow(chance.NextDouble(), 2))];
            var isGrowth = chance.Next(2) == 0 || indicator.Dimension != "money";
            var value = isGrowth ? chance.Next(10, 200) / 10m : chance.Next(100, 100_000) / 10m;
            text.Append(i == 0 ? "" : "，").Append(indicator.NameZh).Append(isGrowth ? "增长" : "达到");
            var at = text.Length;
            text.Append(value.ToString(CultureInfo.InvariantCulture)).Append(isGrowth ? "%" : "亿元");
            var measure = isGrowth ? Measure.Growth : Measure.Level;
            values.Add((new TextSpan(at, text.Length), indicator, measure, isGrowth ? value : value * 100_000_000m));
            if (isTarget) text.Append("以上");
        }

        text.Append("。\n");
        var quote = new TextSpan(start, text.Length - 1);
        places.AddRange(values.Select(value => (quote, value.Item1, value.Item2, value.Item3, value.Item4, isTarget)));
    }

    private static Observation Observation(
        SourceDocument document,
        Speech speech,
        Region region,
        int year,
        (TextSpan Quote, TextSpan Span, Indicator Indicator, Measure Measure, decimal Value, bool IsTarget) place) => new()
        {
            Document = document,
            Speech = speech,
            Span = place.Span,
            QuoteSpan = place.Quote,
            Indicator = place.Indicator.Code,
            IndicatorText = place.Indicator.NameZh,
            Measure = place.Measure,
            Quantity = new Quantity(
                place.Value,
                place.Value,
                place.IsTarget ? Bound.AtLeast : Bound.Exact,
                place.Measure == Measure.Growth ? "%" : "CNY"),
            Status = place.IsTarget ? Status.Target : Status.Actual,
            Period = new Period(place.IsTarget ? year : year - 1, place.IsTarget ? year : year - 1),
            Scope = Scope.Own,
            RegionCode = region.Code,
            Rule = "generated",
            Derivation = new Derivation("before the number", "generated", "generated"),
            Confidence = 0.9m,
        };
}
