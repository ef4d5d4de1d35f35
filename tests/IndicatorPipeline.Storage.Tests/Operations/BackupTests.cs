using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Migrations;
using IndicatorPipeline.Testing;
using Npgsql;

namespace IndicatorPipeline.Storage.Tests.Operations;

public sealed class BackupTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("indicators-backup-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [PostgresFact]
    public async Task A_backup_brings_everything_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report(5.2m));
        await database.SaveAsync(Report(5.4m));
        var file = Path.Combine(directory, "a.dump");
        var backup = (await BackupAsync(database, file)).OutputOrThrow();
        Assert.Contains("1 documents, 2 observations", backup, StringComparison.Ordinal);
        Assert.Contains("restored on trial", backup, StringComparison.Ordinal);

        await using var target = await TestDatabase.CreateEmptyAsync();
        (await RestoreAsync(target, file)).OutputOrThrow();

        await new Migrator(target.Source).EnsureCurrentAsync();
        Assert.Equal(await RowsAsync(database), await RowsAsync(target));
        // It goes on living: rights, defaults and identities are there.
        Assert.Equal((1, 1), (await target.SaveAsync(Report(5.6m))) is var saved ? (saved.Added, saved.Closed) : default);
        await using var reader = Database.OpenReader(target.ConnectionString);
        await using var connection = await reader.OpenConnectionAsync();
        Assert.Equal(5.6m, await connection.ExecuteScalarAsync<decimal>("select low from mart.observation"));
    }

    [PostgresFact]
    public async Task A_full_database_is_replaced_only_when_told_and_kept()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report(5.2m));
        var file = Path.Combine(directory, "a.dump");
        (await BackupAsync(database, file)).OutputOrThrow();
        await database.SaveAsync(Report(9.9m));
        NpgsqlConnection.ClearAllPools();

        var refused = await RestoreAsync(database, file);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("say --replace", refused.Errors, StringComparison.Ordinal);

        database.Source.Clear();
        var replaced = (await RestoreAsync(database, file, "--replace")).OutputOrThrow();
        var kept = replaced.Split('\'').First(word => word.Contains("_before_", StringComparison.Ordinal));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(5.2m, await connection.ExecuteScalarAsync<decimal>("select low from mart.observation"));
        await connection.ExecuteAsync($"drop database \"{kept}\"");
    }

    [PostgresFact]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var file = Path.Combine(directory, "broken.dump");
        await File.WriteAllTextAsync(file, "not a backup");
        var result = await RestoreAsync(database, file);
        Assert.Equal((1, $"restore: {file} is no backup of scripts/backup, or is damaged"), (result.ExitCode, result.Errors.Trim()));
    }

    private static ReportBuilder Report(decimal growth) =>
        new ReportBuilder("r", "370000", 2025).State($"增长{growth}%。", $"{growth}%", "gdp", growth, Status.Actual, 2024);

    private static Task<ScriptResult> BackupAsync(TestDatabase database, string file) =>
        Script.RunAsync("scripts/backup", [file], Environment(database));

    private static Task<ScriptResult> RestoreAsync(TestDatabase database, string file, params string[] more) =>
        Script.RunAsync("scripts/restore", [file, .. more], Environment(database));

    private static Dictionary<string, string?> Environment(TestDatabase database) =>
        new() { ["ConnectionStrings__Indicators"] = database.ConnectionString };

    private static async Task<string?> RowsAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<string>("select string_agg(h::text, '|' order by observation_id) from mart.observation_history h");
    }
}
