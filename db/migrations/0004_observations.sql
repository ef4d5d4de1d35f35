-- What the speeches state, with its history.

-- Folding and bigrams for text search: two characters are the shortest Chinese word, and trigrams cannot find them.
create schema mart;
comment on schema mart is 'What the pipeline has read, for readers: plain views and functions with stable names.';

create function mart.fold(t text) returns text language sql immutable parallel safe as $$
  select translate(t, E'ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\r\n\u00a0\u2002\u2003\u3000\u200b\ufeff', 'abcdefghijklmnopqrstuvwxyz')
$$;
comment on function mart.fold(text) is 'The text without white space, with A–Z in lower case: what text search compares.';

create function mart.bigrams(t text) returns int[] language plpgsql immutable parallel safe as $$
declare
  c text[] := string_to_array(mart.fold(t), null);
begin
  return array(select ((ascii(a)::bigint * 65537 + ascii(b)) % 2147483648)::int from unnest(c, c[2:]) as pairs (a, b) where b is not null);
end $$;
comment on function mart.bigrams(text) is 'A number for each pair of neighbouring characters of the folded text: quote_bigrams @> mart.bigrams(term) finds the sentences that hold them all, by index.';

create function mart.contains(t text, term text) returns boolean language sql immutable parallel safe as $$
  select strpos(mart.fold(t), mart.fold(term)) > 0
$$;
comment on function mart.contains(text, text) is 'Whether the text holds the term, white space and case apart. Beside it, quote_bigrams @> mart.bigrams(term) lets the index find the candidates.';

create table indicators.sentence (
  sentence_id bigint generated always as identity,
  document_id bigint not null references indicators.document (document_id),
  span_start int not null check (span_start >= 0),
  span_end int not null,
  text text not null,
  text_hash bigint generated always as (hashtextextended(text, 0)) stored,
  bigrams int[] not null,
  primary key (sentence_id, document_id),
  check (span_start < span_end),
  check (char_length(text) between 1 and span_end - span_start)
);
create index sentence_text on indicators.sentence (text_hash);
create unique index sentence_place on indicators.sentence (document_id, span_start, span_end, text_hash);
create index sentence_bigrams on indicators.sentence using gin (bigrams);
comment on table indicators.sentence is 'Sentences that observations stand in, each once however many numbers it holds. Never changed, never removed.';
comment on column indicators.sentence.sentence_id is 'Number of the sentence.';
comment on column indicators.sentence.document_id is 'Its document.';
comment on column indicators.sentence.span_start is 'Offset of its first UTF-16 code unit in the text of the version it was read in.';
comment on column indicators.sentence.span_end is 'Offset behind its last UTF-16 code unit.';
comment on column indicators.sentence.text is 'The sentence, unchanged.';
comment on column indicators.sentence.text_hash is 'Hash of the text, to find it again.';
comment on column indicators.sentence.bigrams is 'mart.bigrams of the text. Computed by the writer: an index on the function made loading three times as slow.';

create table indicators.observation (
  observation_id bigint generated always as identity,
  document_id bigint not null,
  speech_id bigint not null,
  version_id bigint not null,
  sentence_id bigint not null,
  span_start int not null check (span_start >= 0),
  span_end int not null,
  ordinal smallint not null check (ordinal > 0),
  value_text text not null,
  indicator text,
  indicator_text text not null,
  measure text not null check (measure in ('level', 'growth', 'average_growth', 'increment', 'share', 'multiple', 'gap')),
  low numeric,
  high numeric,
  bound text check (bound in ('=', '~', '>', '>=', '<', '<=', '..')),
  unit text,
  status text not null check (status in ('target', 'actual', 'estimate')),
  modality text check (modality in ('strive', 'ensure', 'expect', 'binding', 'plan')),
  period_start_year smallint check (period_start_year >= 1900),
  period_end_year smallint check (period_end_year <= 2200),
  period_part text check (period_part ~ '^(Q[1-4]|H[12]|M(0[1-9]|1[0-2])(-M(0[1-9]|1[0-2]))?)$'),
  scope text not null check (scope in ('own', 'nation', 'province', 'other')),
  place text,
  region_code text,
  rule text not null check (rule <> ''),
  confidence numeric(5, 4) not null check (confidence between 0 and 1),
  rules_version int not null check (rules_version > 0),
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (observation_id, document_id),
  foreign key (speech_id, document_id) references indicators.speech (speech_id, document_id),
  check (span_start < span_end),
  check (char_length(value_text) between 1 and span_end - span_start),
  check (indicator is not null or indicator_text <> ''),
  check (num_nulls(low, high, bound, unit) in (0, 4)),
  check (low is not null or status = 'target'),
  check (low <= high and (low = high or bound = '..')),
  check (low not in ('NaN', 'Infinity', '-Infinity') and high not in ('NaN', 'Infinity', '-Infinity')),
  check ((period_start_year is null) = (period_end_year is null)),
  check (period_start_year <= period_end_year),
  check (period_part is null or period_start_year = period_end_year),
  check (valid_to > valid_from)
);
create unique index observation_current on indicators.observation (document_id, span_start, span_end, ordinal) where valid_to is null;
create index observation_document on indicators.observation (document_id, valid_from) where valid_to is not null;
create index observation_series on indicators.observation (indicator, region_code, period_start_year);
-- All three columns, so that whichever index the planner takes for a key of target_outcome is the right one, also before it has statistics.
create index observation_region on indicators.observation (region_code, period_start_year, indicator);
create index observation_sentence on indicators.observation (sentence_id);
comment on table indicators.observation is 'Quantities as the speeches state them. A row holds from valid_from until before valid_to; it is never changed otherwise.';
comment on column indicators.observation.observation_id is 'Number of the row.';
comment on column indicators.observation.document_id is 'Its document; the key to distribute or partition by.';
comment on column indicators.observation.speech_id is 'Its speech.';
comment on column indicators.observation.version_id is 'Version of the document it was first read in like this; spans are of its text.';
comment on column indicators.observation.sentence_id is 'Its sentence.';
comment on column indicators.observation.span_start is 'Offset of the value''s first UTF-16 code unit in the version''s text.';
comment on column indicators.observation.span_end is 'Offset behind the value''s last UTF-16 code unit.';
comment on column indicators.observation.ordinal is '1, or more where one span states several quantities.';
comment on column indicators.observation.value_text is 'The numeral with its scale and unit, unchanged; for a target without a number, its words.';
comment on column indicators.observation.indicator is 'Code in the catalogue, or null for what the catalogue does not hold.';
comment on column indicators.observation.indicator_text is 'The indicator as the text names it.';
comment on column indicators.observation.measure is 'level, growth (% over the year before), average_growth (% a year), increment, share, multiple, gap.';
comment on column indicators.observation.low is 'Lower end in the base unit; null for a target without a number.';
comment on column indicators.observation.high is 'Upper end in the base unit; equal to low but for a range.';
comment on column indicators.observation.bound is '= ~ > >= < <= or .. (a range); it speaks of the signed value.';
comment on column indicators.observation.unit is 'Base unit.';
comment on column indicators.observation.status is 'target, actual or estimate.';
comment on column indicators.observation.modality is 'How firmly it is stated: strive, ensure, expect, binding, plan; null where not said.';
comment on column indicators.observation.period_start_year is 'First year it speaks of, or null where the text cannot tell.';
comment on column indicators.observation.period_end_year is 'Last year it speaks of, inclusive.';
comment on column indicators.observation.period_part is 'Part of the one year: Q1–Q4, H1, H2, M01–M12 or M01-M09; null for whole years.';
comment on column indicators.observation.scope is 'Whose number: own, nation, province, other.';
comment on column indicators.observation.place is 'Place as named, or null.';
comment on column indicators.observation.region_code is 'Region the number is about, or null.';
comment on column indicators.observation.rule is 'Rule that bound the number to the indicator.';
comment on column indicators.observation.confidence is 'Probability, 0 to 1, that every field is right.';
comment on column indicators.observation.rules_version is 'Version of the engine''s rules that first read it like this.';
comment on column indicators.observation.valid_from is 'When it became what readers see.';
comment on column indicators.observation.valid_to is 'When it was corrected or withdrawn; null while it is what readers see.';

create function indicators.unit_fits(measure text, unit_dimension text, indicator_dimension text) returns boolean language sql immutable parallel safe as $$
  -- Unknown dimensions (compounds read from a text, indicators outside the catalogue) fit everything but relative measures.
  select case
    when measure in ('growth', 'average_growth', 'share') then coalesce(unit_dimension = 'ratio', false)
    when measure = 'multiple' then coalesce(unit_dimension = 'multiple', false)
    when unit_dimension is null or indicator_dimension is null then true
    when unit_dimension = 'ratio' or indicator_dimension in ('ratio', 'intensity', 'concentration') then true
    when indicator_dimension in ('persons', 'count') then unit_dimension in ('persons', 'count')
    when indicator_dimension = 'energy' then unit_dimension in ('energy', 'mass')
    when indicator_dimension = 'mass' then unit_dimension in ('energy', 'mass')
    else unit_dimension = indicator_dimension
  end
$$;
comment on function indicators.unit_fits(text, text, text) is 'Whether a quantity of this measure and unit can be one of this indicator: money is not weighed, growth is in percent. Energy may be given as mass of standard coal.';

create function indicators.check_observations() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  -- Whole batches at once: row-by-row foreign keys would halve the speed of loading.
  select n.document_id, n.span_start, n.span_end,
    case
      when v.version_id is null then 'version ' || n.version_id || ' is not one of the document'
      when n.span_end > v.text_length then 'the span leaves the text'
      when q.sentence_id is null then 'sentence ' || n.sentence_id || ' is not one of the document'
      when n.indicator is not null and i.code is null then 'indicator ' || n.indicator || ' is not in the catalogue'
      when n.unit is not null and u.code is null then 'unit ' || n.unit || ' is not in the catalogue'
      when n.region_code is not null and r.code is null then 'region ' || n.region_code || ' is not in the catalogue'
      else 'unit ' || n.unit || ' does not fit ' || n.measure || coalesce(' of ' || n.indicator, '')
    end as reason
  into wrong
  from new_rows n
  left join indicators.document_version v on v.version_id = n.version_id and v.document_id = n.document_id
  left join indicators.sentence q on q.sentence_id = n.sentence_id and q.document_id = n.document_id
  left join indicators.indicator i on i.code = n.indicator
  left join indicators.unit u on u.code = n.unit
  left join indicators.region r on r.code = n.region_code
  where v.version_id is null or n.span_end > v.text_length or q.sentence_id is null
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
comment on function indicators.check_observations() is 'Refuses observations outside their text or with codes that the catalogue does not hold.';
create trigger check_inserted after insert on indicators.observation
  referencing new table as new_rows for each statement execute function indicators.check_observations();

create table indicators.extraction (
  extraction_id bigint generated always as identity,
  document_id bigint not null,
  version_id bigint not null,
  run_id bigint references indicators.run (run_id) on delete set null,
  rules_version int not null check (rules_version > 0),
  saved_at timestamptz not null,
  speeches int not null check (speeches >= 0),
  observations int not null check (observations >= 0),
  added int not null check (added >= 0),
  closed int not null check (closed >= 0),
  refused int not null check (refused >= 0),
  unbound int not null check (unbound >= 0),
  primary key (extraction_id, document_id),
  foreign key (version_id, document_id) references indicators.document_version (version_id, document_id)
);
create index extraction_document on indicators.extraction (document_id, saved_at);
create index extraction_run on indicators.extraction (run_id);
comment on table indicators.extraction is 'Every save that changed what readers see of a document: which version and which rules, from when.';
comment on column indicators.extraction.extraction_id is 'Number of the save.';
comment on column indicators.extraction.document_id is 'The document.';
comment on column indicators.extraction.version_id is 'The version that was read.';
comment on column indicators.extraction.run_id is 'Run it belongs to; null if saved outside a run or the run was removed.';
comment on column indicators.extraction.rules_version is 'Version of the engine''s rules.';
comment on column indicators.extraction.saved_at is 'From when readers see it: valid_from of the rows it added, valid_to of the rows it closed.';
comment on column indicators.extraction.speeches is 'Speeches in the document.';
comment on column indicators.extraction.observations is 'Observations stored, unchanged ones included.';
comment on column indicators.extraction.added is 'Observations new or changed.';
comment on column indicators.extraction.closed is 'Observations replaced or withdrawn.';
comment on column indicators.extraction.refused is 'Observations that could not be right and were refused.';
comment on column indicators.extraction.unbound is 'Quantities that no rule could bind to an indicator.';

create table indicators.refusal (
  refusal_id bigint generated always as identity primary key,
  document_id bigint not null references indicators.document (document_id),
  rules_version int not null check (rules_version > 0),
  span_start int not null check (span_start >= 0),
  span_end int not null check (span_end >= span_start),
  value_text text not null,
  reason text not null check (reason <> ''),
  refused_at timestamptz not null
);
create index refusal_document on indicators.refusal (document_id);
comment on table indicators.refusal is 'Readings that cannot be right (a unit that does not fit the indicator), kept for whoever improves the rules. Replaced with every save of the document.';
comment on column indicators.refusal.refusal_id is 'Number of the row.';
comment on column indicators.refusal.document_id is 'The document.';
comment on column indicators.refusal.rules_version is 'Version of the engine''s rules that read it.';
comment on column indicators.refusal.span_start is 'Offset of the value''s first UTF-16 code unit.';
comment on column indicators.refusal.span_end is 'Offset behind the value''s last UTF-16 code unit.';
comment on column indicators.refusal.value_text is 'The value as the text has it.';
comment on column indicators.refusal.reason is 'Why it was refused.';
comment on column indicators.refusal.refused_at is 'When.';
