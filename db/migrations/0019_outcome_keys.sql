-- The words of a key travel with its rows: taken from the array by their place, each was sought from the array's start.
create or replace function indicators.outcomes_of(keys indicators.outcome_key[])
returns table (
  region_code text, indicator text, measure text, year smallint,
  target_observation_id bigint, target_document_id bigint, target_text text, target_low numeric, target_high numeric, target_bound text, target_unit text,
  target_modality text, target_statements int, target_conflict boolean, aspiration_low numeric,
  outcome_observation_id bigint, outcome_document_id bigint, outcome_text text, outcome_low numeric, outcome_high numeric, outcome_bound text, outcome_unit text,
  outcome_status text, outcome_report_year smallint, outcome_statements int, outcome_conflict boolean,
  gap numeric, met boolean)
language sql stable
-- Keys come in thousands and the tables are large or, at first, without statistics: look up each key by index, whatever the planner thinks.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
  with statement as (
    -- The target of T stands in the report of T, or in a report held late in the year before; the outcome in the report of T + 1, or an estimate in a late report of T.
    -- Years further off are plans and reviews over several years.
    select k.place as key, k.region_code, k.indicator, k.measure, k.year, o.observation_id, o.document_id, o.value_text, o.low, o.high, o.bound, o.unit, o.status, o.modality,
      s.year as report_year, o.status = 'target' as is_target,
      o.scope <> 'own' or s.region_code is distinct from o.region_code as is_foreign,
      coalesce(o.modality = 'strive', false) as is_aspiration,
      o.confidence, d.source, d.path, o.span_start, o.ordinal
    from unnest(keys) with ordinality as k (region_code, indicator, measure, year, place)
    join indicators.observation o on o.indicator = k.indicator and o.region_code = k.region_code and o.period_start_year = k.year and o.measure = k.measure
    join indicators.speech s on s.speech_id = o.speech_id and s.document_id = o.document_id
    join indicators.document d on d.document_id = o.document_id
    where o.valid_to is null and o.period_end_year = k.year and o.period_part is null
      and (s.year = k.year
        or o.status = 'target' and s.year = k.year - 1 and extract(month from s.date) >= 9
        or o.status <> 'target' and s.year = k.year + 1)
      and not exists (select from indicators.copy c where c.document_id = o.document_id and c.speech_number = s.number and c.valid_to is null)
  ), compared as (
    select s.*, row_number() over best as place,
      first_value(s.observation_id) over best as best_id, first_value(s.document_id) over best as best_document,
      first_value(s.low) over best as best_low, first_value(s.high) over best as best_high, first_value(s.unit) over best as best_unit
    from statement s
    window best as (
      partition by s.key, s.is_target
      order by
        s.is_foreign,
        case when s.is_target then s.report_year <> s.year else s.report_year = s.year end,
        s.low is null,
        case when s.is_target then s.is_aspiration else s.status = 'estimate' end,
        s.confidence desc, s.source collate "C", s.path collate "C", s.span_start, s.ordinal)
  ), judged as (
    select max(c.region_code) as region_code, max(c.indicator) as indicator, max(c.measure) as measure, max(c.year) as year,
      max(c.observation_id) filter (where c.is_target and c.place = 1) as target_observation_id,
      max(c.document_id) filter (where c.is_target and c.place = 1) as target_document_id,
      max(c.value_text) filter (where c.is_target and c.place = 1) as target_text,
      max(c.low) filter (where c.is_target and c.place = 1) as target_low,
      max(c.high) filter (where c.is_target and c.place = 1) as target_high,
      max(c.bound) filter (where c.is_target and c.place = 1) as target_bound,
      max(c.unit) filter (where c.is_target and c.place = 1) as target_unit,
      max(c.modality) filter (where c.is_target and c.place = 1) as target_modality,
      count(*) filter (where c.is_target) as target_statements,
      coalesce(bool_or(c.document_id <> c.best_document and not c.is_aspiration and c.unit = c.best_unit
        and (indicators.differs(c.low, c.best_low, c.unit) or indicators.differs(c.high, c.best_high, c.unit))) filter (where c.is_target), false) as target_conflict,
      max(c.low) filter (where c.is_target and c.is_aspiration and c.unit = c.best_unit and c.place > 1) as aspiration_low,
      max(c.observation_id) filter (where not c.is_target and c.place = 1) as outcome_observation_id,
      max(c.document_id) filter (where not c.is_target and c.place = 1) as outcome_document_id,
      max(c.value_text) filter (where not c.is_target and c.place = 1) as outcome_text,
      max(c.low) filter (where not c.is_target and c.place = 1) as outcome_low,
      max(c.high) filter (where not c.is_target and c.place = 1) as outcome_high,
      max(c.bound) filter (where not c.is_target and c.place = 1) as outcome_bound,
      max(c.unit) filter (where not c.is_target and c.place = 1) as outcome_unit,
      max(c.status) filter (where not c.is_target and c.place = 1) as outcome_status,
      max(c.report_year) filter (where not c.is_target and c.place = 1) as outcome_report_year,
      count(*) filter (where not c.is_target) as outcome_statements,
      coalesce(bool_or(c.document_id <> c.best_document and c.unit = c.best_unit
        and (indicators.differs(c.low, c.best_low, c.unit) or indicators.differs(c.high, c.best_high, c.unit))) filter (where not c.is_target), false) as outcome_conflict
    from compared c
    group by c.key
  )
  select j.region_code, j.indicator, j.measure, j.year,
    j.target_observation_id, j.target_document_id, j.target_text, j.target_low, j.target_high, j.target_bound, j.target_unit, j.target_modality,
    j.target_statements::int, j.target_conflict, j.aspiration_low,
    j.outcome_observation_id, j.outcome_document_id, j.outcome_text, j.outcome_low, j.outcome_high, j.outcome_bound, j.outcome_unit, j.outcome_status, j.outcome_report_year,
    j.outcome_statements::int, j.outcome_conflict,
    indicators.gap(j.target_low, j.target_high, j.target_unit, j.outcome_low, j.outcome_high, j.outcome_unit),
    indicators.met(j.target_low, j.target_high, j.target_bound, j.target_unit, j.outcome_low, j.outcome_high, j.outcome_bound, j.outcome_unit, i.desired)
  from judged j
  join indicators.indicator i on i.code = j.indicator
$$;
