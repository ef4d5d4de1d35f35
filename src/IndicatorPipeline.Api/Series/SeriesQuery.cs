using System.Globalization;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Series;

/// <summary>Which series are asked for.</summary>
/// <param name="Source">The view or function of the schema <c>mart</c>.</param>
/// <param name="Conditions">Conditions on its columns.</param>
/// <param name="IsBehind">Whether the conditions hold a cursor (<c>@afterIndicator</c> …).</param>
/// <param name="Limit">Series of a page.</param>
/// <param name="ForExcel">Whether CSV is for Excel.</param>
internal sealed record SeriesQuery(string Source, Conditions Conditions, bool IsBehind, int Limit, bool ForExcel)
{
    /// <summary>Statements whose series are counted for the total of a wide key.</summary>
    public const int MostCounted = 25_000;

    /// <summary>
    /// Whether the key names so few series that they need not be counted nor cut into pages: planning those two statements takes
    /// longer than running them.
    /// </summary>
    public bool IsNarrow => !IsBehind && new[] { "indicator", "region", "status", "measure" }
        .Select(part => Conditions.CountOf(part) ?? Limit + 1L)
        .Aggregate((product, count) => Math.Min(product * count, Limit + 1L)) <= Limit;

    /// <summary>All statements of all series, as <see cref="SeriesPoints"/> takes them.</summary>
    public RecordQuery Stream => new(SeriesShape.Shape, Statements(null), $"{Source} {Conditions.Where}", Conditions.Values)
    {
        ForExcel = ForExcel, Read = rows => new SeriesPoints(rows), InOrder = true,
    };

    /// <summary>How many series the first statements are of, and how many these are. (Of a DISTINCT the planner would read every row.)</summary>
    public string Counted => string.Create(CultureInfo.InvariantCulture, $"""
        select array[count(*), coalesce(sum(statements), 0)::bigint]
        from (
          select count(*) as statements
          from (
            select indicator, region_code, status, measure
            from {Source}
            {Conditions.Where}
            order by indicator, region_code, status, measure
            limit {MostCounted}) as first
          group by indicator, region_code, status, measure) as series
        """);

    /// <summary>The first statements of the page, at most <paramref name="most"/>.</summary>
    public string First(int most) => string.Create(CultureInfo.InvariantCulture,
        $"{Statements(IsBehind ? "(indicator, region_code) >= (@afterIndicator, @afterRegion) and (indicator, region_code, status, measure) > (@afterIndicator, @afterRegion, @afterStatus, @afterMeasure)" : null)}\nlimit {most}");

    // The speaker's own statement before what others say of it, then the surest, then the latest. The order begins like the index that finds one.
    private string Statements(string? behind) => $"""
        select indicator, region_code, status, measure, period_start_year, period_end_year, period_part, low, high, bound, unit, value_text, document, observation_id, confidence
        from {Source}
        {Conditions.WhereAnd(behind)}
        order by indicator, region_code, status, measure, period_start_year, period_end_year, period_part nulls first,
          (scope <> 'own'), (low is null), confidence desc, speech_date desc nulls last, observation_id
        """;
}
