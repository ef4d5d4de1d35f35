-- What readers may see. Views only: they run with their owner's rights, so that the reader needs none on the tables behind them.

create function indicators.period_begin(year smallint, part text) returns date language sql immutable parallel safe as $$
  select make_date(year, case
    when part is null then 1
    when part like 'Q%' then substr(part, 2, 1)::int * 3 - 2
    when part like 'H%' then substr(part, 2, 1)::int * 6 - 5
    else substr(part, 2, 2)::int
  end, 1)
$$;
comment on function indicators.period_begin(smallint, text) is 'First day of a year or a part of it.';

create function indicators.period_finish(year smallint, part text) returns date language sql immutable parallel safe as $$
  select (make_date(year, case
    when part is null then 12
    when part like 'Q%' then substr(part, 2, 1)::int * 3
    when part like 'H%' then substr(part, 2, 1)::int * 6
    else right(part, 2)::int
  end, 1) + interval '1 month' - interval '1 day')::date
$$;
comment on function indicators.period_finish(smallint, text) is 'Last day of a year or a part of it.';

create view mart.observation_history as
select o.observation_id, d.name as document, o.document_id, s.number as speech, o.speech_id, o.span_start, o.span_end,
  q.text as quote, q.span_start as quote_start, q.span_end as quote_end, o.value_text,
  o.indicator, o.indicator_text, i.name_zh as indicator_name_zh, i.name_en as indicator_name_en,
  o.measure, o.low, o.high, o.bound, o.unit, o.status, o.modality,
  indicators.period_begin(o.period_start_year, o.period_part) as period_start,
  indicators.period_finish(o.period_end_year, o.period_part) as period_end,
  o.period_start_year, o.period_end_year, o.period_part,
  o.scope, o.place, o.region_code, r.name as region_name, r.name_en as region_name_en, o.rule, o.confidence,
  s.title as speech_title, s.date as speech_date, s.year as speech_year, s.region_code as speech_region_code, s.speaker,
  o.version_id, o.rules_version, o.valid_from, o.valid_to, q.bigrams as quote_bigrams
from indicators.observation o
join indicators.sentence q on q.sentence_id = o.sentence_id and q.document_id = o.document_id
join indicators.speech s on s.speech_id = o.speech_id and s.document_id = o.document_id
join indicators.document d on d.document_id = o.document_id
left join indicators.indicator i on i.code = o.indicator
left join indicators.region r on r.code = o.region_code;
comment on view mart.observation_history is 'Every observation that ever was, copies included, with the time it was what readers saw. For a moment in the past use mart.observation_asof.';

create view mart.copy_history as
select c.document_id, d.name as document, c.speech_number as speech, c.original_document_id, o.name as original_document, c.original_speech_number as original_speech,
  c.kind, c.similarity, c.valid_from, c.valid_to
from indicators.copy c
join indicators.document d on d.document_id = c.document_id
join indicators.document o on o.document_id = c.original_document_id;
comment on view mart.copy_history is 'Speeches that repeat another, with the time this was known.';

create view mart.statement as
select h.observation_id, h.document, h.document_id, h.speech, h.speech_id, h.span_start, h.span_end, h.quote, h.quote_start, h.quote_end, h.value_text,
  h.indicator, h.indicator_text, h.indicator_name_zh, h.indicator_name_en, h.measure, h.low, h.high, h.bound, h.unit, h.status, h.modality,
  h.period_start, h.period_end, h.period_start_year, h.period_end_year, h.period_part,
  h.scope, h.place, h.region_code, h.region_name, h.region_name_en, h.rule, h.confidence,
  h.speech_title, h.speech_date, h.speech_year, h.speech_region_code, h.speaker, h.version_id, h.rules_version, h.valid_from,
  c.kind as copy_kind, c.original_document_id as copy_of_document_id, (select d.name from indicators.document d where d.document_id = c.original_document_id) as copy_of_document,
  c.original_speech_number as copy_of_speech, h.quote_bigrams
from mart.observation_history h
left join indicators.copy c on c.document_id = h.document_id and c.speech_number = h.speech and c.valid_to is null
where h.valid_to is null;
comment on view mart.statement is 'Every current observation, those in copies included and marked. To count statements use mart.observation.';

create view mart.observation as
select h.observation_id, h.document, h.document_id, h.speech, h.speech_id, h.span_start, h.span_end, h.quote, h.quote_start, h.quote_end, h.value_text,
  h.indicator, h.indicator_text, h.indicator_name_zh, h.indicator_name_en, h.measure, h.low, h.high, h.bound, h.unit, h.status, h.modality,
  h.period_start, h.period_end, h.period_start_year, h.period_end_year, h.period_part,
  h.scope, h.place, h.region_code, h.region_name, h.region_name_en, h.rule, h.confidence,
  h.speech_title, h.speech_date, h.speech_year, h.speech_region_code, h.speaker, h.version_id, h.rules_version, h.valid_from,
  array(
    select d.name
    from indicators.copy k
    join indicators.document d on d.document_id = k.document_id
    where k.original_document_id = h.document_id and k.original_speech_number = h.speech and k.valid_to is null
    order by d.name) as copies,
  h.quote_bigrams
from mart.observation_history h
where h.valid_to is null
  and not exists (select from indicators.copy c where c.document_id = h.document_id and c.speech_number = h.speech and c.valid_to is null);
comment on view mart.observation is 'Current observations, each statement once: a speech that is a copy of another is left out here and named in the column copies.';

create function mart.statement_asof(moment timestamptz) returns setof mart.observation_history language sql stable parallel safe as $$
  select * from mart.observation_history h where h.valid_from <= moment and (h.valid_to is null or h.valid_to > moment)
$$;
comment on function mart.statement_asof(timestamptz) is 'mart.statement as it was at a moment. Filters on its columns use the indexes as on the view.';

create function mart.observation_asof(moment timestamptz) returns setof mart.observation_history language sql stable parallel safe as $$
  select * from mart.observation_history h
  where h.valid_from <= moment and (h.valid_to is null or h.valid_to > moment)
    and not exists (
      select from mart.copy_history c
      where c.document_id = h.document_id and c.speech = h.speech and c.valid_from <= moment and (c.valid_to is null or c.valid_to > moment))
$$;
comment on function mart.observation_asof(timestamptz) is 'mart.observation as it was at a moment. Filters on its columns use the indexes as on the view.';

create view mart.target_outcome_history as
select t.region_code, r.name as region_name, r.name_en as region_name_en, t.indicator, i.name_zh as indicator_name_zh, i.name_en as indicator_name_en, t.measure,
  t.year, make_date(t.year, 1, 1) as period_start, make_date(t.year, 12, 31) as period_end,
  case when t.target_observation_id is null then 'none' when t.target_low is null then 'words' else 'number' end as target_state,
  t.target_low, t.target_high, t.target_bound, t.target_unit, t.target_text, t.target_modality, t.aspiration_low, t.target_statements, t.target_conflict,
  t.target_observation_id, t.target_document_id, td.name as target_document,
  case when t.outcome_observation_id is null then 'none' when t.outcome_status = 'estimate' then 'estimated' else 'reported' end as outcome_state,
  t.outcome_low, t.outcome_high, t.outcome_bound, t.outcome_unit, t.outcome_text, t.outcome_report_year, t.outcome_statements, t.outcome_conflict,
  t.outcome_observation_id, t.outcome_document_id, od.name as outcome_document,
  t.gap, t.met, t.valid_from, t.valid_to
from indicators.target_outcome t
join indicators.region r on r.code = t.region_code
join indicators.indicator i on i.code = t.indicator
left join indicators.document td on td.document_id = t.target_document_id
left join indicators.document od on od.document_id = t.outcome_document_id;
comment on view mart.target_outcome_history is 'mart.target_outcome with its past. For a moment in the past use mart.target_outcome_asof.';

create view mart.target_outcome as
select h.region_code, h.region_name, h.region_name_en, h.indicator, h.indicator_name_zh, h.indicator_name_en, h.measure, h.year, h.period_start, h.period_end,
  h.target_state, h.target_low, h.target_high, h.target_bound, h.target_unit, h.target_text, h.target_modality, h.aspiration_low, h.target_statements, h.target_conflict,
  h.target_observation_id, h.target_document_id, h.target_document,
  h.outcome_state, h.outcome_low, h.outcome_high, h.outcome_bound, h.outcome_unit, h.outcome_text, h.outcome_report_year, h.outcome_statements, h.outcome_conflict,
  h.outcome_observation_id, h.outcome_document_id, h.outcome_document, h.gap, h.met
from mart.target_outcome_history h
where h.valid_to is null;
comment on view mart.target_outcome is 'What was promised for a year in the report of that year against what the next report says was reached: one row a region, indicator, measure and year.';

create function mart.target_outcome_asof(moment timestamptz) returns setof mart.target_outcome_history language sql stable parallel safe as $$
  select * from mart.target_outcome_history h where h.valid_from <= moment and (h.valid_to is null or h.valid_to > moment)
$$;
comment on function mart.target_outcome_asof(timestamptz) is 'mart.target_outcome as it was at a moment.';

create view mart.indicator as
select i.code, i.parent, i.position, i.name_zh, i.name_en, i.dimension, i.measures, i.aliases, i.desired, i.retired_at is not null as retired
from indicators.indicator i;
comment on view mart.indicator is 'Indicators of the catalogue.';

create view mart.unit as
select u.code, u.dimension, u.name_zh, u.name_en from indicators.unit u;
comment on view mart.unit is 'Base units.';

create view mart.region as
select r.code, r.parent, r.name, r.short_name, r.name_en, r.level, r.retired_at is not null as retired
from indicators.region r;
comment on view mart.region is 'Administrative divisions.';

create view mart.document as
select d.document_id, d.name as document, d.source, d.path, d.uri, d.registered_at, d.last_seen_at, d.gone_at,
  v.version_id, v.retrieved_at, encode(v.content_hash, 'hex') as content_hash, v.media_type, v.encoding, v.byte_length, v.text_length, v.title, v.text,
  d.current_rules_version as rules_version, d.saved_at,
  d.latest_version_id is distinct from d.current_version_id as pending
from indicators.document d
left join indicators.document_version v on v.version_id = d.current_version_id and v.document_id = d.document_id;
comment on view mart.document is 'Documents with the version whose observations are current. A document that was registered but not yet read has no version here.';

create view mart.document_version as
select v.version_id, v.document_id, d.name as document, v.retrieved_at, encode(v.content_hash, 'hex') as content_hash, v.media_type, v.encoding, v.byte_length,
  v.text_length, v.title, v.text, v.version_id = d.current_version_id as current
from indicators.document_version v
join indicators.document d on d.document_id = v.document_id;
comment on view mart.document_version is 'All versions of all documents, with the text that the spans of their observations refer to.';

create view mart.speech as
select s.speech_id, s.document_id, d.name as document, s.number as speech, s.version_id, s.span_start, s.span_end, s.title, s.title_evidence, s.date, s.date_evidence,
  s.year, s.year_evidence, s.place, s.place_evidence, s.region_code, s.region_evidence, r.name as region_name, s.level, s.speaker, s.office, s.sections,
  c.kind as copy_kind, c.similarity as copy_similarity, c.original_document_id as copy_of_document_id, o.name as copy_of_document, c.original_speech_number as copy_of_speech
from indicators.speech s
join indicators.document d on d.document_id = s.document_id
left join indicators.region r on r.code = s.region_code
left join indicators.copy c on c.document_id = s.document_id and c.speech_number = s.number and c.valid_to is null
left join indicators.document o on o.document_id = c.original_document_id
where s.valid_to is null;
comment on view mart.speech is 'Current speeches, with what is known of each and how.';

create view mart.run as
select r.run_id, r.kind, r.state, r.started_at, r.finished_at, coalesce(r.finished_at, now()) - r.started_at as duration, r.worker, r.rules_version,
  r.documents_seen, r.documents_new, r.documents_changed, r.documents_unchanged, r.documents_failed,
  e.documents_saved, e.observations_added, e.observations_closed, e.observations_refused, r.error
from indicators.run r
cross join lateral (
  select count(*)::int as documents_saved, coalesce(sum(x.added), 0)::int as observations_added, coalesce(sum(x.closed), 0)::int as observations_closed,
    coalesce(sum(x.refused), 0)::int as observations_refused
  from indicators.extraction x
  where x.run_id = r.run_id) as e;
comment on view mart.run is 'Runs of the pipeline and what they stored.';

create view mart.failure as
select f.failure_id, f.source, f.path, f.stage, f.kind, f.reason, f.remedy, f.attempts, f.first_failed_at, f.last_failed_at, f.next_attempt_at, f.set_aside_at, f.run_id
from indicators.failure f
where f.cleared_at is null;
comment on view mart.failure is 'Documents that cannot be read or stored at present, why, and when they are tried again.';

create view mart.coverage as
select k.region_code, r.name as region_name, r.name_en as region_name_en, r.level, k.year, make_date(k.year, 1, 1) as period_start,
  sum(k.reports)::int as reports, sum(k.targets)::int as targets, sum(k.outcomes)::int as outcomes, sum(k.judged)::int as judged, sum(k.met)::int as met
from (
  select s.region_code, s.year, count(*) as reports, 0::bigint as targets, 0::bigint as outcomes, 0::bigint as judged, 0::bigint as met
  from indicators.speech s
  where s.valid_to is null and s.region_code is not null and s.year is not null
    and not exists (select from indicators.copy c where c.document_id = s.document_id and c.speech_number = s.number and c.valid_to is null)
  group by s.region_code, s.year
  union all
  select t.region_code, t.year, 0, count(t.target_observation_id), count(t.outcome_observation_id), count(t.met), count(*) filter (where t.met)
  from indicators.target_outcome t
  where t.valid_to is null
  group by t.region_code, t.year) as k
join indicators.region r on r.code = k.region_code
group by k.region_code, r.name, r.name_en, r.level, k.year;
comment on view mart.coverage is 'Which regions and years are in: reports held in the year, and targets and outcomes for it.';
