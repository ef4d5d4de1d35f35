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
    /// <summary>Whether the key names so few series that they need not be counted nor cut into pages: planning those two statements takes longer than running them.</summary>
    public bool IsNarrow => !IsBehind && new[] { "indicator", "region", "status", "measure" }
        .Select(part => Conditions.CountOf(part) ?? Limit + 1L)
        .Aggregate((product, count) => Math.Min(product * count, Limit + 1L)) <= Limit;

    private string Behind => Conditions.WhereAnd(IsBehind ? "(indicator, region_code, status, measure) > (@afterIndicator, @afterRegion, @afterStatus, @afterMeasure)" : null);

    /// <summary>The series of a page and one more, with their points in order.</summary>
    /// <remarks>The speaker's own statement before what others say of it, then the surest, then the latest.</remarks>
    public string PageSql => $"""
        with chosen as (
          select distinct indicator, region_code, status, measure
          from {Source}
          {Behind}
          order by indicator, region_code, status, measure
          limit {Limit + 1}
        ), statement as (
          select o.*
          from {Source} o
          where (o.indicator, o.region_code, o.status, o.measure) in (select indicator, region_code, status, measure from chosen)
        )
        {Points($"statement {Conditions.Where}")}
        """;

    /// <summary>All points of all series.</summary>
    public RecordQuery Stream => new(SeriesShape.Shape, Points($"{Source} {Conditions.Where}"), Counted, Conditions.Values) { ForExcel = ForExcel };

    private string Counted => $"(select distinct indicator, region_code, status, measure from {Source} {Conditions.Where}) as series";

    private static string Points(string from) => $"""
        select concat_ws('.', indicator, region_code, status, measure) as key, indicator, region_code, status, measure,
          period_start_year as period_start, period_end_year as period_end, period_part, low, high, bound, unit, value_text, document, observation_id as id, confidence, statements,
          coalesce(greatest(most_low - least_low, most_high - least_high)
            > case when unit in ('%', 'pp') then 0.05 else 0.005 * greatest(abs(least_low), abs(most_high)) end, false) as conflict
        from (
          select *, row_number() over best as rank, count(*) over point as statements,
            min(low) over point as least_low, max(low) over point as most_low, min(high) over point as least_high, max(high) over point as most_high
          from {from}
          window
            point as (partition by indicator, region_code, status, measure, period_start_year, period_end_year, period_part),
            best as (point order by (scope <> 'own'), (low is null), confidence desc, speech_date desc nulls last, observation_id)
        ) as ranked
        where rank = 1
        order by indicator, region_code, status, measure, period_start_year, period_end_year, period_part nulls first
        """;
}
