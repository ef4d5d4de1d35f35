-- Observations for the API's benchmark, about as many as the variable rows says (at most 5 million): regions of the catalogue report every year from 2000 to 2025, each report states
-- growth of thirty indicators as targets of its year and as outcomes of the year before, four numbers a sentence.
-- Runs in an empty database that is migrated; constraints and triggers rest meanwhile, the indexes for text are built afterwards.
\set ON_ERROR_STOP on
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';

create temporary table place as
select row_number() over (order by code) - 1 as n, code, name from indicators.region where retired_at is null order by code limit (:rows + 1559) / 1560;
create temporary table subject as
select row_number() over (order by position) - 1 as k, code, name_zh from indicators.indicator where retired_at is null order by position limit 30;
create temporary table report as
select p.n * 26 + y.year - 2000 + 1 as document_id, p.code, p.name, y.year::smallint from place p cross join generate_series(2000, 2025) as y (year);

\echo documents
insert into indicators.document (document_id, source, path, name, uri, latest_version_id, current_version_id, current_rules_version, saved_at)
overriding system value
select document_id, 'bench', code || '/' || year, name || year, 'file:///bench/' || code || '/' || year, document_id, document_id, 1, now() from report;
insert into indicators.document_version (version_id, document_id, content_hash, text_hash, uri, retrieved_at, media_type, byte_length, reader_version, text, text_length)
overriding system value
select document_id, document_id, sha256((code || year)::bytea), sha256((code || year)::bytea), 'file:///bench', now(), 'text/plain', 2000, 1, repeat('各位代表，', 400), 2000 from report;
insert into indicators.speech (speech_id, document_id, version_id, number, span_start, span_end, title, title_evidence, date, date_evidence, year, year_evidence, region_code, region_evidence, level, valid_from)
overriding system value
select document_id, document_id, document_id, 1, 0, 2000, name || year || '年政府工作报告', 'title', make_date(year, 1, 15), 'byline', year, 'title', code, 'title', 'county', now() from report;

\echo sentences
drop index indicators.sentence_bigrams;
insert into indicators.sentence (sentence_id, document_id, span_start, span_end, text, bigrams)
overriding system value
select (r.document_id - 1) * 15 + s.n + 1, r.document_id, s.n * 100, s.n * 100 + 90, t.text, mart.bigrams(t.text)
from report r cross join generate_series(0, 14) as s (n)
join subject a on a.k = (s.n * 2) % 30
join subject b on b.k = (s.n * 2 + 1) % 30
cross join lateral (
  select r.name || case when s.n < 8 then '力争' else '完成' end || a.name_zh || '增长' || (r.document_id * 7 + s.n) % 13 || '%左右，' || b.name_zh || '增长' || (r.document_id * 3 + s.n) % 11 || '%，持续改善民生' as text) as t;

\echo observations
insert into indicators.observation (observation_id, document_id, speech_id, version_id, sentence_id, span_start, span_end, ordinal, value_text, indicator, indicator_text, measure,
  low, high, bound, unit, status, period_start_year, period_end_year, scope, region_code, rule, confidence, rules_version, valid_from)
overriding system value
select (r.document_id - 1) * 60 + o.n + 1, r.document_id, r.document_id, r.document_id, (r.document_id - 1) * 15 + o.n / 4 + 1, o.n * 25, o.n * 25 + 5, 1, v.low || '%', s.code, s.name_zh, 'growth',
  v.low, v.low, case when o.n % 3 = 0 and o.n < 30 then '>=' else '=' end, '%', case when o.n < 30 then 'target' else 'actual' end,
  r.year - case when o.n < 30 then 0 else 1 end, r.year - case when o.n < 30 then 0 else 1 end, 'own', r.code, 'bench', 0.5 + (r.document_id * 31 + o.n) % 50 / 100.0, 1, now()
from report r cross join generate_series(0, 59) as o (n)
join subject s on s.k = o.n % 30
cross join lateral (select round(((r.document_id * 13 + o.n * 7) % 120) / 10.0, 1) as low) as v;

\echo outcomes
insert into indicators.target_outcome (region_code, indicator, measure, year, target_observation_id, target_document_id, target_text, target_low, target_high, target_bound, target_unit,
  target_statements, target_conflict, outcome_observation_id, outcome_document_id, outcome_text, outcome_low, outcome_high, outcome_bound, outcome_unit, outcome_status, outcome_report_year,
  outcome_statements, outcome_conflict, gap, met, valid_from)
select t.region_code, t.indicator, t.measure, t.period_start_year, t.observation_id, t.document_id, t.value_text, t.low, t.high, t.bound, t.unit, 1, false,
  a.observation_id, a.document_id, a.value_text, a.low, a.high, a.bound, a.unit, case when a.low is null then null else 'actual' end, case when a.low is null then null else t.period_start_year + 1 end,
  (a.low is not null)::int, false, a.low - t.low, a.low >= t.low, now()
from indicators.observation t
left join indicators.observation a on a.observation_id = t.observation_id + 60 + 30 and a.document_id = t.document_id + 1 and a.region_code = t.region_code
where t.status = 'target';

select indicators.recount_coverage();

\echo indexes
create index sentence_bigrams on indicators.sentence using gin (bigrams);
\echo statistics
analyze indicators.document; analyze indicators.document_version; analyze indicators.speech; analyze indicators.sentence; analyze indicators.observation; analyze indicators.target_outcome; analyze indicators.coverage;
vacuum indicators.observation;
