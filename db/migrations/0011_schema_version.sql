-- Readiness is asked by those who may only read: which steps have run is no secret.
create view mart.schema_version as
select v.version, v.name, v.applied_at from indicators.schema_version v;
comment on view mart.schema_version is 'Steps of the schema that have run; the highest number is the version of the schema.';
comment on column mart.schema_version.version is 'Number of the step.';
comment on column mart.schema_version.name is 'File of the step.';
comment on column mart.schema_version.applied_at is 'When it ran.';
