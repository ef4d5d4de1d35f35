using System.Globalization;
using IndicatorPipeline.Api.Database;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Observations;

/// <summary>
/// The statements for a list of observations, in the order of their numbers. A page has two ways: to sort what an index finds, which is short where that is little; or to read in the
/// order of the page, which is short where much fits, for it soon meets enough. The planner guesses wrong here (regions lie together, the characters of a word come together),
/// by seconds on five million rows: so it is counted, up to a bound, and the way is said.
/// </summary>
/// <param name="filter">Which observations.</param>
/// <param name="columns">The columns of <see cref="ObservationShape"/> up to those of copies.</param>
/// <param name="isBehind">Whether the filter's conditions hold a cursor, <c>@after</c>.</param>
/// <param name="limit">Rows of a page.</param>
/// <param name="forExcel">Whether CSV is for Excel.</param>
internal sealed class ObservationList(ObservationFilter filter, string columns, bool isBehind, int limit, bool forExcel)
{
    /// <summary>Rows whose sentences are read sooner than the index of texts is asked.</summary>
    private const int FewRows = 5_000;

    private const string InOrder = "observation_id";

    // No index has this order, so that what is found is sorted.
    private const string Sorted = "observation_id + 0";

    private string? Behind => isBehind ? "observation_id > @after" : null;

    public RecordQuery Query => new(ObservationShape.Shape, $"{Select(filter.From(Behind))}\norder by observation_id", filter.From(), filter.Conditions.Values)
    {
        Limit = limit, IsBehind = isBehind, ForExcel = forExcel, Choose = ChooseAsync,
    };

    private async Task<RecordQuery> ChooseAsync(bool isPage, Func<string, int, Task<long>> count)
    {
        if (filter.Text is not null && filter.Conditions.Any && await count(filter.FromAnyText, FewRows) <= FewRows)
        {
            var reading = Query with { From = filter.FromReading() };
            return isPage ? reading with { Sql = Page(filter.FromReading(Behind), Sorted) } : reading with { Sql = $"{Select(filter.FromReading(Behind))}\norder by observation_id" };
        }

        if (!isPage)
        {
            return Query;
        }

        var isShort = filter is { IsPlaced: true, Text: null } || await count(filter.From(), Totals.Most) <= Totals.Most;
        return Query with { Sql = isShort ? Page(filter.From(Behind), Sorted) : Page(filter.FromReading(Behind), InOrder) };
    }

    // The page is chosen by number before anything is joined to it.
    private string Page(string from, string order) => string.Create(CultureInfo.InvariantCulture, $"""
        {Select(filter.Source)}
        where observation_id = any(array(select observation_id from {from} order by {order} limit {limit + 1}))
        order by observation_id
        """);

    // mart.statement alone tells what a row is a copy of.
    private string Select(string from) => $"""
        select {columns},
          {(filter is { AsOf: null, Copies: true } ? "copy_of_document, copy_of_speech" : "null::text as copy_of_document, null::int as copy_of_speech")}, valid_from, observation_id::text as cursor
        from {from}
        """;
}
