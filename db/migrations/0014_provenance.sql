-- What sources say beside the text, and which rules a failure met: newer ones are another try. Nullable columns and views only.
alter table indicators.document_version
  add published_on text,
  add published_by text,
  add published_site text,
  add canonical_uri text,
  add apart jsonb check (jsonb_typeof(apart) = 'array'),
  add warnings text[];
comment on column indicators.document_version.published_on is 'Day of publication in the words of the page or file, or null; of a copy site it says nothing of the speech.';
comment on column indicators.document_version.published_by is 'Author or source (来源) in the words of the page or file, or null.';
comment on column indicators.document_version.published_site is 'Name of the site in the words of the page, or null.';
comment on column indicators.document_version.canonical_uri is 'Address that the page calls its own, or null.';
comment on column indicators.document_version.apart is 'Texts that belong to the document but not to its body: array of {kind, text}, kind being footnote, endnote, comment, head or foot. Null if there are none.';
comment on column indicators.document_version.warnings is 'What a reader of the text should know, one line each: pages without text, bytes that could not be decoded. Null for a document read without loss.';

alter table indicators.failure add rules_version int check (rules_version > 0);
comment on column indicators.failure.rules_version is 'Version of the engine''s rules that met it; null before it was kept.';

create or replace view mart.document as
select d.document_id, d.name as document, d.source, d.path, d.uri, d.registered_at, d.last_seen_at, d.gone_at,
  v.version_id, v.retrieved_at, encode(v.content_hash, 'hex') as content_hash, v.media_type, v.encoding, v.byte_length, v.text_length, v.title, v.text,
  d.current_rules_version as rules_version, d.saved_at,
  d.latest_version_id is distinct from d.current_version_id as pending,
  v.published_on, v.published_by, v.published_site, v.canonical_uri, v.apart, v.warnings
from indicators.document d
left join indicators.document_version v on v.version_id = d.current_version_id and v.document_id = d.document_id;

create or replace view mart.document_version as
select v.version_id, v.document_id, d.name as document, v.retrieved_at, encode(v.content_hash, 'hex') as content_hash, v.media_type, v.encoding, v.byte_length,
  v.text_length, v.title, v.text, v.version_id = d.current_version_id as current,
  v.published_on, v.published_by, v.published_site, v.canonical_uri, v.apart, v.warnings
from indicators.document_version v
join indicators.document d on d.document_id = v.document_id;

do $$
declare
  line record;
begin
  for line in
    select t.view_name, a.attname, col_description(a.attrelid, a.attnum) as meaning
    from pg_attribute a
    cross join (values ('document'), ('document_version')) as t (view_name)
    where a.attrelid = 'indicators.document_version'::regclass
      and a.attname in ('published_on', 'published_by', 'published_site', 'canonical_uri', 'apart', 'warnings')
  loop
    execute format('comment on column mart.%I.%I is %L', line.view_name, line.attname, line.meaning);
  end loop;
end $$;
