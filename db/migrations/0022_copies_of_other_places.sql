-- A speech of another place is no copy, however alike: those that were taken for one are settled again.
insert into indicators.unsettled (document_id, since)
select f.document_id, clock_timestamp()
from (
  select distinct c.document_id
  from indicators.copy c
  join indicators.speech s on s.document_id = c.document_id and s.number = c.speech_number and s.valid_to is null
  join indicators.speech o on o.document_id = c.original_document_id and o.number = c.original_speech_number and o.valid_to is null
  where c.valid_to is null and s.region_code <> o.region_code
) f
on conflict do nothing;
