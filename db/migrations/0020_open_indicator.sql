-- The codes of the wider catalogue, beside the founding ones. Large tables gain a nullable column and an index of the rows that have it; rows of older rules get it when they are read again.
alter table indicators.observation add column open_indicator text;
-- No row has the column yet, so that there is nothing to validate.
alter table indicators.observation add constraint one_kind_of_code check (indicator is null or open_indicator is null) not valid;
comment on column indicators.observation.open_indicator is 'Code in the wider catalogue (tier open) where indicator is null and it holds one, else null.';
create index observation_open_series on indicators.observation (open_indicator, region_code, period_start_year) where open_indicator is not null;

create or replace function indicators.check_observations() returns trigger language plpgsql
-- The plan is made once a session, perhaps while the tables are empty: look up by index whatever they hold then.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
declare
  wrong record;
begin
  -- Whole batches at once: row-by-row foreign keys would halve the speed of loading.
  select n.document_id, n.span_start, n.span_end,
    case
      when v.version_id is null then 'version ' || n.version_id || ' is not one of the document'
      when n.span_end > v.text_length then 'the span leaves the text'
      when s.speech_id is null then 'speech ' || n.speech_id || ' is not one of the document'
      when q.sentence_id is null then 'sentence ' || n.sentence_id || ' is not one of the document'
      when n.indicator is not null and i.code is null then 'indicator ' || n.indicator || ' is not in the catalogue'
      when n.open_indicator is not null and w.code is null then 'open indicator ' || n.open_indicator || ' is not in the catalogue'
      when n.unit is not null and u.code is null then 'unit ' || n.unit || ' is not in the catalogue'
      when n.region_code is not null and r.code is null then 'region ' || n.region_code || ' is not in the catalogue'
      else 'unit ' || n.unit || ' does not fit ' || n.measure || coalesce(' of ' || n.indicator, '')
    end as reason
  into wrong
  from new_rows n
  left join indicators.document_version v on v.version_id = n.version_id and v.document_id = n.document_id
  left join indicators.speech s on s.speech_id = n.speech_id and s.document_id = n.document_id
  left join indicators.sentence q on q.sentence_id = n.sentence_id and q.document_id = n.document_id
  left join indicators.indicator i on i.code = n.indicator
  left join indicators.indicator w on w.code = n.open_indicator
  left join indicators.unit u on u.code = n.unit
  left join indicators.region r on r.code = n.region_code
  where v.version_id is null or n.span_end > v.text_length or s.speech_id is null or q.sentence_id is null
    or (n.indicator is not null and i.code is null)
    or (n.open_indicator is not null and w.code is null)
    or (n.unit is not null and u.code is null)
    or (n.region_code is not null and r.code is null)
    or (n.unit is not null and not indicators.unit_fits(n.measure, u.dimension, i.dimension))
  limit 1;
  if found then
    raise exception 'observation at %..% of document %: %', wrong.span_start, wrong.span_end, wrong.document_id, wrong.reason
      using errcode = 'check_violation', table = 'observation', schema = 'indicators';
  end if;
  return null;
end $$;

create or replace view mart.observation_history as
select o.observation_id, d.name as document, o.document_id, s.number as speech, o.speech_id, o.span_start, o.span_end,
  q.text as quote, q.span_start as quote_start, q.span_end as quote_end, o.value_text,
  o.indicator, o.indicator_text, i.name_zh as indicator_name_zh, i.name_en as indicator_name_en,
  o.measure, o.low, o.high, o.bound, o.unit, o.status, o.modality,
  indicators.period_begin(o.period_start_year, o.period_part) as period_start,
  indicators.period_finish(o.period_end_year, o.period_part) as period_end,
  o.period_start_year, o.period_end_year, o.period_part,
  o.scope, o.place, o.region_code, r.name as region_name, r.name_en as region_name_en, o.rule, o.confidence,
  s.title as speech_title, s.date as speech_date, s.year as speech_year, s.region_code as speech_region_code, s.speaker,
  o.version_id, o.rules_version, o.valid_from, o.valid_to, q.bigrams as quote_bigrams, o.sentence_id,
  o.open_indicator, w.name_zh as open_indicator_name_zh, w.name_en as open_indicator_name_en
from indicators.observation o
left join indicators.sentence q on q.sentence_id = o.sentence_id and q.document_id = o.document_id
left join indicators.speech s on s.speech_id = o.speech_id and s.document_id = o.document_id
left join indicators.document d on d.document_id = o.document_id
left join indicators.indicator i on i.code = o.indicator
left join indicators.region r on r.code = o.region_code
left join indicators.indicator w on w.code = o.open_indicator;

create or replace view mart.statement as
select h.observation_id, h.document, h.document_id, h.speech, h.speech_id, h.span_start, h.span_end, h.quote, h.quote_start, h.quote_end, h.value_text,
  h.indicator, h.indicator_text, h.indicator_name_zh, h.indicator_name_en, h.measure, h.low, h.high, h.bound, h.unit, h.status, h.modality,
  h.period_start, h.period_end, h.period_start_year, h.period_end_year, h.period_part,
  h.scope, h.place, h.region_code, h.region_name, h.region_name_en, h.rule, h.confidence,
  h.speech_title, h.speech_date, h.speech_year, h.speech_region_code, h.speaker, h.version_id, h.rules_version, h.valid_from,
  c.kind as copy_kind, c.original_document_id as copy_of_document_id, (select d.name from indicators.document d where d.document_id = c.original_document_id) as copy_of_document,
  c.original_speech_number as copy_of_speech, h.quote_bigrams, h.sentence_id,
  h.open_indicator, h.open_indicator_name_zh, h.open_indicator_name_en
from mart.observation_history h
left join indicators.copy c on c.document_id = h.document_id and c.speech_number = h.speech and c.valid_to is null
where h.valid_to is null;

create or replace view mart.observation as
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
  h.quote_bigrams, h.sentence_id,
  h.open_indicator, h.open_indicator_name_zh, h.open_indicator_name_en
from mart.observation_history h
where h.valid_to is null
  and not exists (
    select from indicators.copy c
    join indicators.speech w on w.document_id = c.document_id and w.number = c.speech_number
    where c.document_id = h.document_id and w.speech_id = h.speech_id and c.valid_to is null);

do $$
declare
  line record;
begin
  for line in
    select c.table_name, c.column_name, m.meaning
    from information_schema.columns c
    join (values
      ('open_indicator', 'Code of the wider catalogue (mart.indicator, tier open) where indicator is null and it holds one, else null.'),
      ('open_indicator_name_zh', 'Chinese name of the indicator of the wider catalogue.'),
      ('open_indicator_name_en', 'English name of the indicator of the wider catalogue.')
    ) as m (word, meaning) on m.word = c.column_name
    where c.table_schema = 'mart'
  loop
    execute format('comment on column mart.%I.%I is %L', line.table_name, line.column_name, line.meaning);
  end loop;
end $$;
comment on column indicators.indicator.tier is 'core: a founding code, which observations name in indicator; open: named by reports beyond those, and by observations in open_indicator.';
comment on column mart.indicator.tier is 'core: a founding code, which observations name in indicator; open: named by reports beyond those, and by observations in open_indicator.';
