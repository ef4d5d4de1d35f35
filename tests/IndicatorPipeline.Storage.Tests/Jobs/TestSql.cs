using Dapper;
using Npgsql;

namespace IndicatorPipeline.Storage.Tests.Jobs;

/// <summary>One statement, one value.</summary>
internal static class TestSql
{
    public static async Task<string> QueryAsync(this NpgsqlDataSource database, string sql)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<string>(sql) ?? "";
    }

    public static async Task ExecuteAsync(this NpgsqlDataSource database, string sql)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
