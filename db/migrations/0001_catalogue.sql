-- The catalogue: what is measured, in what, and where. Loaded from the engine's tables by every migration;
-- a row that leaves the engine's table is retired, never deleted, because stored observations name it.

comment on schema indicators is 'What the pipeline has read, with its history. Written by the pipeline only; readers use the schema mart.';

create table indicators.indicator (
  code text primary key check (code ~ '^[a-z][a-z0-9_.]*$'),
  parent text references indicators.indicator (code) deferrable initially deferred,
  position int not null,
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  dimension text not null check (dimension <> ''),
  measures text[] not null,
  aliases text[] not null,
  desired text check (desired in ('more', 'less')),
  retired_at timestamptz
);
comment on table indicators.indicator is 'Indicators of the catalogue.';
comment on column indicators.indicator.code is 'Stable code; a dot separates a part from its whole (gdp.tertiary).';
comment on column indicators.indicator.parent is 'Code of the indicator it is a part of, where the catalogue holds that.';
comment on column indicators.indicator.position is 'Place in the catalogue, from 1.';
comment on column indicators.indicator.name_zh is 'Chinese name.';
comment on column indicators.indicator.name_en is 'English name.';
comment on column indicators.indicator.dimension is 'money, ratio, persons, count, area, mass, length, energy, power, time, intensity or concentration.';
comment on column indicators.indicator.measures is 'Measures it is usually stated in.';
comment on column indicators.indicator.aliases is 'Other names found in texts.';
comment on column indicators.indicator.desired is 'Whether a government wants more or less of it; null where neither is plain. Decides whether an outcome beyond a plain target meets it.';
comment on column indicators.indicator.retired_at is 'When it left the catalogue; null while it is in it.';

create table indicators.unit (
  code text primary key check (code <> ''),
  dimension text,
  name_zh text,
  name_en text,
  retired_at timestamptz
);
comment on table indicators.unit is 'Base units. A compound unit read from a text (yuan/kWh) is added when it is first seen.';
comment on column indicators.unit.code is 'Code as used in observations: CNY, %, pp, m2, person, item …';
comment on column indicators.unit.dimension is 'What it measures, in the words of indicator.dimension; null for a compound read from a text.';
comment on column indicators.unit.name_zh is 'Chinese name, or null.';
comment on column indicators.unit.name_en is 'English name, or null.';
comment on column indicators.unit.retired_at is 'When it left the catalogue; null while it is in it.';

create table indicators.region (
  code text primary key check (code ~ '^[0-9]{6}$'),
  parent text references indicators.region (code) deferrable initially deferred,
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  name_en text,
  level text not null check (level in ('nation', 'province', 'prefecture', 'county', 'township')),
  retired_at timestamptz
);
create index region_parent on indicators.region (parent);
comment on table indicators.region is 'Administrative divisions.';
comment on column indicators.region.code is 'Six digits of GB/T 2260; 000000 is the nation.';
comment on column indicators.region.parent is 'Code of the division above, where the catalogue holds it.';
comment on column indicators.region.name is 'Full name (内蒙古自治区).';
comment on column indicators.region.short_name is 'Name without its kind (内蒙古).';
comment on column indicators.region.name_en is 'English name, or null.';
comment on column indicators.region.level is 'nation, province, prefecture, county or township.';
comment on column indicators.region.retired_at is 'When it left the catalogue; null while it is in it.';

-- Observations do not carry row-by-row foreign keys to the catalogue (the loader checks whole batches), so nothing may leave it.
create function indicators.refuse_delete() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are retired, never deleted', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function indicators.refuse_delete() is 'Keeps catalogue rows that observations may name.';
create trigger keep before delete or truncate on indicators.indicator for each statement execute function indicators.refuse_delete();
create trigger keep before delete or truncate on indicators.unit for each statement execute function indicators.refuse_delete();
create trigger keep before delete or truncate on indicators.region for each statement execute function indicators.refuse_delete();

create table indicators.catalogue (
  only_row boolean primary key default true check (only_row),
  rules_version int not null,
  checksum text not null,
  loaded_at timestamptz not null default clock_timestamp()
);
comment on table indicators.catalogue is 'Which catalogue is loaded. A program with older rules does not replace it.';
comment on column indicators.catalogue.only_row is 'There is one row.';
comment on column indicators.catalogue.rules_version is 'Version of the engine''s rules whose catalogue it is.';
comment on column indicators.catalogue.checksum is 'SHA-256 of its rows, so that the same catalogue is not loaded again.';
comment on column indicators.catalogue.loaded_at is 'When it was loaded.';
