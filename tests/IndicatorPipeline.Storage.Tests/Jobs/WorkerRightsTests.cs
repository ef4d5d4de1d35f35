using IndicatorPipeline.Extraction;
using IndicatorPipeline.Testing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IndicatorPipeline.Storage.Tests.Jobs;

public sealed class WorkerRightsTests
{
    [PostgresFact]
    public async Task A_worker_needs_no_more_than_the_writers_rights()
    {
        await using var database = await TestDatabase.CreateAsync();
        // Stored, and never handed out: the sweep of the worker extracts it.
        await database.RegisterAsync(new SourceDocument { Id = "r", Text = "2024年，全县地区生产总值完成105亿元。" });
        var writer = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = $"-c role={Database.WriterRole}" }.ConnectionString;

        await WorkerRun.UntilNothingWaitsAsync(database, writer, logging => logging.SetMinimumLevel(LogLevel.None));

        Assert.Equal("1", await database.Source.QueryAsync("select count(*)::text from mart.observation"));
        Assert.Equal(Database.WriterRole, await database.Source.QueryAsync("select distinct tableowner from pg_tables where schemaname = 'jobs'"));
    }
}
