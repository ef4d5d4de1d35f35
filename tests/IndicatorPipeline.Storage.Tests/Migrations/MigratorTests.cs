using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Migrations;
using IndicatorPipeline.Storage.Tests.Jobs;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Migrations;

public sealed class MigratorTests
{
    private static int Steps { get; } = Directory.GetFiles(Path.Combine(Repository.Root, "db", "migrations"), "*.sql").Length;

    [PostgresFact]
    public async Task A_fresh_database_gets_every_step_once()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var first = await new Migrator(database.Source).MigrateAsync();
        var second = await new Migrator(database.Source).MigrateAsync();

        Assert.Equal((0, Migrator.Latest), (first.From, first.To));
        Assert.Equal(Steps, first.Applied.Count);
        Assert.Empty(first.Warnings);
        Assert.Equal(Migrator.Latest, second.From);
        Assert.Empty(second.Applied);
    }

    [PostgresFact]
    public async Task Several_processes_may_migrate_at_once()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => new Migrator(database.Source).MigrateAsync())));

        Assert.Equal(Steps, reports.Sum(r => r.Applied.Count));
    }

    [PostgresFact]
    public async Task A_newer_schema_is_refused_with_what_to_do()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var connection = await database.Source.OpenConnectionAsync())
            await connection.ExecuteAsync("insert into indicators.schema_version (version, name, checksum) values (999, '0999_future.sql', 'x')");

        var migrating = await Assert.ThrowsAsync<SchemaVersionException>(() => new Migrator(database.Source).MigrateAsync());
        var looking = await Assert.ThrowsAsync<SchemaVersionException>(() => new Migrator(database.Source).EnsureCurrentAsync());

        Assert.Equal(999, migrating.Found);
        Assert.Equal(migrating.Message, looking.Message);
        Assert.Equal(
            $"database '{database.Name}' has schema version 999, this program knows {Migrator.Latest}: run the newer program that migrated it, or restore a backup from before",
            migrating.Message);
    }

    [PostgresFact]
    public async Task A_database_without_a_schema_is_named_as_such()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var exception = await Assert.ThrowsAsync<SchemaVersionException>(() => new Migrator(database.Source).EnsureCurrentAsync());
        Assert.Equal($"database '{database.Name}' has no schema yet: run 'indicators migrate'", exception.Message);
    }

    [PostgresFact]
    public async Task A_step_that_was_left_out_is_missed_and_made_up_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("delete from indicators.schema_version where version = 10");

        var looking = await Assert.ThrowsAsync<SchemaVersionException>(() => new Migrator(database.Source).EnsureCurrentAsync());
        var report = await new Migrator(database.Source).MigrateAsync();

        Assert.EndsWith("run 'indicators migrate'", looking.Message, StringComparison.Ordinal);
        Assert.Equal(["0010_common_sentences.sql"], report.Applied);
    }

    [PostgresFact]
    public async Task A_migration_that_ended_before_the_catalogue_was_in_is_noticed_and_made_up_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var migrator = new Migrator(database.Source);
        await database.Source.ExecuteAsync("delete from indicators.catalogue");

        var fault = await Assert.ThrowsAsync<SchemaVersionException>(() => migrator.EnsureStorableAsync());
        Assert.Equal($"database '{database.Name}' does not have the catalogue of this program's rules: run 'indicators migrate'", fault.Message);
        await migrator.MigrateAsync();
        await migrator.EnsureStorableAsync();
        // That of newer rules holds all that this program knows.
        await database.Source.ExecuteAsync("update indicators.catalogue set rules_version = rules_version + 1, checksum = 'newer'");
        await migrator.EnsureStorableAsync();
    }

    [PostgresFact]
    public async Task A_reader_can_tell_whether_the_schema_is_current()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var reader = Database.OpenReader(database.ConnectionString);
        await new Migrator(reader).EnsureCurrentAsync();
        await using var connection = await reader.OpenConnectionAsync();
        Assert.Equal(Migrator.Latest, await connection.ExecuteScalarAsync<int>("select max(version) from mart.schema_version"));
    }

    [PostgresFact]
    public async Task A_step_that_was_edited_after_it_ran_is_noticed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var connection = await database.Source.OpenConnectionAsync())
            await connection.ExecuteAsync("update indicators.schema_version set checksum = 'other' where version = 2");

        var exception = await Assert.ThrowsAsync<SchemaVersionException>(() => new Migrator(database.Source).MigrateAsync());
        Assert.Contains("0002_runs.sql", exception.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task The_catalogue_is_loaded_and_what_leaves_it_is_retired()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("""
            insert into indicators.indicator (code, position, name_zh, name_en, dimension, measures, aliases) values ('gone', 0, '旧', 'old', 'money', '{}', '{}');
            update indicators.catalogue set checksum = 'another catalogue'
            """);
        await new Migrator(database.Source).MigrateAsync();

        Assert.Equal(Catalog.Indicators.Count, await connection.ExecuteScalarAsync<int>("select count(*) from mart.indicator where not retired"));
        Assert.Equal(Catalog.Regions.Count, await connection.ExecuteScalarAsync<int>("select count(*) from mart.region where not retired"));
        Assert.True(await connection.ExecuteScalarAsync<bool>("select retired from mart.indicator where code = 'gone'"));
        Assert.Equal("gdp", await connection.ExecuteScalarAsync<string>("select parent from mart.indicator where code = 'gdp.tertiary'"));
        Assert.Equal("less", await connection.ExecuteScalarAsync<string>("select desired from mart.indicator where code = 'prices.cpi'"));
    }

    [PostgresFact]
    public async Task Every_table_view_and_column_says_what_it_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        var silent = await connection.QueryAsync<string>("""
            select c.relnamespace::regnamespace || '.' || c.relname || coalesce('.' || a.attname, '')
            from pg_class c
            left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace::regnamespace::text in ('indicators', 'mart') and c.relkind in ('r', 'v', 'p')
              and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)
            """);
        Assert.Empty(silent);
    }

    [PostgresFact]
    public async Task A_user_who_may_not_create_roles_can_migrate_and_is_told()
    {
        await using var cluster = await PostgresCluster.StartOwnAsync();
        await using var database = await TestDatabase.CreateEmptyAsync(cluster);
        await using (var connection = await database.Source.OpenConnectionAsync())
            await connection.ExecuteAsync($"create role plain login; grant create on database {database.Name} to plain");
        var asPlain = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "plain" };
        await using var plain = Database.Open(asPlain.ConnectionString);

        var report = await new Migrator(plain).MigrateAsync();

        Assert.Equal(Steps, report.Applied.Count);
        Assert.Equal(3, report.Warnings.Count);
        Assert.Equal(
            "role indicators_migrator is missing and this user may not create it: have an administrator run 'create role indicators_migrator nologin' and migrate again",
            report.Warnings[0]);
    }
}
