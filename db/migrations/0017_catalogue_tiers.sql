-- The catalogue grew beyond the founding codes: observations name only those of tier core, and readers may ask which they are.

alter table indicators.indicator
  add column tier text not null default 'core' check (tier in ('core', 'open')),
  add column bureau_term text check (bureau_term <> '');
comment on column indicators.indicator.tier is 'core: a founding code, which observations name; open: named by reports beyond those.';
comment on column indicators.indicator.bureau_term is 'The term of the National Bureau of Statistics, or null where it has none.';

create or replace view mart.indicator as
select i.code, i.parent, i.position, i.name_zh, i.name_en, i.dimension, i.measures, i.aliases, i.desired, i.retired_at is not null as retired,
  i.tier, i.bureau_term
from indicators.indicator i;
comment on column mart.indicator.tier is 'core: a founding code, which observations name; open: named by reports beyond those.';
comment on column mart.indicator.bureau_term is 'The term of the National Bureau of Statistics, or null where it has none.';
