using Dapper;
using Npgsql;

namespace IndicatorPipeline.Storage.Migrations;

/// <summary>Brings a database to the schema of this program: forward only, one step a transaction, one process at a time.</summary>
public sealed class Migrator(NpgsqlDataSource database)
{
    // Chosen at random once; every program that migrates this schema takes it.
    private const long AdvisoryLock = 0x1d1ca702_5eed_0001;

    /// <summary>Version of the schema that this program works with.</summary>
    public static int Latest => Migration.All[^1].Version;

    /// <summary>
    /// Applies the steps that are missing, loads the catalogue and grants the roles their rights. Waits while another process
    /// migrates. Safe to repeat.
    /// </summary>
    /// <exception cref="SchemaVersionException">The database's schema is newer than this program, or was made by other steps.</exception>
    public async Task<MigrationReport> MigrateAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@AdvisoryLock)", new { AdvisoryLock }, commandTimeout: 0,
            cancellationToken: cancellation));
        try
        {
            var warnings = await Roles.CreateAsync(connection, cancellation);
            var applied = await AppliedAsync(connection, "indicators", cancellation);
            RefuseNewer(connection, applied);
            var from = applied.LastOrDefault();
            await BecomeOwnerAsync(connection, from, cancellation);
            await CheckUneditedAsync(connection, from, cancellation);
            var missing = Migration.All.Where(migration => !applied.Contains(migration.Version)).ToList();
            foreach (var migration in missing)
                await ApplyAsync(connection, migration, cancellation);
            await CatalogueLoader.LoadAsync(connection, cancellation);
            await Roles.GrantAsync(connection, cancellation);
            return new MigrationReport(from, Latest, [.. missing.Select(m => m.Name)], warnings);
        }
        finally
        {
            await ReleaseAsync(connection);
        }
    }

    /// <summary>Only looks, with the rights of a reader: whether the database has the schema of this program.</summary>
    /// <exception cref="SchemaVersionException">It has an older one, a newer one or none.</exception>
    public async Task EnsureCurrentAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await EnsureCurrentAsync(connection, cancellation);
    }

    /// <summary>
    /// Only looks, with the rights of a writer: whether the database has the schema and the catalogue of this program. A migration that was cut
    /// short, or a program whose rules know more than the one that migrated, would else fail with every document.
    /// </summary>
    /// <exception cref="SchemaVersionException">It lacks one of them, or is of a newer program.</exception>
    public async Task EnsureStorableAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await EnsureCurrentAsync(connection, cancellation);
        if (!await CatalogueLoader.IsLoadedAsync(connection, cancellation)) throw SchemaVersionException.NoCatalogue(connection.Database, Latest);
    }

    private static async Task EnsureCurrentAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var applied = await AppliedAsync(connection, "mart", cancellation);
        // Before step 11 only the table told.
        if (applied.Count == 0) applied = await AppliedAsync(connection, "indicators", cancellation);
        RefuseNewer(connection, applied);
        if (Migration.All.Any(migration => !applied.Contains(migration.Version)))
            throw SchemaVersionException.Older(connection.Database, applied.LastOrDefault(), Latest);
    }

    private static void RefuseNewer(NpgsqlConnection connection, IReadOnlyList<int> applied)
    {
        if (applied.LastOrDefault() is var found && found > Latest) throw SchemaVersionException.Newer(connection.Database, found, Latest);
    }

    /// <summary>Numbers of the steps that have run, in order; empty for a database without a schema.</summary>
    private static async Task<IReadOnlyList<int>> AppliedAsync(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        const string Exists = "select exists (select from pg_class where relname = 'schema_version' and relnamespace = to_regnamespace(@schema))";
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(Exists, new { schema }, cancellationToken: cancellation))) return [];
        var command = new CommandDefinition($"select version from {schema}.schema_version order by version", cancellationToken: cancellation);
        return (await connection.QueryAsync<int>(command)).AsList();
    }

    /// <summary>What migrations make belongs to one role for ever, whoever of its members runs them.</summary>
    private static async Task BecomeOwnerAsync(NpgsqlConnection connection, int from, CancellationToken cancellation)
    {
        const string Sql = """
            select
              (select nspowner::regrole::text from pg_namespace where nspname = 'indicators') as owner,
              current_user::text as "user",
              exists (select from pg_roles where rolname = 'indicators_migrator' and pg_has_role(oid, 'member')) as migrator,
              has_database_privilege(case when exists (select from pg_roles where rolname = 'indicators_migrator') then 'indicators_migrator' else current_user end, current_database(), 'create') as may_create
            """;
        var (owner, user, migrator, mayCreate) = await connection.QuerySingleAsync<(string? Owner, string User, bool Migrator, bool MayCreate)>(
            new CommandDefinition(Sql, cancellationToken: cancellation));
        owner ??= migrator && mayCreate ? Database.MigratorRole : user;
        if (owner == user) return;
        try
        {
            const string SetRole = "select set_config('role', @owner, false)";
            await connection.ExecuteAsync(
                new CommandDefinition(SetRole, new { owner = owner.Trim('"') }, cancellationToken: cancellation));
        }
        catch (PostgresException e) when (e.SqlState == SqlStates.InsufficientPrivilege)
        {
            throw SchemaVersionException.Owned(owner, user, from, Latest);
        }
    }

    private static async Task CheckUneditedAsync(NpgsqlConnection connection, int from, CancellationToken cancellation)
    {
        if (from == 0) return;
        const string Sql = "select version, checksum from indicators.schema_version order by version";
        var steps = await connection.QueryAsync<(int Version, string Checksum)>(new CommandDefinition(Sql, cancellationToken: cancellation));
        foreach (var (version, checksum) in steps)
        {
            // A step that this program does not know is one of a branch that was never part of it.
            var migration = Migration.All.FirstOrDefault(step => step.Version == version)
                ?? throw SchemaVersionException.Newer(connection.Database, version, Latest);
            if (migration.Checksum != checksum)
                throw SchemaVersionException.Edited(connection.Database, migration, Latest);
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (migration.Version == 1) await CreateSchemaAsync(connection, cancellation);
        await connection.ExecuteAsync(new CommandDefinition(migration.Sql, commandTimeout: 0, cancellationToken: cancellation));
        const string Sql = "insert into indicators.schema_version (version, name, checksum) values (@Version, @Name, @Checksum)";
        var command = new CommandDefinition(Sql, new { migration.Version, migration.Name, migration.Checksum }, cancellationToken: cancellation);
        await connection.ExecuteAsync(command);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task CreateSchemaAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string Sql = """
            create schema if not exists indicators;
            create table indicators.schema_version (
              version int primary key,
              name text not null,
              checksum text not null,
              applied_at timestamptz not null default clock_timestamp(),
              applied_by text not null default session_user
            );
            comment on table indicators.schema_version is 'Steps of the schema that have run.';
            comment on column indicators.schema_version.version is 'Number of the step.';
            comment on column indicators.schema_version.name is 'File of the step.';
            comment on column indicators.schema_version.checksum is 'SHA-256 of the step as it ran.';
            comment on column indicators.schema_version.applied_at is 'When it ran.';
            comment on column indicators.schema_version.applied_by is 'User who ran it.';
            """;
        await connection.ExecuteAsync(new CommandDefinition(Sql, cancellationToken: cancellation));
    }

    private static async Task ReleaseAsync(NpgsqlConnection connection)
    {
        // A broken connection has lost the lock already. The caller's token may be the reason we are here, so it is not used.
        if (connection.FullState != System.Data.ConnectionState.Open) return;
        await connection.ExecuteAsync("reset role; select pg_advisory_unlock_all()");
    }
}
