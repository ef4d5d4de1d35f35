-- Targets against outcomes: kept as a table with its history, refreshed for the keys that a save touches,
-- because a view over millions of observations would have to group them all for one page.

create function indicators.about_band(stated numeric, unit text) returns numeric language sql immutable parallel safe as $$
  -- 左右 and 约 are no hair: 5 % of the stated number, or half a unit of its last digit where that is more (5%左右: 0.5; 5.5%左右: 0.275; 300亿元左右: 15亿).
  select greatest(abs(stated) * 0.05, case when unit in ('%', 'pp') then 0.5 * power(10::numeric, -min_scale(stated)) else 0 end)
$$;
comment on function indicators.about_band(numeric, text) is 'How far from a number stated with 左右 or 约 an outcome is still around it; up to twice as far is not judged.';

create function indicators.meets(outcome numeric, low numeric, high numeric, bound text, unit text, desired text) returns boolean language sql immutable parallel safe as $$
  select case bound
    when '>=' then outcome >= low
    when '>' then outcome > low
    when '<=' then outcome <= high
    when '<' then outcome < high
    when '..' then case desired when 'more' then outcome >= low when 'less' then outcome <= high else outcome between low and high end
    when '=' then case
      when desired = 'more' then outcome >= low
      when desired = 'less' then outcome <= low
      when outcome = low then true
    end
    when '~' then case
      when abs(outcome - low) <= indicators.about_band(low, unit) then true
      when desired = 'more' and outcome > low or desired = 'less' and outcome < low then true
      when abs(outcome - low) > 2 * indicators.about_band(low, unit) then false
    end
  end
$$;
comment on function indicators.meets(numeric, numeric, numeric, text, text, text) is
  'Whether one number meets a target; null where that cannot be judged: a plain number of an indicator of which neither more nor less is wanted, or just outside the band of 左右.';

create function indicators.met(
  target_low numeric, target_high numeric, target_bound text, target_unit text,
  outcome_low numeric, outcome_high numeric, outcome_bound text, outcome_unit text, desired text) returns boolean language sql immutable parallel safe as $$
  -- An outcome given as a bound (突破300亿元) is every number it allows: the target is met if all of them meet it.
  select case
    when target_unit is distinct from outcome_unit then null
    when worst = best then case when target_bound in ('..', '~') and outcome_low <> outcome_high and lowest < target_low and highest > target_high then null else worst end
  end
  from (
    select lowest, highest,
      indicators.meets(lowest, target_low, target_high, target_bound, target_unit, desired) as worst,
      indicators.meets(highest, target_low, target_high, target_bound, target_unit, desired) as best
    from (
      select
        case when outcome_bound in ('<', '<=') then '-Infinity'::numeric else outcome_low end as lowest,
        case when outcome_bound in ('>', '>=') then 'Infinity'::numeric else outcome_high end as highest) as allowed) as judged
$$;
comment on function indicators.met(numeric, numeric, text, text, numeric, numeric, text, text, text) is 'Whether an outcome, which may itself be a range or a bound, meets a target; null where that cannot be judged.';

create function indicators.gap(target_low numeric, target_high numeric, target_unit text, outcome_low numeric, outcome_high numeric, outcome_unit text) returns numeric language sql immutable parallel safe as $$
  select case
    when target_unit is distinct from outcome_unit or outcome_low <> outcome_high then null
    when outcome_low < target_low then outcome_low - target_low
    when outcome_high > target_high then outcome_high - target_high
    else 0
  end
$$;
comment on function indicators.gap(numeric, numeric, text, numeric, numeric, text) is 'Outcome minus target in their unit: 0 inside a target range, from its nearer end outside; null for an outcome that is a range, or in another unit.';

create function indicators.differs(a numeric, b numeric, unit text) returns boolean language sql immutable parallel safe as $$
  -- 9.86万亿 and 98566亿元 are one number rounded differently, as are 5.7% and 5.68%.
  select abs(a - b) > case when unit in ('%', 'pp') then 0.05 else 0.005 * greatest(abs(a), abs(b)) end
$$;
comment on function indicators.differs(numeric, numeric, text) is 'Whether two statements of one number differ by more than rounding: 0.05 for percent, half a percent of the larger for amounts.';

create table indicators.target_outcome (
  target_outcome_id bigint generated always as identity,
  region_code text not null references indicators.region (code),
  indicator text not null references indicators.indicator (code),
  measure text not null,
  year smallint not null check (year between 1900 and 2200),
  target_observation_id bigint,
  target_document_id bigint,
  target_text text,
  target_low numeric,
  target_high numeric,
  target_bound text,
  target_unit text,
  target_modality text,
  target_statements int not null check (target_statements >= 0),
  target_conflict boolean not null,
  aspiration_low numeric,
  outcome_observation_id bigint,
  outcome_document_id bigint,
  outcome_text text,
  outcome_low numeric,
  outcome_high numeric,
  outcome_bound text,
  outcome_unit text,
  outcome_status text check (outcome_status in ('actual', 'estimate')),
  outcome_report_year smallint,
  outcome_statements int not null check (outcome_statements >= 0),
  outcome_conflict boolean not null,
  gap numeric,
  met boolean,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (target_outcome_id, region_code),
  check (valid_to > valid_from),
  check ((target_observation_id is null) = (target_statements = 0)),
  check ((outcome_observation_id is null) = (outcome_statements = 0)),
  check (target_statements + outcome_statements > 0)
);
create unique index target_outcome_current on indicators.target_outcome (region_code, indicator, measure, year) where valid_to is null;
create index target_outcome_series on indicators.target_outcome (indicator, region_code, year);
comment on table indicators.target_outcome is 'What was promised for a year in the report of that year against what the next report says was reached. Derived from observations with every save; a row holds from valid_from until before valid_to.';
comment on column indicators.target_outcome.target_outcome_id is 'Number of the row.';
comment on column indicators.target_outcome.region_code is 'Region the numbers are about.';
comment on column indicators.target_outcome.indicator is 'Indicator.';
comment on column indicators.target_outcome.measure is 'Measure.';
comment on column indicators.target_outcome.year is 'Year the target is for and the outcome is of.';
comment on column indicators.target_outcome.target_observation_id is 'Statement of the target; null where none was stated.';
comment on column indicators.target_outcome.target_document_id is 'Its document.';
comment on column indicators.target_outcome.target_text is 'Its words.';
comment on column indicators.target_outcome.target_low is 'Lower end of the target; null for a target without a number.';
comment on column indicators.target_outcome.target_high is 'Upper end.';
comment on column indicators.target_outcome.target_bound is 'Bound of the target.';
comment on column indicators.target_outcome.target_unit is 'Unit of the target.';
comment on column indicators.target_outcome.target_modality is 'How firmly it is stated.';
comment on column indicators.target_outcome.target_statements is 'How many statements of the target there are, copies apart.';
comment on column indicators.target_outcome.target_conflict is 'Whether two documents state different numbers as the target.';
comment on column indicators.target_outcome.aspiration_low is 'Number of the aspiration beside the target (力争达到8%), in the target''s unit; null if none.';
comment on column indicators.target_outcome.outcome_observation_id is 'Statement of the outcome; null where none is known.';
comment on column indicators.target_outcome.outcome_document_id is 'Its document.';
comment on column indicators.target_outcome.outcome_text is 'Its words.';
comment on column indicators.target_outcome.outcome_low is 'Lower end of the outcome.';
comment on column indicators.target_outcome.outcome_high is 'Upper end.';
comment on column indicators.target_outcome.outcome_bound is 'Bound of the outcome.';
comment on column indicators.target_outcome.outcome_unit is 'Unit of the outcome.';
comment on column indicators.target_outcome.outcome_status is 'actual, or estimate where only an estimate is known.';
comment on column indicators.target_outcome.outcome_report_year is 'Year of the report that states the outcome; normally the year after.';
comment on column indicators.target_outcome.outcome_statements is 'How many statements of the outcome there are, copies apart.';
comment on column indicators.target_outcome.outcome_conflict is 'Whether two documents state different numbers as the outcome.';
comment on column indicators.target_outcome.gap is 'Outcome minus target in their unit; 0 inside a target range.';
comment on column indicators.target_outcome.met is 'Whether the outcome meets the target; null where that cannot be judged.';
comment on column indicators.target_outcome.valid_from is 'When it became what readers see.';
comment on column indicators.target_outcome.valid_to is 'When it was replaced or withdrawn; null while it is what readers see.';

create type indicators.outcome_key as (region_code text, indicator text, measure text, year smallint);
comment on type indicators.outcome_key is 'Key of indicators.target_outcome.';

create function indicators.outcomes_of(keys indicators.outcome_key[])
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
    select k.region_code, k.indicator, k.measure, k.year, o.observation_id, o.document_id, o.value_text, o.low, o.high, o.bound, o.unit, o.status, o.modality,
      s.year as report_year, o.status = 'target' as is_target,
      o.scope <> 'own' or s.region_code is distinct from o.region_code as is_foreign,
      coalesce(o.modality = 'strive', false) as is_aspiration,
      o.confidence, o.span_start, o.ordinal
    from unnest(keys) as k (region_code, indicator, measure, year)
    join indicators.observation o on o.indicator = k.indicator and o.region_code = k.region_code and o.period_start_year = k.year and o.measure = k.measure
    join indicators.speech s on s.speech_id = o.speech_id and s.document_id = o.document_id
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
      partition by s.region_code, s.indicator, s.measure, s.year, s.is_target
      order by
        s.is_foreign,
        case when s.is_target then s.report_year <> s.year else s.report_year = s.year end,
        s.low is null,
        case when s.is_target then s.is_aspiration else s.status = 'estimate' end,
        s.confidence desc, s.document_id, s.span_start, s.ordinal)
  ), judged as (
    select c.region_code, c.indicator, c.measure, c.year,
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
    group by c.region_code, c.indicator, c.measure, c.year
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
comment on function indicators.outcomes_of(indicators.outcome_key[]) is 'What target_outcome should hold for these keys, from the current observations.';

create function indicators.refresh_outcomes(keys indicators.outcome_key[], saved_at timestamptz) returns int language plpgsql as $$
declare
  moment timestamptz;
  changed int;
begin
  if coalesce(cardinality(keys), 0) = 0 then
    return 0;
  end if;
  -- Two saves that touch one key must not each miss the other's rows: one after the other by region, in one order, until each is committed.
  perform pg_advisory_xact_lock(hashtextextended('indicators.target_outcome/' || touched.region_code, 0))
  from (select distinct k.region_code from unnest(keys) as k order by k.region_code) as touched;

  -- Side by side: what is held (if anything) and what should be (if anything), one row a key; analysed, because a plan for ten rows is wrong for ten thousand.
  create temporary table fresh_outcome on commit drop as select o.* from indicators.outcomes_of(keys) as o;
  create temporary table held_outcome on commit drop as
    select t.* from (select distinct k.* from unnest(keys) as k) as k
    cross join lateral (
      select t.* from indicators.target_outcome t
      where t.region_code = k.region_code and t.indicator = k.indicator and t.measure = k.measure and t.year = k.year and t.valid_to is null
      limit 1) as t;
  analyze fresh_outcome (region_code, indicator, measure, year);
  analyze held_outcome (region_code, indicator, measure, year);

  delete from held_outcome h using fresh_outcome f
  where (f.region_code, f.indicator, f.measure, f.year) = (h.region_code, h.indicator, h.measure, h.year)
    and (f.target_observation_id, f.target_statements, f.target_conflict, f.aspiration_low, f.outcome_observation_id, f.outcome_statements, f.outcome_conflict, f.gap, f.met)
      is not distinct from (h.target_observation_id, h.target_statements, h.target_conflict, h.aspiration_low, h.outcome_observation_id, h.outcome_statements, h.outcome_conflict, h.gap, h.met);

  select greatest(saved_at, max(h.valid_from) + interval '1 microsecond') into moment from held_outcome h;
  update indicators.target_outcome t set valid_to = moment
  from held_outcome h
  where t.target_outcome_id = h.target_outcome_id and t.region_code = h.region_code;
  get diagnostics changed = row_count;

  insert into indicators.target_outcome (
    region_code, indicator, measure, year,
    target_observation_id, target_document_id, target_text, target_low, target_high, target_bound, target_unit, target_modality, target_statements, target_conflict, aspiration_low,
    outcome_observation_id, outcome_document_id, outcome_text, outcome_low, outcome_high, outcome_bound, outcome_unit, outcome_status, outcome_report_year,
    outcome_statements, outcome_conflict, gap, met, valid_from)
  select
    f.region_code, f.indicator, f.measure, f.year,
    f.target_observation_id, f.target_document_id, f.target_text, f.target_low, f.target_high, f.target_bound, f.target_unit, f.target_modality,
    f.target_statements, f.target_conflict, f.aspiration_low,
    f.outcome_observation_id, f.outcome_document_id, f.outcome_text, f.outcome_low, f.outcome_high, f.outcome_bound, f.outcome_unit, f.outcome_status,
    f.outcome_report_year, f.outcome_statements, f.outcome_conflict, f.gap, f.met, moment
  from fresh_outcome f
  where not exists (
    select from indicators.target_outcome t
    where t.region_code = f.region_code and t.indicator = f.indicator and t.measure = f.measure and t.year = f.year and t.valid_to is null);

  drop table fresh_outcome, held_outcome;
  return changed;
end $$;
comment on function indicators.refresh_outcomes(indicators.outcome_key[], timestamptz) is 'Brings target_outcome up to date for these keys, in the caller''s transaction; returns how many rows it closed.';
