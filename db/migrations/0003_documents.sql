-- Documents, their versions, and the speeches read from them.
-- Every key of what belongs to a document holds document_id, so that the tables can be distributed or partitioned by it.

create table indicators.document (
  document_id bigint generated always as identity primary key,
  source text not null check (source <> ''),
  path text not null check (path <> ''),
  name text not null check (name <> ''),
  uri text not null check (uri <> ''),
  registered_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  gone_at timestamptz,
  etag text,
  last_modified text,
  latest_version_id bigint,
  current_version_id bigint,
  current_rules_version int check (current_rules_version > 0),
  saved_at timestamptz,
  unique (source, path),
  check (num_nonnulls(current_version_id, current_rules_version, saved_at) in (0, 3))
);
create index document_name on indicators.document (name);
create index document_stale on indicators.document (current_rules_version) where gone_at is null;
comment on table indicators.document is 'Documents found in the sources.';
comment on column indicators.document.document_id is 'Number of the document; it stays when the file moves or changes.';
comment on column indicators.document.source is 'Collection it belongs to: a folder, an archive or a site.';
comment on column indicators.document.path is 'Place in the collection; unique there.';
comment on column indicators.document.name is 'Name used in observations: the file name without its extension, or the id given.';
comment on column indicators.document.uri is 'Where it was read last, in full.';
comment on column indicators.document.registered_at is 'When it was seen first.';
comment on column indicators.document.last_seen_at is 'When it was last found in its source.';
comment on column indicators.document.gone_at is 'When it was first missed in its source; null while it is there. What it states stays.';
comment on column indicators.document.etag is 'Entity tag that the server sent last, word for word, or null.';
comment on column indicators.document.last_modified is 'Last-Modified that the server sent last, word for word, or null.';
comment on column indicators.document.latest_version_id is 'Version seen last; differs from the current one until that is extracted.';
comment on column indicators.document.current_version_id is 'Version whose observations readers see; null until the first is saved.';
comment on column indicators.document.current_rules_version is 'Version of the engine''s rules that read the current version.';
comment on column indicators.document.saved_at is 'When what readers see was saved last; strictly rises with every save, whatever the clock does.';

create table indicators.document_version (
  version_id bigint generated always as identity,
  document_id bigint not null references indicators.document (document_id),
  content_hash bytea not null check (octet_length(content_hash) = 32),
  folded_hash bytea check (octet_length(folded_hash) = 32),
  uri text not null check (uri <> ''),
  retrieved_at timestamptz not null,
  reader_version int not null check (reader_version > 0),
  media_type text not null check (media_type <> ''),
  encoding text,
  byte_length bigint not null check (byte_length >= 0),
  title text,
  given_date date,
  given_region_code text,
  file_name text,
  text text not null,
  text_hash bytea not null check (octet_length(text_hash) = 32),
  text_length int not null check (text_length >= char_length(text)),
  primary key (version_id, document_id),
  unique (document_id, content_hash, text_hash)
);
create index document_version_content_hash on indicators.document_version (content_hash);
create index document_version_folded_hash on indicators.document_version (folded_hash) where folded_hash is not null;
alter table indicators.document
  add foreign key (latest_version_id, document_id) references indicators.document_version (version_id, document_id),
  add foreign key (current_version_id, document_id) references indicators.document_version (version_id, document_id);
comment on table indicators.document_version is 'Contents a document has had. Never changed, never removed.';
comment on column indicators.document_version.version_id is 'Number of the version.';
comment on column indicators.document_version.document_id is 'Its document.';
comment on column indicators.document_version.content_hash is 'SHA-256 of the bytes.';
comment on column indicators.document_version.folded_hash is 'SHA-256 of the text without differences of width, script, spacing and punctuation: equal in exact copies. Null if not computed.';
comment on column indicators.document_version.uri is 'Where these bytes were read.';
comment on column indicators.document_version.retrieved_at is 'When these bytes were read first.';
comment on column indicators.document_version.reader_version is 'Version of the reader that decoded the bytes last with this result.';
comment on column indicators.document_version.media_type is 'text/plain, text/html, application/pdf …';
comment on column indicators.document_version.encoding is 'Encoding the text was decoded from (gb18030, utf-8), or null for formats that carry their own.';
comment on column indicators.document_version.byte_length is 'Number of bytes.';
comment on column indicators.document_version.title is 'Title given by the source, or null.';
comment on column indicators.document_version.given_date is 'Day of the speech as given by the source, or null.';
comment on column indicators.document_version.given_region_code is 'Region as given by the source, or null.';
comment on column indicators.document_version.file_name is 'File name, for what it says of region and year, or null.';
comment on column indicators.document_version.text is 'The whole text as decoded; every span is a range of its UTF-16 code units. U+0000 is stored as U+2400, a lone surrogate as U+FFFD, each one code unit as before.';
comment on column indicators.document_version.text_hash is 'SHA-256 of the text as stored (UTF-8): a better reader can decode the same bytes differently, which makes a new version.';
comment on column indicators.document_version.text_length is 'Length of the text in UTF-16 code units (a character beyond U+FFFF counts two).';

create table indicators.speech (
  speech_id bigint generated always as identity,
  document_id bigint not null,
  version_id bigint not null,
  number int not null check (number > 0),
  span_start int not null check (span_start >= 0),
  span_end int not null,
  title text,
  title_evidence text check (title_evidence in ('given', 'title', 'byline', 'text', 'file_name')),
  date date,
  date_evidence text check (date_evidence in ('given', 'title', 'byline', 'text', 'file_name')),
  year smallint check (year between 1900 and 2200),
  year_evidence text check (year_evidence in ('given', 'title', 'byline', 'text', 'file_name')),
  place text,
  place_evidence text check (place_evidence in ('given', 'title', 'byline', 'text', 'file_name')),
  region_code text references indicators.region (code),
  region_evidence text check (region_evidence in ('given', 'title', 'byline', 'text', 'file_name')),
  level text not null check (level in ('unknown', 'nation', 'province', 'prefecture', 'county', 'township')),
  speaker text,
  office text,
  sections jsonb not null default '[]' check (jsonb_typeof(sections) = 'array'),
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (speech_id, document_id),
  foreign key (version_id, document_id) references indicators.document_version (version_id, document_id),
  check (span_start <= span_end),
  check (valid_to > valid_from),
  check ((title is null) = (title_evidence is null)),
  check ((date is null) = (date_evidence is null)),
  check ((year is null) = (year_evidence is null)),
  check ((place is null) = (place_evidence is null)),
  check ((region_code is null) = (region_evidence is null))
);
create unique index speech_current on indicators.speech (document_id, number) where valid_to is null;
create index speech_document on indicators.speech (document_id, valid_from);
create index speech_region_year on indicators.speech (region_code, year);
comment on table indicators.speech is 'Speeches and reports, one or more a document, with what is known of each and how. A row holds from valid_from until before valid_to.';
comment on column indicators.speech.speech_id is 'Number of this state of the speech.';
comment on column indicators.speech.document_id is 'Its document.';
comment on column indicators.speech.version_id is 'Version of the document it was first read in like this.';
comment on column indicators.speech.number is 'Place in the document, from 1.';
comment on column indicators.speech.span_start is 'Offset of its first UTF-16 code unit in the version''s text.';
comment on column indicators.speech.span_end is 'Offset behind its last UTF-16 code unit.';
comment on column indicators.speech.title is 'Title, or null.';
comment on column indicators.speech.title_evidence is 'How the title is known: given, title, byline, text or file_name.';
comment on column indicators.speech.date is 'Day it was held, or null.';
comment on column indicators.speech.date_evidence is 'How the day is known.';
comment on column indicators.speech.year is 'Year it speaks in (今年), or null.';
comment on column indicators.speech.year_evidence is 'How the year is known.';
comment on column indicators.speech.place is 'Jurisdiction as named, or null.';
comment on column indicators.speech.place_evidence is 'How the place is known.';
comment on column indicators.speech.region_code is 'Code of the jurisdiction, or null.';
comment on column indicators.speech.region_evidence is 'How the region is known.';
comment on column indicators.speech.level is 'Level of government it speaks for.';
comment on column indicators.speech.speaker is 'Name of the speaker, or null.';
comment on column indicators.speech.office is 'Office of the speaker, or null.';
comment on column indicators.speech.sections is 'Outline: array of {start, end, heading, kind}, kind being unknown, review, goals, measures or furniture.';
comment on column indicators.speech.valid_from is 'When it became what readers see.';
comment on column indicators.speech.valid_to is 'When it was replaced or withdrawn; null while it is what readers see.';

create table indicators.copy (
  copy_id bigint generated always as identity primary key,
  document_id bigint not null references indicators.document (document_id),
  speech_number int not null check (speech_number > 0),
  original_document_id bigint not null references indicators.document (document_id),
  original_speech_number int not null check (original_speech_number > 0),
  kind text not null check (kind in ('exact', 'near', 'excerpt')),
  similarity numeric(5, 4) not null check (similarity > 0 and similarity <= 1),
  valid_from timestamptz not null,
  valid_to timestamptz,
  check ((document_id, speech_number) <> (original_document_id, original_speech_number)),
  check (valid_to > valid_from)
);
create unique index copy_current on indicators.copy (document_id, speech_number) where valid_to is null;
create index copy_document on indicators.copy (document_id, speech_number);
create index copy_original on indicators.copy (original_document_id, original_speech_number);
comment on table indicators.copy is 'Speeches that repeat another one. Their statements count once: with the original.';
comment on column indicators.copy.copy_id is 'Number of the row.';
comment on column indicators.copy.document_id is 'Document of the copy.';
comment on column indicators.copy.speech_number is 'Speech that is a copy.';
comment on column indicators.copy.original_document_id is 'Document of the original.';
comment on column indicators.copy.original_speech_number is 'Speech that is copied.';
comment on column indicators.copy.kind is 'exact (the same text), near (a few changes), excerpt (a part of it).';
comment on column indicators.copy.similarity is 'Share of the copy''s text that stands in the original, above 0 to 1.';
comment on column indicators.copy.valid_from is 'When it was found.';
comment on column indicators.copy.valid_to is 'When it ceased to hold; null while it holds.';
