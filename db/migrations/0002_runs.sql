-- What the pipeline did, and what it could not do.

create table indicators.run (
  run_id bigint generated always as identity primary key,
  kind text not null check (kind <> ''),
  state text not null default 'running' check (state in ('running', 'succeeded', 'failed', 'abandoned')),
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  worker text not null check (worker <> ''),
  rules_version int not null check (rules_version > 0),
  documents_seen int not null default 0 check (documents_seen >= 0),
  documents_new int not null default 0 check (documents_new >= 0),
  documents_changed int not null default 0 check (documents_changed >= 0),
  documents_unchanged int not null default 0 check (documents_unchanged >= 0),
  documents_failed int not null default 0 check (documents_failed >= 0),
  error text,
  check ((state = 'running') = (finished_at is null)),
  check (finished_at >= started_at),
  check (state <> 'failed' or error is not null)
);
create index run_started_at on indicators.run (started_at desc);
comment on table indicators.run is 'Runs of the pipeline: nightly scans, ingestions, re-extractions. Runs older than the retention are removed by the clean-up.';
comment on column indicators.run.run_id is 'Number of the run, rising.';
comment on column indicators.run.kind is 'scan, ingest, reextract …';
comment on column indicators.run.state is 'running, succeeded, failed, or abandoned (its worker died).';
comment on column indicators.run.started_at is 'When it began.';
comment on column indicators.run.finished_at is 'When it ended; null while running.';
comment on column indicators.run.worker is 'Host and process that began it.';
comment on column indicators.run.rules_version is 'Version of the engine''s rules it used.';
comment on column indicators.run.documents_seen is 'Documents found in the sources.';
comment on column indicators.run.documents_new is 'Documents seen for the first time.';
comment on column indicators.run.documents_changed is 'Documents whose content differed from the version known.';
comment on column indicators.run.documents_unchanged is 'Documents that were already known as they are.';
comment on column indicators.run.documents_failed is 'Documents that could not be read or stored.';
comment on column indicators.run.error is 'Why it failed, in one line; null otherwise.';

create table indicators.failure (
  failure_id bigint generated always as identity primary key,
  source text not null check (source <> ''),
  path text not null,
  stage text not null check (stage in ('fetch', 'read', 'extract', 'save')),
  kind text not null check (kind <> ''),
  reason text not null check (reason <> ''),
  remedy text,
  content_hash bytea check (octet_length(content_hash) = 32),
  attempts int not null default 1 check (attempts > 0),
  first_failed_at timestamptz not null default clock_timestamp(),
  last_failed_at timestamptz not null default clock_timestamp(),
  next_attempt_at timestamptz,
  set_aside_at timestamptz,
  cleared_at timestamptz,
  run_id bigint references indicators.run (run_id) on delete set null,
  check (last_failed_at >= first_failed_at),
  check (num_nonnulls(next_attempt_at, set_aside_at, cleared_at) = 1)
);
create unique index failure_open on indicators.failure (source, path) where cleared_at is null;
create index failure_due on indicators.failure (next_attempt_at) where next_attempt_at is not null;
create index failure_run on indicators.failure (run_id);
comment on table indicators.failure is 'Documents that could not be read or stored: one open row a document, closed by the first success.';
comment on column indicators.failure.failure_id is 'Number of the failure.';
comment on column indicators.failure.source is 'Collection the document belongs to, as document.source.';
comment on column indicators.failure.path is 'Place in the collection, as document.path.';
comment on column indicators.failure.stage is 'Where it failed: fetch, read, extract or save.';
comment on column indicators.failure.kind is 'What kind of failure: not_found, needs_ocr, timeout …';
comment on column indicators.failure.reason is 'Why it failed last, in one line.';
comment on column indicators.failure.remedy is 'What a person can do about it, or null.';
comment on column indicators.failure.content_hash is 'SHA-256 of the bytes that failed, so that a changed file is tried at once; null if they could not be read.';
comment on column indicators.failure.attempts is 'How often it has failed in a row.';
comment on column indicators.failure.first_failed_at is 'First failure of this row.';
comment on column indicators.failure.last_failed_at is 'Last failure of this row.';
comment on column indicators.failure.next_attempt_at is 'When it is tried again; null when set aside or cleared.';
comment on column indicators.failure.set_aside_at is 'When it was given up until a person or a changed file brings it back.';
comment on column indicators.failure.cleared_at is 'When the document went through after all.';
comment on column indicators.failure.run_id is 'Run of the last failure.';
