namespace IndicatorPipeline.Storage.Extractions;

/// <summary>
/// The statements that turn staged extractions into rows, in order, all in one transaction. Each works on the whole batch.
/// Parameters: <c>@ids</c> the documents, <c>@saved_at</c> the moment of the save, <c>@rules</c> the version of the rules, <c>@run</c> the run or null.
/// </summary>
internal static class Merge
{
    /// <summary>Codes that the catalogue does not hold: a program newer than the database's catalogue.</summary>
    public const string UnknownCodes = """
        select 'indicator ' || o.indicator from staged_observation o where o.indicator is not null and not exists (select from indicators.indicator i where i.code = o.indicator)
        union
        select 'region ' || o.region_code from staged_observation o where o.region_code is not null and not exists (select from indicators.region r where r.code = o.region_code)
        union
        select 'region ' || s.region_code from staged_speech s where s.region_code is not null and not exists (select from indicators.region r where r.code = s.region_code)
        order by 1
        limit 5
        """;

    /// <summary>Units are open: compounds are read from texts. In order, so that two processes cannot wait for each other.</summary>
    public const string AddUnits = """
        insert into indicators.unit (code)
        select distinct o.unit from staged_observation o
        where o.unit is not null and not exists (select from indicators.unit u where u.code = o.unit)
        order by 1
        on conflict (code) do nothing
        """;

    /// <summary>Takes out what cannot be right, so that one misread number does not cost a document its others.</summary>
    public const string Refuse = """
        with refused as (
          delete from staged_observation o
          using staged_observation s
          left join indicators.unit u on u.code = s.unit
          left join indicators.indicator i on i.code = s.indicator
          where o.ctid = s.ctid
            and (s.unit is not null and not indicators.unit_fits(s.measure, u.dimension, i.dimension) or s.low is null and s.status <> 'target')
          returning o.document_id, o.span_start, o.span_end, o.value_text,
            case when o.low is null then o.status || ' without a number' else 'unit ' || o.unit || ' does not fit ' || o.measure || coalesce(' of ' || o.indicator, '') end as reason
        ), forgotten as (
          delete from indicators.refusal r
          where r.document_id = any(@ids)
            and not exists (
              select from refused n
              where (n.document_id, n.span_start, n.span_end, n.value_text, n.reason) = (r.document_id, r.span_start, r.span_end, r.value_text, r.reason))
        ), noted as (
          insert into indicators.refusal (document_id, rules_version, span_start, span_end, value_text, reason, refused_at)
          select n.document_id, @rules, n.span_start, n.span_end, n.value_text, n.reason, @saved_at
          from refused n
          where not exists (
            select from indicators.refusal r
            where (n.document_id, n.span_start, n.span_end, n.value_text, n.reason) = (r.document_id, r.span_start, r.span_end, r.value_text, r.reason))
        )
        select document_id, count(*)::int from refused group by document_id
        """;

    /// <summary>Sentences are stored once each, and stay.</summary>
    public const string AddSentences = """
        insert into indicators.sentence (document_id, span_start, span_end, text, bigrams)
        select s.document_id, s.span_start, s.span_end, s.text, s.bigrams from staged_sentence s
        order by s.document_id, s.span_start, s.span_end
        on conflict (document_id, span_start, span_end, text_hash) do nothing
        """;

    public const string FindSentences = """
        update staged_sentence s set sentence_id = q.sentence_id
        from indicators.sentence q
        where q.document_id = s.document_id and q.span_start = s.span_start and q.span_end = s.span_end and q.text_hash = hashtextextended(s.text, 0) and q.text = s.text
        """;

    /// <summary>Speeches that are as before keep their row.</summary>
    public const string KeepSpeeches = """
        update staged_speech s set speech_id = h.speech_id
        from indicators.speech h
        where h.document_id = s.document_id and h.number = s.number and h.valid_to is null
          and (h.span_start, h.span_end, h.title, h.title_evidence, h.date, h.date_evidence, h.year, h.year_evidence, h.place, h.place_evidence,
               h.region_code, h.region_evidence, h.level, h.speaker, h.office, h.sections)
            is not distinct from
              (s.span_start, s.span_end, s.title, s.title_evidence, s.date, s.date_evidence, s.year, s.year_evidence, s.place, s.place_evidence,
               s.region_code, s.region_evidence, s.level, s.speaker, s.office, s.sections)
        """;

    /// <summary>Closes the observations that are not in the extraction as they are, and notes their keys in target_outcome; returns how many by document.</summary>
    public const string CloseObservations = """
        with closed as (
          update indicators.observation h set valid_to = @saved_at
          where h.document_id = any(@ids) and h.valid_to is null
            and not exists (
              select from staged_observation o
              join staged_speech s on s.document_id = o.document_id and s.number = o.speech_number
              join staged_sentence q on q.document_id = o.document_id and q.span_start = o.quote_start and q.span_end = o.quote_end
              where o.document_id = h.document_id and o.span_start = h.span_start and o.span_end = h.span_end and o.ordinal = h.ordinal
                and (h.speech_id, h.sentence_id, h.value_text, h.indicator, h.indicator_text, h.measure, h.low, h.high, h.bound, h.unit, h.status, h.modality,
                     h.period_start_year, h.period_end_year, h.period_part, h.scope, h.place, h.region_code, h.rule, h.confidence)
                  is not distinct from
                    (s.speech_id, q.sentence_id, o.value_text, o.indicator, o.indicator_text, o.measure, o.low, o.high, o.bound, o.unit, o.status, o.modality,
                     o.period_start_year, o.period_end_year, o.period_part, o.scope, o.place, o.region_code, o.rule, o.confidence))
          returning h.document_id, h.region_code, h.indicator, h.measure, h.period_start_year, h.period_end_year, h.period_part
        ), touched as (
          insert into touched_key (region_code, indicator, measure, year)
          select distinct region_code, indicator, measure, period_start_year
          from closed
          where region_code is not null and indicator is not null and period_start_year = period_end_year and period_part is null
        )
        select document_id, count(*)::int
        from closed
        group by document_id
        """;

    public const string CloseSpeeches = """
        update indicators.speech h set valid_to = @saved_at
        where h.document_id = any(@ids) and h.valid_to is null
          and not exists (select from staged_speech s where s.speech_id = h.speech_id)
        """;

    public const string AddSpeeches = """
        with added as (
          insert into indicators.speech (
            document_id, version_id, number, span_start, span_end, title, title_evidence, date, date_evidence, year, year_evidence, place, place_evidence,
            region_code, region_evidence, level, speaker, office, sections, valid_from)
          select
            document_id, version_id, number, span_start, span_end, title, title_evidence, date, date_evidence, year, year_evidence, place, place_evidence,
            region_code, region_evidence, level, speaker, office, sections, @saved_at
          from staged_speech
          where speech_id is null
          order by document_id, number
          returning document_id, number, speech_id
        )
        update staged_speech s set speech_id = a.speech_id from added a where a.document_id = s.document_id and a.number = s.number
        """;

    /// <summary>Adds the observations that have no open row yet, and notes their keys in target_outcome; returns how many by document.</summary>
    public const string AddObservations = """
        with added as (
          insert into indicators.observation (
            document_id, speech_id, version_id, sentence_id, span_start, span_end, ordinal, value_text, indicator, indicator_text, measure, low, high, bound, unit,
            status, modality, period_start_year, period_end_year, period_part, scope, place, region_code, rule, confidence, rules_version, valid_from)
          select
            o.document_id, s.speech_id, o.version_id, q.sentence_id, o.span_start, o.span_end, o.ordinal, o.value_text, o.indicator, o.indicator_text, o.measure, o.low, o.high,
            o.bound, o.unit, o.status, o.modality, o.period_start_year, o.period_end_year, o.period_part, o.scope, o.place, o.region_code, o.rule, o.confidence, @rules, @saved_at
          from staged_observation o
          join staged_speech s on s.document_id = o.document_id and s.number = o.speech_number
          join staged_sentence q on q.document_id = o.document_id and q.span_start = o.quote_start and q.span_end = o.quote_end
          where not exists (
            select from indicators.observation h
            where h.document_id = o.document_id and h.span_start = o.span_start and h.span_end = o.span_end and h.ordinal = o.ordinal and h.valid_to is null)
          order by o.document_id, o.span_start, o.ordinal
          returning document_id, region_code, indicator, measure, period_start_year, period_end_year, period_part
        ), touched as (
          insert into touched_key (region_code, indicator, measure, year)
          select distinct region_code, indicator, measure, period_start_year
          from added
          where region_code is not null and indicator is not null and period_start_year = period_end_year and period_part is null
        )
        select document_id, count(*)::int
        from added
        group by document_id
        """;

    /// <summary>Copies of and in speeches that are there no more are closed; what they repeated counts again.</summary>
    public const string CloseCopies = """
        with closed as (
          update indicators.copy c set valid_to = greatest(@saved_at, c.valid_from + interval '1 microsecond')
          where c.valid_to is null
            and (c.document_id = any(@ids) and not exists (
                select from indicators.speech s where s.document_id = c.document_id and s.number = c.speech_number and s.valid_to is null)
              or c.original_document_id = any(@ids) and not exists (
                select from indicators.speech s where s.document_id = c.original_document_id and s.number = c.original_speech_number and s.valid_to is null))
          returning c.document_id, c.speech_number
        )
        insert into touched_key (region_code, indicator, measure, year)
        select distinct o.region_code, o.indicator, o.measure, o.period_start_year
        from closed c
        join indicators.speech s on s.document_id = c.document_id and s.number = c.speech_number and s.valid_to is null
        join indicators.observation o on o.speech_id = s.speech_id and o.document_id = s.document_id and o.valid_to is null
        where o.region_code is not null and o.indicator is not null and o.period_start_year = o.period_end_year and o.period_part is null
        """;

    public const string RefreshOutcomes = """
        select indicators.refresh_outcomes((select array_agg(distinct (region_code, indicator, measure, year)::indicators.outcome_key) from touched_key), @saved_at)
        """;

    public const string UpdateDocuments = """
        update indicators.document d set current_version_id = s.version_id, current_rules_version = @rules, current_number_reader = @reader, saved_at = @saved_at
        from unnest(@ids, @versions) as s (document_id, version_id)
        where d.document_id = s.document_id
        """;

    public const string LogExtractions = """
        insert into indicators.extraction (document_id, version_id, run_id, rules_version, number_reader, saved_at, speeches, observations, added, closed, refused, unbound)
        select s.document_id, s.version_id, (select r.run_id from indicators.run r where r.run_id = @run), @rules, @reader, @saved_at,
          s.speeches, s.observations, s.added, s.closed, s.refused, s.unbound
        from unnest(@ids, @versions, @speeches, @observations, @added, @closed, @refused, @unbound)
          as s (document_id, version_id, speeches, observations, added, closed, refused, unbound)
        """;
}
