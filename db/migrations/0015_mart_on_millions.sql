-- mart on millions of rows: what is counted for every page is made cheap to count, and what coverage shows is kept, not counted anew.

-- Text is sought in sentences, and what is found is joined by one number: of a join by two the planner expects next to no rows, and reads everything.
create view mart.sentence as
select q.sentence_id, q.document_id, q.span_start, q.span_end, q.text, q.bigrams
from indicators.sentence q;
comment on view mart.sentence is 'Sentences with numbers. To seek text: from mart.sentence join mart.observation using (sentence_id) where bigrams @> mart.bigrams(term) and mart.contains(text, term).';
comment on column mart.sentence.sentence_id is 'Number of the sentence.';
comment on column mart.sentence.document_id is 'Number of the document.';
comment on column mart.sentence.span_start is 'Offset of its first UTF-16 code unit in the text of the version it was read in.';
comment on column mart.sentence.span_end is 'Offset behind its last UTF-16 code unit.';
comment on column mart.sentence.text is 'The sentence, unchanged.';
comment on column mart.sentence.bigrams is 'mart.bigrams of the text.';

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
  o.version_id, o.rules_version, o.valid_from, o.valid_to, q.bigrams as quote_bigrams, o.sentence_id
from indicators.observation o
left join indicators.sentence q on q.sentence_id = o.sentence_id and q.document_id = o.document_id
left join indicators.speech s on s.speech_id = o.speech_id and s.document_id = o.document_id
left join indicators.document d on d.document_id = o.document_id
left join indicators.indicator i on i.code = o.indicator
left join indicators.region r on r.code = o.region_code;
comment on column mart.observation_history.sentence_id is 'Number of the sentence, as in mart.sentence.';

create or replace view mart.statement as
select h.observation_id, h.document, h.document_id, h.speech, h.speech_id, h.span_start, h.span_end, h.quote, h.quote_start, h.quote_end, h.value_text,
  h.indicator, h.indicator_text, h.indicator_name_zh, h.indicator_name_en, h.measure, h.low, h.high, h.bound, h.unit, h.status, h.modality,
  h.period_start, h.period_end, h.period_start_year, h.period_end_year, h.period_part,
  h.scope, h.place, h.region_code, h.region_name, h.region_name_en, h.rule, h.confidence,
  h.speech_title, h.speech_date, h.speech_year, h.speech_region_code, h.speaker, h.version_id, h.rules_version, h.valid_from,
  c.kind as copy_kind, c.original_document_id as copy_of_document_id, (select d.name from indicators.document d where d.document_id = c.original_document_id) as copy_of_document,
  c.original_speech_number as copy_of_speech, h.quote_bigrams, h.sentence_id
from mart.observation_history h
left join indicators.copy c on c.document_id = h.document_id and c.speech_number = h.speech and c.valid_to is null
where h.valid_to is null;
comment on column mart.statement.sentence_id is 'Number of the sentence, as in mart.sentence.';

-- Whether a speech is a copy is asked of its row's number alone: the planner then leaves out the join with speeches where no column of it is taken,
-- and looks into copies first, of which most documents have none.
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
  h.quote_bigrams, h.sentence_id
from mart.observation_history h
where h.valid_to is null
  and not exists (
    select from indicators.copy c
    join indicators.speech w on w.document_id = c.document_id and w.number = c.speech_number
    where c.document_id = h.document_id and w.speech_id = h.speech_id and c.valid_to is null);
comment on column mart.observation.sentence_id is 'Number of the sentence, as in mart.sentence.';

-- Conflicts are few, and asked for by themselves.
create index target_outcome_conflict on indicators.target_outcome (region_code, indicator, measure, year) where valid_to is null and (target_conflict or outcome_conflict);
