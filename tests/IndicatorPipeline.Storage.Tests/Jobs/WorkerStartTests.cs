using IndicatorPipeline.Extraction;
using IndicatorPipeline.Testing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IndicatorPipeline.Storage.Tests.Jobs;

public sealed class WorkerStartTests
{
    [PostgresFact]
    public async Task A_worker_comes_up_although_its_engine_found_no_connection_left()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RegisterAsync(new SourceDocument { Id = "r", Text = "2024年，全县地区生产总值完成105亿元。" });
        // One connection is enough for all that comes before the engine.
        var role = $"{database.Name}_worker";
        await database.Source.ExecuteAsync($"create role {role} login connection limit 1 in role {Database.WriterRole}");
        try
        {
            using var told = new Waiting(() => database.Source.ExecuteAsync($"alter role {role} connection limit -1").GetAwaiter().GetResult());
            var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Options = $"-c role={Database.WriterRole}" };
            await WorkerRun.UntilNothingWaitsAsync(database, connection.ConnectionString, logging => logging.AddProvider(told));

            Assert.True(told.IsDone);
            Assert.Equal("1", await database.Source.QueryAsync("select count(*)::text from mart.observation"));
        }
        finally
        {
            await database.Source.ExecuteAsync($"drop owned by {role}; drop role {role}");
        }
    }

    // Hears the worker say that it waits for the database.
    private sealed class Waiting(Action hear) : ILoggerProvider, ILogger
    {
        private Action? _hear = hear;

        public bool IsDone => Volatile.Read(ref _hear) is null;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception);
            if (text.StartsWith("the worker waits for the database", StringComparison.Ordinal)) Interlocked.Exchange(ref _hear, null)?.Invoke();
        }

        public void Dispose()
        {
        }
    }
}
