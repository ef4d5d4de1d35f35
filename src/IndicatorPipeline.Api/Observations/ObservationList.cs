using System.Globalization;
using IndicatorPipeline.Api.Database;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Observations;

/// <summary>
/// The statements for a list of observations, in the order of their numbers; with text, in that of their sentences. A page has two ways: to sort what
/// an index finds, which is short where that is little; or to read in the order of the page, which is short where much fits, for it soon meets
/// enough. The planner guesses wrong here (regions lie together, the characters of a word come together), by seconds on five million rows: so it is
/// counted, up to a bound, and the way is said.
/// </summary>
/// <param name="filter">Which observations.</param>
/// <param name="columns">The columns of <see cref="ObservationShape"/> up to those of copies.</param>
/// <param name="isBehind">Whether the filter's conditions hold a cursor.</param>
/// <param name="limit">Rows of a page.</param>
/// <param name="window">Sentences that a search for text reads in their order.</param>
/// <param name="forExcel">Whether CSV is for Excel.</param>
internal sealed class ObservationList(ObservationFilter filter, string columns, bool isBehind, int limit, int window, bool forExcel)
{
    private const string InOrder = "observation_id";

    // No index has this order, so that what is found is sorted.
    private const string Sorted = "observation_id + 0";

    private string? Behind => isBehind ? filter.Behind : null;

    public RecordQuery Query =>
        new(ObservationShape.Shape, $"{Select(filter.From(Behind))}\norder by {filter.Order}", filter.From(), filter.Conditions.Values)
        {
            Limit = limit, IsBehind = isBehind, ForExcel = forExcel, Choose = ChooseAsync,
        };

    private async Task<RecordQuery> ChooseAsync(bool isPage, Look look)
    {
        if (filter.Text is not null)
        {
            return isPage ? Of(await new TextSearch(filter, isBehind, window, limit + 1).PageAsync(look)) : Query;
        }

        if (filter.IsPlaced)
        {
            return isPage ? Query with { Sql = Page(Sorted) } : Query;
        }

        if (!isPage)
        {
            return Query with { InOrder = await look.CountAsync(filter.From(), Totals.Most) > Totals.Most };
        }

        // One reading tells how many there are and, where they are few, which: with no index for the conditions, each reading is one of all rows.
        if (look.Known(filter.From()) is { IsExact: false } many)
        {
            return Query with { Sql = Page(InOrder), Total = many };
        }

        var ids = await look.NumbersAsync(string.Create(CultureInfo.InvariantCulture,
            $"select array(select observation_id from {filter.From()} limit {Totals.Most + 1})"));
        var total = look.Keep(filter.From(), new Total(Math.Min(ids.Length, Totals.Most), ids.Length <= Totals.Most));
        if (!total.IsExact)
        {
            return Query with { Sql = Page(InOrder), Total = total };
        }

        var after = isBehind ? (long)filter.Conditions.Values["after"] : -1;
        return Of(([.. ids.Where(id => id > after).Order().Take(limit + 1)], total));
    }

    private RecordQuery Of((long[] Ids, Total Total) page) => Query with
    {
        Sql = $"{Select(filter.Source)}\nwhere observation_id = any(@ids)\norder by {filter.Order}",
        Values = new Dictionary<string, object>(filter.Conditions.Values) { ["ids"] = page.Ids },
        Total = page.Total,
    };

    // The page is chosen by number before anything is joined to it.
    private string Page(string order) => string.Create(CultureInfo.InvariantCulture, $"""
        {Select(filter.Source)}
        where observation_id = any(array(select observation_id from {filter.From(Behind)} order by {order} limit {limit + 1}))
        order by observation_id
        """);

    // mart.statement alone tells what a row is a copy of.
    private string Select(string from) => $"""
        select {columns},
          {(filter is { Copies: true, Conditions.IsPast: false } ? "copy_of_document, copy_of_speech" : "null::text as copy_of_document, null::int as copy_of_speech")}, valid_from, {filter.Cursor} as cursor
        from {from}
        """;
}
