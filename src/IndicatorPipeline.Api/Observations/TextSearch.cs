using System.Globalization;
using IndicatorPipeline.Api.Database;

namespace IndicatorPipeline.Api.Observations;

/// <summary>
/// Finds the observations of a page whose sentences hold a text. There are three ways, each short where the others are long: what the other
/// conditions leave is read, where that is little; else the sentences in their order, where the text is in many; else those that the index of pairs
/// of characters names, where it is in few. The second way is tried on a few thousand sentences: what it finds there is a page, or the text is so
/// rare that the third is short.
/// </summary>
/// <param name="filter">Which observations; with a text.</param>
/// <param name="isBehind">Whether the filter's conditions hold a cursor.</param>
/// <param name="window">Sentences that are read in their order.</param>
/// <param name="wanted">Observations wanted: those of the page and one more.</param>
internal sealed class TextSearch(ObservationFilter filter, bool isBehind, int window, int wanted)
{
    /// <summary>Observations whose sentences are read sooner than the index of texts is asked.</summary>
    private const int FewRows = 5_000;

    /// <summary>Observations that are counted among those sentences.</summary>
    private const int CountedInWindow = 1_000;

    private string Behind => filter.Behind;

    /// <summary>The numbers of the observations, and the total of all pages.</summary>
    public async Task<(long[] Ids, Total Total)> PageAsync(Look look)
    {
        if (filter.Conditions.Any && await look.CountAsync(filter.FromAnyText, FewRows) <= FewRows)
        {
            var all = await look.NumbersAsync(Read(isBehind ? Behind : null));
            var total = isBehind
                ? await RememberedAsync(look, async () => Exact(await look.NumbersAsync(Read(null))))
                : Exact(all);
            return (all[..Math.Min(all.Length, wanted)], total);
        }

        // Few sentences are soon found by index, and then counted to the end.
        var isSmall = await look.CountAsync("mart.sentence", window) <= window;
        if (!isBehind)
        {
            var (ids, total) = await FirstAsync(look, isSmall);
            return (ids[..Math.Min(ids.Length, wanted)], look.Keep(Key, total));
        }

        var page = isSmall ? [] : await look.NumbersAsync(InWindow(isBehind: true, wanted));
        if (page.Length != wanted)
        {
            page = await look.NumbersAsync(ByIndex(isBehind: true, wanted));
        }

        return (page, await RememberedAsync(look, async () => (await FirstAsync(look, isSmall)).Total));
    }

    private string Key => filter.From();

    private async Task<(long[] Ids, Total Total)> FirstAsync(Look look, bool isSmall)
    {
        if (!isSmall && await look.NumbersAsync(InWindow(isBehind: false, Math.Max(wanted, CountedInWindow))) is var found && found.Length >= wanted)
        {
            return (found, new Total(found.Length, false));
        }

        var ids = await look.NumbersAsync(ByIndex(isBehind: false, Totals.Most + 1));
        return (ids, new Total(Math.Min(ids.Length, Totals.Most), ids.Length <= Totals.Most));
    }

    private async Task<Total> RememberedAsync(Look look, Func<Task<Total>> find) => look.Known(Key) ?? look.Keep(Key, await find());

    private static Total Exact(long[] ids) => new(ids.Length, true);

    private string Read(string? behind) => $"select array(select observation_id from {filter.FromReading(behind)} order by {filter.Order})";

    private string InWindow(bool isBehind, int most) => Ids(
        string.Create(CultureInfo.InvariantCulture, $"""
            select sentence_id
            from (select sentence_id, text from mart.sentence {(isBehind ? "where sentence_id >= @afterSentence" : "")} order by sentence_id limit {window}) as read
            where mart.contains(text, @q)
            """), isBehind, most);

    private string ByIndex(bool isBehind, int most) =>
        "with found as materialized (select sentence_id from mart.sentence where bigrams @> mart.bigrams(@q) and mart.contains(text, @q))\n"
        + Ids($"select sentence_id from found {(isBehind ? "where sentence_id >= @afterSentence" : "")} order by sentence_id", isBehind, most);

    // Sentence by sentence: of a join the planner expects far too few or too many rows. (The offset keeps it from making one of this.)
    private string Ids(string sentences, bool isBehind, int most) => string.Create(CultureInfo.InvariantCulture, $"""
        select array(
          select o.observation_id
          from ({sentences}) as f
          cross join lateral (
            select observation_id
            from {filter.Source}
            {filter.Conditions.WhereAnd("sentence_id = f.sentence_id", isBehind ? Behind : null)}
            order by observation_id
            offset 0) as o
          order by f.sentence_id, o.observation_id
          limit {most})
        """);
}
