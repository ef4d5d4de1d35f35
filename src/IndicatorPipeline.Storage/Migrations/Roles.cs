using Dapper;
using Npgsql;

namespace IndicatorPipeline.Storage.Migrations;

/// <summary>The three roles: one owns, one writes, one reads. They cannot log in; a database's users are made members of them.</summary>
internal static class Roles
{
    /// <summary>Creates the roles that are missing, where the user may; returns a line for each that could not be made.</summary>
    public static async Task<IReadOnlyList<string>> CreateAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var warnings = new List<string>();
        foreach (var role in (string[])[Database.MigratorRole, Database.WriterRole, Database.ReaderRole])
        {
            if (await CreateAsync(connection, role, cancellation) is { } warning) warnings.Add(warning);
        }

        if (warnings.Count == 0) await GrantDatabaseAsync(connection, cancellation);
        return warnings;
    }

    /// <summary>Gives the roles that exist exactly the rights they need. Repeated at every migration, so that new tables are covered.</summary>
    public static async Task GrantAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string Sql = """
            do $$
            begin
              if exists (select from pg_roles where rolname = 'indicators_writer') then
                grant usage on schema indicators, mart to indicators_writer;
                grant select on all tables in schema indicators to indicators_writer;
                grant select on all tables in schema mart to indicators_writer;
                grant insert, update on indicators.run, indicators.failure, indicators.document to indicators_writer;
                grant delete on indicators.run, indicators.failure, indicators.refusal to indicators_writer;
                grant insert, update, delete on indicators.unsettled, indicators.fingerprint, indicators.likeness to indicators_writer;
                grant usage on sequence indicators.speech_speech_id_seq, indicators.sentence_sentence_id_seq to indicators_writer;
                grant insert on indicators.document_version, indicators.sentence, indicators.unit, indicators.extraction, indicators.refusal to indicators_writer;
                grant update (reader_version, folded_hash, published_on, published_by, published_site, canonical_uri, apart, warnings) on indicators.document_version to indicators_writer;
                grant update (run_id) on indicators.extraction to indicators_writer;
                -- What was once visible is never rewritten, only closed.
                grant insert, update (valid_to) on indicators.speech, indicators.observation, indicators.copy, indicators.target_outcome to indicators_writer;
                -- The job engine makes its own tables in a schema of its own: workers need no right to make schemas. One that a worker made before is its own.
                if to_regnamespace('jobs') is null and has_database_privilege(current_database(), 'create') then
                  create schema jobs;
                end if;
                if exists (select from pg_namespace where nspname = 'jobs' and pg_has_role(nspowner, 'usage')) then
                  grant usage, create on schema jobs to indicators_writer;
                end if;
              end if;
              if exists (select from pg_roles where rolname = 'indicators_reader') then
                grant usage on schema mart to indicators_reader;
                grant select on all tables in schema mart to indicators_reader;
              end if;
            end $$
            """;
        await connection.ExecuteAsync(new CommandDefinition(Sql, cancellationToken: cancellation));
    }

    private static async Task<string?> CreateAsync(NpgsqlConnection connection, string role, CancellationToken cancellation)
    {
        const string Exists = "select exists (select from pg_roles where rolname = @role)";
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(Exists, new { role }, cancellationToken: cancellation))) return null;
        try
        {
            await connection.ExecuteAsync(new CommandDefinition($"create role {role} nologin", cancellationToken: cancellation));
            return null;
        }
        catch (PostgresException e) when (e.SqlState is SqlStates.DuplicateObject or SqlStates.UniqueViolation)
        {
            // Roles belong to the whole server: a migration of another database made it at the same moment.
            return null;
        }
        catch (PostgresException e) when (e.SqlState == SqlStates.InsufficientPrivilege)
        {
            return $"role {role} is missing and this user may not create it: have an administrator run 'create role {role} nologin' and migrate again";
        }
    }

    private static async Task GrantDatabaseAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string Sql = """
            do $$
            begin
              if pg_has_role((select datdba from pg_database where datname = current_database()), 'member')
                and not has_database_privilege('indicators_migrator', current_database(), 'create') then
                execute format('grant connect, create, temporary on database %I to indicators_migrator', current_database());
                execute format('grant connect, temporary on database %I to indicators_writer', current_database());
                execute format('grant connect on database %I to indicators_reader', current_database());
              end if;
            end $$
            """;
        await connection.ExecuteAsync(new CommandDefinition(Sql, cancellationToken: cancellation));
    }
}
