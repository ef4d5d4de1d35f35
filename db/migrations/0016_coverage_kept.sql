-- What coverage shows is kept, not counted anew: on five million observations every look at it counted for more than a second.
create table indicators.coverage (
  region_code text not null references indicators.region (code),
  year smallint not null,
  targets int not null,
  outcomes int not null,
  judged int not null,
  met int not null,
  primary key (region_code, year)
);
comment on table indicators.coverage is 'How many current rows of target_outcome a region has for a year. Kept by triggers; indicators.recount_coverage() counts anew.';
comment on column indicators.coverage.region_code is 'Region.';
comment on column indicators.coverage.year is 'Year.';
comment on column indicators.coverage.targets is 'Rows with a target.';
comment on column indicators.coverage.outcomes is 'Rows with an outcome.';
comment on column indicators.coverage.judged is 'Rows of which it is known whether the target was met.';
comment on column indicators.coverage.met is 'Rows whose target was met.';

create function indicators.add_coverage() returns trigger language plpgsql security definer set search_path = indicators, pg_temp as $$
begin
  insert into indicators.coverage as k (region_code, year, targets, outcomes, judged, met)
  select n.region_code, n.year, count(n.target_observation_id), count(n.outcome_observation_id), count(n.met), count(*) filter (where n.met)
  from new_rows n
  where n.valid_to is null
  group by n.region_code, n.year
  order by n.region_code, n.year
  on conflict (region_code, year) do update
  set targets = k.targets + excluded.targets, outcomes = k.outcomes + excluded.outcomes, judged = k.judged + excluded.judged, met = k.met + excluded.met;
  return null;
end $$;
comment on function indicators.add_coverage() is 'Counts rows of target_outcome that were added.';
create trigger count_added after insert on indicators.target_outcome
  referencing new table as new_rows for each statement execute function indicators.add_coverage();

create function indicators.change_coverage() returns trigger language plpgsql security definer set search_path = indicators, pg_temp as $$
begin
  -- In one order, as above, so that two savers of the same regions wait for each other and not in a circle.
  perform from indicators.coverage k
  where (k.region_code, k.year) in (select o.region_code, o.year from old_rows o)
  order by k.region_code, k.year
  for update;
  update indicators.coverage k
  set targets = k.targets + d.targets, outcomes = k.outcomes + d.outcomes, judged = k.judged + d.judged, met = k.met + d.met
  from (
    select c.region_code, c.year, sum(c.sign * (c.target_observation_id is not null)::int) as targets, sum(c.sign * (c.outcome_observation_id is not null)::int) as outcomes,
      sum(c.sign * (c.met is not null)::int) as judged, sum(c.sign * coalesce(c.met, false)::int) as met
    from (
      select o.region_code, o.year, o.target_observation_id, o.outcome_observation_id, o.met, -1 as sign from old_rows o where o.valid_to is null
      union all
      select n.region_code, n.year, n.target_observation_id, n.outcome_observation_id, n.met, 1 from new_rows n where n.valid_to is null) as c
    group by c.region_code, c.year) as d
  where k.region_code = d.region_code and k.year = d.year;
  return null;
end $$;
comment on function indicators.change_coverage() is 'Counts rows of target_outcome that were closed no more, and rows that were otherwise changed as they are now.';
create trigger count_changed after update on indicators.target_outcome
  referencing old table as old_rows new table as new_rows for each statement execute function indicators.change_coverage();

create function indicators.recount_coverage() returns void language sql as $$
  delete from indicators.coverage;
  insert into indicators.coverage (region_code, year, targets, outcomes, judged, met)
  select t.region_code, t.year, count(t.target_observation_id), count(t.outcome_observation_id), count(t.met), count(*) filter (where t.met)
  from indicators.target_outcome t
  where t.valid_to is null
  group by t.region_code, t.year
$$;
comment on function indicators.recount_coverage() is 'Fills indicators.coverage from target_outcome, for whoever has loaded rows with the triggers off.';
select indicators.recount_coverage();

-- A region and year whose rows were all withdrawn again is not covered.
create or replace view mart.coverage as
select k.region_code, r.name as region_name, r.name_en as region_name_en, r.level, k.year, make_date(k.year, 1, 1) as period_start,
  sum(k.reports)::int as reports, sum(k.targets)::int as targets, sum(k.outcomes)::int as outcomes, sum(k.judged)::int as judged, sum(k.met)::int as met
from (
  select s.region_code, s.year, count(*) as reports, 0 as targets, 0 as outcomes, 0 as judged, 0 as met
  from indicators.speech s
  where s.valid_to is null and s.region_code is not null and s.year is not null
    and not exists (select from indicators.copy c where c.document_id = s.document_id and c.speech_number = s.number and c.valid_to is null)
  group by s.region_code, s.year
  union all
  select v.region_code, v.year, 0, v.targets, v.outcomes, v.judged, v.met
  from indicators.coverage v
  where v.targets + v.outcomes > 0) as k
join indicators.region r on r.code = k.region_code
group by k.region_code, r.name, r.name_en, r.level, k.year;
