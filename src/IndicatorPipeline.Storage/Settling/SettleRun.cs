using Dapper;
using IndicatorPipeline.Storage.Copies;
using Npgsql;

namespace IndicatorPipeline.Storage.Settling;

/// <summary>Settles documents within a transaction.</summary>
internal sealed class SettleRun(NpgsqlConnection connection, CancellationToken cancellation)
{
    // What somebody else settles now is left to him.
    private const string Take = """
        with waiting as (
          select document_id from indicators.unsettled where document_id = any(@ids) order by document_id for update skip locked
        )
        delete from indicators.unsettled u using waiting w where u.document_id = w.document_id
        returning u.document_id, u.since
        """;

    /// <summary>
    /// The keys of target_outcome that may have changed: of rows that came or went since the last settling, and of speeches that
    /// count now or count no more.
    /// </summary>
    /// <remarks>Where a document is saved again meanwhile, its rows are seen now and settled again then: that changes nothing.</remarks>
    private const string Refresh = """
        with changed as (
          select o.region_code, o.indicator, o.measure, o.period_start_year, o.period_end_year, o.period_part
          from unnest(@ids, @since) as i (document_id, since)
          cross join lateral (
            select * from indicators.observation n where n.document_id = i.document_id and n.valid_to is null and n.valid_from >= i.since offset 0
          ) o
          union all
          select o.region_code, o.indicator, o.measure, o.period_start_year, o.period_end_year, o.period_part
          from unnest(@ids, @since) as i (document_id, since)
          cross join lateral (
            select * from indicators.observation n where n.document_id = i.document_id and n.valid_to is not null and n.valid_to >= i.since offset 0
          ) o
          union all
          select o.region_code, o.indicator, o.measure, o.period_start_year, o.period_end_year, o.period_part
          from unnest(@documents, @numbers) as c (document_id, number)
          join indicators.speech s on s.document_id = c.document_id and s.number = c.number and s.valid_to is null
          join indicators.observation o on o.speech_id = s.speech_id and o.document_id = s.document_id and o.valid_to is null
        )
        select indicators.refresh_outcomes(
          (select array_agg(distinct (c.region_code, c.indicator, c.measure, c.period_start_year)::indicators.outcome_key)
           from changed c
           where c.region_code is not null and c.indicator is not null and c.period_start_year = c.period_end_year and c.period_part is null),
          @moment)
        """;

    /// <summary>Settles those of the documents that wait; returns how many.</summary>
    public async Task<int> RunAsync(long[] documentIds)
    {
        var taken = (await connection.QueryAsync<(long DocumentId, DateTime Since)>(Command(Take, new { ids = documentIds }))).AsList();
        if (taken.Count == 0) return 0;
        var ids = taken.Select(row => row.DocumentId).ToArray();
        var moment = await connection.ExecuteScalarAsync<DateTimeOffset>(Command("select clock_timestamp()", null));
        var speeches = await new CopyFinder(connection, ids, moment, cancellation).RunAsync();
        await connection.ExecuteAsync(Command(Refresh, new
        {
            ids,
            since = taken.Select(row => row.Since).ToArray(),
            documents = speeches.Select(speech => speech.DocumentId).ToArray(),
            numbers = speeches.Select(speech => speech.Number).ToArray(),
            moment,
        }));
        return taken.Count;
    }

    private CommandDefinition Command(string sql, object? parameters) => new(sql, parameters, commandTimeout: 0, cancellationToken: cancellation);
}
