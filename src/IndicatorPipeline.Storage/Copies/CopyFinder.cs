using Dapper;
using Npgsql;

namespace IndicatorPipeline.Storage.Copies;

/// <summary>
/// Finds, behind a save, which speeches repeat others that are stored. What it writes depends on what is stored only, not on what was stored first.
/// </summary>
internal sealed class CopyFinder(NpgsqlConnection connection, long[] ids, DateTimeOffset moment, CancellationToken cancellation)
{
    // Two settlings of copies of each other must not each miss the other. Only taken where there are like speeches at all.
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended('indicators.copy', 0))";

    /// <summary>
    /// The hashes of the statements, once: the documents' fingerprints are replaced. In order of number, so that two who print the same
    /// do not wait for each other.
    /// </summary>
    private const string Print = """
        delete from indicators.fingerprint f
        where f.document_id = any(@ids)
          and not exists (
            select from indicators.speech h
            join indicators.observation n on n.document_id = h.document_id and n.speech_id = h.speech_id and n.valid_to is null
            where h.document_id = f.document_id and h.number = f.speech_number and h.valid_to is null);
        insert into indicators.fingerprint (document_id, speech_number, length, statements)
        select o.document_id, s.number, s.length, array_agg(distinct o.statement order by o.statement)
        from unnest(@ids) as i (document_id)
        cross join lateral (
          select n.document_id, n.speech_id, hashtextextended(concat_ws(E'\x1f', n.measure, coalesce(n.indicator, n.indicator_text), n.value_text), 0) as statement
          from indicators.observation n
          where n.document_id = i.document_id and n.valid_to is null
          offset 0
        ) o
        cross join lateral (
          select h.number, h.span_end - h.span_start as length from indicators.speech h where h.speech_id = o.speech_id and h.document_id = o.document_id offset 0
        ) s
        group by o.document_id, s.number, s.length
        order by o.document_id, s.number
        on conflict (document_id, speech_number) do update set length = excluded.length, statements = excluded.statements
        """;

    /// <summary>Like speeches share whole sentences, which an index finds; how like they are, their fingerprints tell.</summary>
    /// <remarks>
    /// Written as look-ups, because a new database has no statistics and the planner would read whole tables. Of a sentence that stands in more
    /// places only the earliest 32 are looked at: through them all its speeches hang together, and a phrase of all reports costs no more than a rare
    /// one.
    /// </remarks>
    private const string Candidates = """
        with shared as materialized (
          select m.document_id, m.sentence_id, m.text_hash, q.document_id as other_document_id, q.speech_id as other_speech_id
          from unnest(@ids) as i (document_id)
          cross join lateral (
            select c.document_id, c.sentence_id, c.text_hash from indicators.sentence c where c.document_id = i.document_id offset 0
          ) m
          cross join lateral (
            select c.document_id, o.speech_id
            from indicators.sentence c
            cross join lateral (
              select n.speech_id from indicators.observation n where n.sentence_id = c.sentence_id and n.document_id = c.document_id and n.valid_to is null limit 1
            ) o
            where c.text_hash = m.text_hash and c.sentence_id <> m.sentence_id
            order by c.sentence_id
            limit 32
          ) q
        )
        select s.document_id, s.number, t.document_id, t.number
        from shared x
        cross join lateral (
          select n.speech_id from indicators.observation n where n.sentence_id = x.sentence_id and n.document_id = x.document_id and n.valid_to is null limit 1
        ) o
        cross join lateral (
          select h.document_id, h.number from indicators.speech h where h.speech_id = o.speech_id and h.document_id = x.document_id offset 0
        ) s
        cross join lateral (
          select h.document_id, h.number from indicators.speech h where h.speech_id = x.other_speech_id and h.document_id = x.other_document_id offset 0
        ) t
        where (s.document_id, s.number) <> (t.document_id, t.number)
        group by s.document_id, s.number, t.document_id, t.number
        having count(distinct x.text_hash) >= 2
        """;

    private const string Known = """
        select exists (
          select from indicators.likeness where document_id = any(@ids)
          union all
          select from indicators.copy where (document_id = any(@ids) or original_document_id = any(@ids)) and valid_to is null)
        """;

    private const string Load = """
        select f.document_id, f.speech_number, d.source, d.path, h.region_code, f.length, f.statements
        from (select distinct * from unnest(@documents, @numbers) as k (document_id, speech_number)) k
        join indicators.fingerprint f on f.document_id = k.document_id and f.speech_number = k.speech_number
        join indicators.document d on d.document_id = f.document_id
        left join indicators.speech h on h.document_id = f.document_id and h.number = f.speech_number and h.valid_to is null
        """;

    private const string Unlink = """
        delete from indicators.likeness where document_id = any(@ids) or like_document_id = any(@ids) returning document_id, speech_number
        """;

    private const string Link = """
        insert into indicators.likeness (document_id, speech_number, like_document_id, like_speech_number)
        select p.document_id, p.speech_number, p.like_document_id, p.like_speech_number
        from unnest(@documents || @others, @numbers || @otherNumbers, @others || @documents, @otherNumbers || @numbers)
          as p (document_id, speech_number, like_document_id, like_speech_number)
        on conflict do nothing
        """;

    /// <summary>All speeches that hang together with the given ones, or with those whose copies or originals are in the documents.</summary>
    private const string Together = """
        with recursive together as (
          select document_id, speech_number from unnest(@documents, @numbers) as g (document_id, speech_number)
          union
          select c.document_id, c.speech_number from indicators.copy c where (c.document_id = any(@ids) or c.original_document_id = any(@ids)) and c.valid_to is null
          union
          select l.like_document_id, l.like_speech_number
          from together t
          cross join lateral (
            select n.like_document_id, n.like_speech_number from indicators.likeness n where n.document_id = t.document_id and n.speech_number = t.speech_number offset 0
          ) l
        )
        select document_id, speech_number from together
        """;

    private const string Close = """
        update indicators.copy c set valid_to = greatest(@moment, c.valid_from + interval '1 microsecond')
        from unnest(@involved, @involvedNumbers) as i (document_id, speech_number)
        where c.valid_to is null and c.document_id = i.document_id and c.speech_number = i.speech_number
          and not exists (
            select from unnest(@documents, @numbers, @originals, @originalNumbers, @kinds, @similarities)
              as f (document_id, speech_number, original_document_id, original_speech_number, kind, similarity)
            where (f.document_id, f.speech_number, f.original_document_id, f.original_speech_number, f.kind, f.similarity)
              = (c.document_id, c.speech_number, c.original_document_id, c.original_speech_number, c.kind, c.similarity))
        returning c.document_id, c.speech_number
        """;

    private const string Add = """
        insert into indicators.copy (document_id, speech_number, original_document_id, original_speech_number, kind, similarity, valid_from)
        select f.document_id, f.speech_number, f.original_document_id, f.original_speech_number, f.kind, f.similarity, @moment
        from unnest(@documents, @numbers, @originals, @originalNumbers, @kinds, @similarities)
          as f (document_id, speech_number, original_document_id, original_speech_number, kind, similarity)
        where not exists (select from indicators.copy c where c.document_id = f.document_id and c.speech_number = f.speech_number and c.valid_to is null)
        returning document_id, speech_number
        """;

    /// <summary>
    /// Writes down what the documents state, to be committed before their copies are sought: of two settlings of copies of each other, the one that
    /// looks later then finds the other's fingerprint, also where the other one saw nothing to wait for.
    /// </summary>
    public static Task PrintAsync(NpgsqlConnection connection, IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(Print, new { ids = ids.ToArray() }, commandTimeout: 0, cancellationToken: cancellation));

    /// <summary>
    /// Brings the copies up to date that these documents have a part in; returns the speeches that became a copy, ceased to be one,
    /// or are one of another now.
    /// </summary>
    public async Task<IReadOnlyList<SpeechKey>> RunAsync()
    {
        var pairs = await CandidatesAsync();
        if (pairs.Count == 0 && !await connection.ExecuteScalarAsync<bool>(Command(Known, new { ids }))) return [];

        await connection.ExecuteAsync(Command(Lock, null));
        // Again, because until the lock was ours another settling may have gone by.
        pairs = await CandidatesAsync();
        var together = await LinkAsync(pairs);
        var copies = SpeechCopy.Choose((await LoadAsync(together)).Values);
        var rows = new
        {
            moment,
            involved = together.Select(speech => speech.DocumentId).ToArray(),
            involvedNumbers = together.Select(speech => speech.Number).ToArray(),
            documents = copies.Select(copy => copy.Copy.DocumentId).ToArray(),
            numbers = copies.Select(copy => copy.Copy.Number).ToArray(),
            originals = copies.Select(copy => copy.Original.DocumentId).ToArray(),
            originalNumbers = copies.Select(copy => copy.Original.Number).ToArray(),
            kinds = copies.Select(copy => copy.Kind).ToArray(),
            similarities = copies.Select(copy => copy.Similarity).ToArray(),
        };
        var closed = await KeysAsync(Close, rows);
        return [.. closed.Union(await KeysAsync(Add, rows))];
    }

    private async Task<IReadOnlyList<(SpeechKey Speech, SpeechKey Other)>> CandidatesAsync()
    {
        var rows = await connection.QueryAsync<(long, int, long, int)>(Command(Candidates, new { ids }));
        return [.. rows.Select(row => (new SpeechKey(row.Item1, row.Item2), new SpeechKey(row.Item3, row.Item4)))];
    }

    /// <summary>
    /// Replaces what is known of the documents' likenesses; returns all speeches that hang together with one of theirs, before or now.
    /// </summary>
    private async Task<IReadOnlyList<SpeechKey>> LinkAsync(IReadOnlyList<(SpeechKey Speech, SpeechKey Other)> pairs)
    {
        var prints = await LoadAsync([.. pairs.SelectMany(pair => new[] { pair.Speech, pair.Other }).Distinct()]);
        var alike = pairs
            .Where(pair => prints.TryGetValue(pair.Speech, out var one)
                && prints.TryGetValue(pair.Other, out var other)
                && SpeechCopy.AreAlike(one, other))
            .ToList();
        var before = await KeysAsync(Unlink, new { ids });
        await connection.ExecuteAsync(Command(Link, new
        {
            documents = alike.Select(pair => pair.Speech.DocumentId).ToArray(),
            numbers = alike.Select(pair => pair.Speech.Number).ToArray(),
            others = alike.Select(pair => pair.Other.DocumentId).ToArray(),
            otherNumbers = alike.Select(pair => pair.Other.Number).ToArray(),
        }));
        var near = before.Concat(alike.Select(pair => pair.Speech)).Distinct().ToList();
        return await KeysAsync(Together, new
        {
            ids,
            documents = near.Select(speech => speech.DocumentId).ToArray(),
            numbers = near.Select(speech => speech.Number).ToArray(),
        });
    }

    private async Task<IReadOnlyList<SpeechKey>> KeysAsync(string sql, object parameters)
    {
        var rows = await connection.QueryAsync<(long DocumentId, int Number)>(Command(sql, parameters));
        return [.. rows.Select(row => new SpeechKey(row.DocumentId, row.Number))];
    }

    private async Task<IReadOnlyDictionary<SpeechKey, Fingerprint>> LoadAsync(IReadOnlyList<SpeechKey> speeches)
    {
        var keys = new
        {
            documents = speeches.Select(speech => speech.DocumentId).ToArray(),
            numbers = speeches.Select(speech => speech.Number).ToArray(),
        };
        return (await connection.QueryAsync<Fingerprint>(Command(Load, keys))).ToDictionary(print => print.Speech);
    }

    private CommandDefinition Command(string sql, object? parameters) => new(sql, parameters, commandTimeout: 0, cancellationToken: cancellation);
}
