-- Loading: a save writes rows only; what follows from them (copies, targets against outcomes) is settled behind its commit.
-- Large tables lose foreign keys and gain checks of whole batches; nothing is rewritten. Every document is settled once more, in batches, by the sweep.

create table indicators.unsettled (
  document_id bigint primary key references indicators.document (document_id),
  since timestamptz not null
);
comment on table indicators.unsettled is 'Documents that were saved and from whose rows copies and outcomes have still to follow. Filled by the save, emptied by the settling, each in its transaction: a row that stays is work that was lost and is taken up by the next sweep.';
comment on column indicators.unsettled.document_id is 'The document.';
comment on column indicators.unsettled.since is 'Moment of the first save that is not settled.';
insert into indicators.unsettled (document_id, since)
select document_id, 'epoch' from indicators.document where current_version_id is not null;

create table indicators.fingerprint (
  document_id bigint not null references indicators.document (document_id),
  speech_number int not null check (speech_number > 0),
  length int not null check (length >= 0),
  statements bigint[] not null,
  primary key (document_id, speech_number)
);
comment on table indicators.fingerprint is 'What a current speech states, in short, so that like speeches are compared without reading their statements again.';
comment on column indicators.fingerprint.document_id is 'Its document.';
comment on column indicators.fingerprint.speech_number is 'Its number in the document.';
comment on column indicators.fingerprint.length is 'Its length in UTF-16 code units.';
comment on column indicators.fingerprint.statements is 'A hash of each different statement (value, measure, indicator), in rising order.';

create table indicators.likeness (
  document_id bigint not null references indicators.document (document_id),
  speech_number int not null check (speech_number > 0),
  like_document_id bigint not null references indicators.document (document_id),
  like_speech_number int not null check (like_speech_number > 0),
  primary key (document_id, speech_number, like_document_id, like_speech_number),
  check ((document_id, speech_number) <> (like_document_id, like_speech_number))
);
create index likeness_other on indicators.likeness (like_document_id);
comment on table indicators.likeness is 'Current speeches of which one repeats the other, each pair both ways. Which of them is the original follows from all that hang together, whatever the order they came in.';
comment on column indicators.likeness.document_id is 'Document of the one.';
comment on column indicators.likeness.speech_number is 'Number of the one.';
comment on column indicators.likeness.like_document_id is 'Document of the other.';
comment on column indicators.likeness.like_speech_number is 'Number of the other.';

-- A foreign key looks up its row for every row that is stored: half the cost of loading. Whole batches are checked instead, and what they point to stays.
alter table indicators.observation drop constraint observation_speech_id_document_id_fkey;
alter table indicators.sentence drop constraint sentence_document_id_fkey;
-- Its rows are made from observations, whose codes are checked.
alter table indicators.target_outcome drop constraint target_outcome_region_code_fkey, drop constraint target_outcome_indicator_fkey;
create trigger keep before delete or truncate on indicators.speech for each statement execute function indicators.refuse_delete();
create trigger keep before delete or truncate on indicators.sentence for each statement execute function indicators.refuse_delete();

create or replace function indicators.refuse_delete() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are never deleted', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function indicators.refuse_delete() is 'Keeps rows that others name without a foreign key: the catalogue (retired instead), speeches and sentences (closed instead).';

create function indicators.refuse_move() returns trigger language plpgsql as $$
begin
  raise exception 'a row of %.% stays where it was read', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function indicators.refuse_move() is 'Keeps rows with what they were read in: only batches that are added are checked.';
create trigger stay before update of observation_id, document_id, speech_id, version_id, sentence_id on indicators.observation
  for each row execute function indicators.refuse_move();
create trigger stay before update of sentence_id, document_id on indicators.sentence for each row execute function indicators.refuse_move();
create trigger stay before update of speech_id, document_id on indicators.speech for each row execute function indicators.refuse_move();

create function indicators.check_sentences() returns trigger language plpgsql as $$
declare
  missing bigint;
begin
  select n.document_id into missing
  from (select distinct document_id from new_rows) n
  where not exists (select from indicators.document d where d.document_id = n.document_id)
  limit 1;
  if found then
    raise exception 'a sentence of document %, which is not there', missing using errcode = 'foreign_key_violation', table = 'sentence', schema = 'indicators';
  end if;
  return null;
end $$;
comment on function indicators.check_sentences() is 'Refuses sentences of documents that are not there.';
create trigger check_inserted after insert on indicators.sentence
  referencing new table as new_rows for each statement execute function indicators.check_sentences();

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
  left join indicators.unit u on u.code = n.unit
  left join indicators.region r on r.code = n.region_code
  where v.version_id is null or n.span_end > v.text_length or s.speech_id is null or q.sentence_id is null
    or (n.indicator is not null and i.code is null)
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
comment on function indicators.check_observations() is 'Refuses observations outside their text, of other documents'' speeches or sentences, or with codes that the catalogue does not hold.';

-- One expression each, so that the planner puts it into the query: called as a function it cost most of the refresh of outcomes.
create or replace function indicators.met(
  target_low numeric, target_high numeric, target_bound text, target_unit text,
  outcome_low numeric, outcome_high numeric, outcome_bound text, outcome_unit text, desired text) returns boolean language sql immutable parallel safe as $$
  -- An outcome given as a bound (突破300亿元) is every number it allows: the target is met if all of them meet it. A range around the whole target is not judged.
  select case
    when target_unit is distinct from outcome_unit then null
    when indicators.meets(case when outcome_bound in ('<', '<=') then '-Infinity' else outcome_low end, target_low, target_high, target_bound, target_unit, desired)
      = indicators.meets(case when outcome_bound in ('>', '>=') then 'Infinity' else outcome_high end, target_low, target_high, target_bound, target_unit, desired)
    then case
      when target_bound in ('..', '~') and outcome_low <> outcome_high and outcome_low < target_low and outcome_high > target_high then null
      else indicators.meets(case when outcome_bound in ('<', '<=') then '-Infinity' else outcome_low end, target_low, target_high, target_bound, target_unit, desired)
    end
  end
$$;

-- Of equal statements the one that stands first by its place counts, not the one that was stored first. Keys go by their number: sorting their words cost more than finding the rows.
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
    select k.place as key, k.year, o.observation_id, o.document_id, o.value_text, o.low, o.high, o.bound, o.unit, o.status, o.modality,
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
    select c.key,
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
  select (keys[j.key]).region_code, (keys[j.key]).indicator, (keys[j.key]).measure, (keys[j.key]).year,
    j.target_observation_id, j.target_document_id, j.target_text, j.target_low, j.target_high, j.target_bound, j.target_unit, j.target_modality,
    j.target_statements::int, j.target_conflict, j.aspiration_low,
    j.outcome_observation_id, j.outcome_document_id, j.outcome_text, j.outcome_low, j.outcome_high, j.outcome_bound, j.outcome_unit, j.outcome_status, j.outcome_report_year,
    j.outcome_statements::int, j.outcome_conflict,
    indicators.gap(j.target_low, j.target_high, j.target_unit, j.outcome_low, j.outcome_high, j.outcome_unit),
    indicators.met(j.target_low, j.target_high, j.target_bound, j.target_unit, j.outcome_low, j.outcome_high, j.outcome_bound, j.outcome_unit, i.desired)
  from judged j
  join indicators.indicator i on i.code = (keys[j.key]).indicator
$$;

-- As before, without looking for every row that is added whether it is there: what stayed has been taken out.
create or replace function indicators.refresh_outcomes(keys indicators.outcome_key[], saved_at timestamptz) returns int language plpgsql
-- The plan is made once a session, perhaps while the table is empty: then it would be read whole for each key.
set enable_seqscan = off set jit = off as $$
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

  -- What is as it should be is neither closed nor added.
  with same as (
    select h.target_outcome_id, f.region_code, f.indicator, f.measure, f.year
    from held_outcome h
    join fresh_outcome f using (region_code, indicator, measure, year)
    where (f.target_observation_id, f.target_statements, f.target_conflict, f.aspiration_low, f.outcome_observation_id, f.outcome_statements, f.outcome_conflict, f.gap, f.met)
      is not distinct from (h.target_observation_id, h.target_statements, h.target_conflict, h.aspiration_low, h.outcome_observation_id, h.outcome_statements, h.outcome_conflict, h.gap, h.met)
  ), held as (
    delete from held_outcome h using same where h.target_outcome_id = same.target_outcome_id
  )
  delete from fresh_outcome f using same where (f.region_code, f.indicator, f.measure, f.year) = (same.region_code, same.indicator, same.measure, same.year);

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
  from fresh_outcome f;

  drop table fresh_outcome, held_outcome;
  return changed;
end $$;
