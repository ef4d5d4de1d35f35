using Dapper;
using Npgsql;

namespace IndicatorPipeline.Storage.Copies;

/// <summary>Finds, within a save, which speeches repeat others that are stored. Needs the temporary table <c>touched_key</c>.</summary>
internal static class CopyFinder
{
    // Two saves of copies of each other must not each miss the other.
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended('indicators.copy', 0))";

    /// <summary>Like speeches share whole sentences, which an index finds; how like they are, their statements tell.</summary>
    /// <remarks>The steps are written as look-ups, because a new database has no statistics and the planner would read whole tables. Of a sentence that stands in more places only the earliest 32 are looked at: an original is among them, and a phrase of all reports costs no more than a rare one.</remarks>
    private const string Pairs = """
        with mine as materialized (
          select distinct s.document_id, s.number, q.text_hash
          from indicators.speech s
          cross join lateral (
            select distinct o.sentence_id from indicators.observation o
            where o.document_id = s.document_id and o.speech_id = s.speech_id and o.valid_to is null
          ) o
          cross join lateral (
            select c.text_hash from indicators.sentence c where c.sentence_id = o.sentence_id and c.document_id = s.document_id offset 0
          ) q
          where s.document_id = any(@ids) and s.valid_to is null
        ), pair as (
          select m.document_id, m.number, s.document_id as other_document_id, s.number as other_number
          from mine m
          cross join lateral (
            select c.sentence_id, c.document_id from indicators.sentence c where c.text_hash = m.text_hash order by c.sentence_id limit 32
          ) q
          cross join lateral (
            select o.speech_id from indicators.observation o where o.sentence_id = q.sentence_id and o.document_id = q.document_id and o.valid_to is null limit 1
          ) o
          cross join lateral (
            select h.document_id, h.number from indicators.speech h where h.speech_id = o.speech_id and h.document_id = q.document_id and h.valid_to is null offset 0
          ) s
          where (s.document_id, s.number) <> (m.document_id, m.number)
          group by m.document_id, m.number, s.document_id, s.number
          having count(distinct m.text_hash) >= 2
        ), involved as (
          select document_id, number from pair
          union
          select other_document_id, other_number from pair
        ), statement as materialized (
          select distinct s.document_id, s.number, s.span_end - s.span_start as length, o.value_text, o.measure, coalesce(o.indicator, o.indicator_text) as indicator
          from involved i
          cross join lateral (
            select h.speech_id, h.document_id, h.number, h.span_start, h.span_end from indicators.speech h
            where h.document_id = i.document_id and h.number = i.number and h.valid_to is null offset 0
          ) s
          cross join lateral (
            select n.value_text, n.measure, n.indicator, n.indicator_text from indicators.observation n
            where n.document_id = s.document_id and n.speech_id = s.speech_id and n.valid_to is null offset 0
          ) o
        ), total as (
          select document_id, number, length, count(*)::int as statements from statement group by document_id, number, length
        )
        select p.document_id, p.number, p.other_document_id, p.other_number, a.statements, b.statements as other_statements, a.length = b.length as is_same_length,
          (select count(*)::int
           from statement x
           join statement y using (value_text, measure, indicator)
           where x.document_id = p.document_id and x.number = p.number and y.document_id = p.other_document_id and y.number = p.other_number) as shared
        from pair p
        join total a on a.document_id = p.document_id and a.number = p.number
        join total b on b.document_id = p.other_document_id and b.number = p.other_number
        """;

    /// <summary>Copies of the saved documents are what was found; of others, only what was found anew is added.</summary>
    private const string Store = """
        with found as (
          select * from unnest(@documents, @numbers, @originals, @originalNumbers, @kinds, @similarities)
            as f (document_id, speech_number, original_document_id, original_speech_number, kind, similarity)
        ), closed as (
          update indicators.copy c set valid_to = greatest(@savedAt, c.valid_from + interval '1 microsecond')
          where c.valid_to is null
            and (c.document_id = any(@ids) or (c.document_id, c.speech_number) in (select document_id, speech_number from found))
            and not exists (
              select from found f
              where (f.document_id, f.speech_number, f.original_document_id, f.original_speech_number, f.kind, f.similarity::numeric(5, 4))
                = (c.document_id, c.speech_number, c.original_document_id, c.original_speech_number, c.kind, c.similarity))
          returning c.document_id, c.speech_number
        )
        select document_id, speech_number from closed
        """;

    private const string Add = """
        insert into indicators.copy (document_id, speech_number, original_document_id, original_speech_number, kind, similarity, valid_from)
        select f.document_id, f.speech_number, f.original_document_id, f.original_speech_number, f.kind, f.similarity, @savedAt
        from unnest(@documents, @numbers, @originals, @originalNumbers, @kinds, @similarities)
          as f (document_id, speech_number, original_document_id, original_speech_number, kind, similarity)
        where not exists (select from indicators.copy c where c.document_id = f.document_id and c.speech_number = f.speech_number and c.valid_to is null)
        returning document_id, speech_number
        """;

    private const string Touch = """
        insert into touched_key (region_code, indicator, measure, year)
        select distinct o.region_code, o.indicator, o.measure, o.period_start_year
        from unnest(@documents, @numbers) as c (document_id, number)
        join indicators.speech s on s.document_id = c.document_id and s.number = c.number and s.valid_to is null
        join indicators.observation o on o.speech_id = s.speech_id and o.document_id = s.document_id and o.valid_to is null
        where o.region_code is not null and o.indicator is not null and o.period_start_year = o.period_end_year and o.period_part is null
        """;

    /// <summary>Brings the copies that these documents have a part in up to date, and notes which targets and outcomes that touches.</summary>
    public static async Task RunAsync(NpgsqlConnection connection, long[] ids, DateTimeOffset savedAt, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(new CommandDefinition(Lock, commandTimeout: 0, cancellationToken: cancellation));
        var pairs = await connection.QueryAsync<SpeechPair>(new CommandDefinition(Pairs, new { ids }, commandTimeout: 0, cancellationToken: cancellation));
        var copies = SpeechCopy.Choose(pairs);
        var rows = new
        {
            ids,
            savedAt,
            documents = copies.Select(copy => copy.Copy.DocumentId).ToArray(),
            numbers = copies.Select(copy => copy.Copy.Number).ToArray(),
            originals = copies.Select(copy => copy.Original.DocumentId).ToArray(),
            originalNumbers = copies.Select(copy => copy.Original.Number).ToArray(),
            kinds = copies.Select(copy => copy.Kind).ToArray(),
            similarities = copies.Select(copy => copy.Similarity).ToArray(),
        };
        var closed = await connection.QueryAsync<(long DocumentId, int Number)>(new CommandDefinition(Store, rows, commandTimeout: 0, cancellationToken: cancellation));
        var added = await connection.QueryAsync<(long DocumentId, int Number)>(new CommandDefinition(Add, rows, commandTimeout: 0, cancellationToken: cancellation));
        var changed = closed.Concat(added).Distinct().ToList();
        if (changed.Count == 0) return;
        var speeches = new { documents = changed.Select(speech => speech.DocumentId).ToArray(), numbers = changed.Select(speech => speech.Number).ToArray() };
        await connection.ExecuteAsync(new CommandDefinition(Touch, speeches, commandTimeout: 0, cancellationToken: cancellation));
    }
}
