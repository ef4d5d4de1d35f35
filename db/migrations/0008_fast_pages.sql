-- Every observation has its sentence, speech and document, so that a left join gives the same rows; but a left join that a query takes no column of is left
-- out by the planner, and it does not guess that two-column joins lose nearly all rows. On five million observations a page of one indicator falls from
-- seconds to milliseconds.
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
  o.version_id, o.rules_version, o.valid_from, o.valid_to, q.bigrams as quote_bigrams
from indicators.observation o
left join indicators.sentence q on q.sentence_id = o.sentence_id and q.document_id = o.document_id
left join indicators.speech s on s.speech_id = o.speech_id and s.document_id = o.document_id
left join indicators.document d on d.document_id = o.document_id
left join indicators.indicator i on i.code = o.indicator
left join indicators.region r on r.code = o.region_code;
