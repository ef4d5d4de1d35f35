-- The same rules read otherwise with another number reader (a switch of the build). Until now every document was read by our own.
alter table indicators.document add current_number_reader text default 'own';
alter table indicators.document alter current_number_reader drop default;
comment on column indicators.document.current_number_reader is 'Number reader of the program that read the current version: own or recognizers.';

alter table indicators.extraction add number_reader text not null default 'own';
alter table indicators.extraction alter number_reader drop default;
comment on column indicators.extraction.number_reader is 'Number reader of the program that read it: own or recognizers.';
