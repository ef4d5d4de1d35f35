using Npgsql;
using Quartz;

namespace IndicatorPipeline.Jobs.Scheduling.Quartz;

/// <summary>Quartz over PostgreSQL as a cluster: workers know each other by the database only.</summary>
internal sealed class QuartzEngine(ISchedulerFactory factory, NpgsqlDataSource database, RunningRequests running, TimeProvider clock) : IJobEngine
{
    /// <summary>Schema of the engine's own tables.</summary>
    public const string Schema = "jobs";

    private const string RecurringGroup = "recurring";

    private IScheduler? _scheduler;

    public async Task StartAsync(IReadOnlyList<RecurringJob> recurring, CancellationToken cancellationToken)
    {
        await CreateSchemaAsync(cancellationToken);
        _scheduler = await factory.GetScheduler(cancellationToken);
        foreach (var job in recurring)
        {
            await StoreAsync(_scheduler, job, cancellationToken);
        }

        await _scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is not null)
        {
            await _scheduler.Standby(cancellationToken);
            await running.StopAsync();
            await _scheduler.Shutdown(true, cancellationToken);
        }
    }

    public async Task<DateTimeOffset?> NextAsync(string name, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        return (await scheduler.GetTrigger(new TriggerKey(name, RecurringGroup), cancellationToken))?.NextFireTimeUtc;
    }

    /// <summary>
    /// Stores what recurs unless it is stored as it is: a trigger that was replaced at every start would forget the nights that were missed.
    /// </summary>
    private async Task StoreAsync(IScheduler scheduler, RecurringJob recurring, CancellationToken cancellationToken)
    {
        var key = new TriggerKey(recurring.Request.Name, RecurringGroup);
        var job = JobBuilder.Create<ExclusiveQuartzJob>()
            .WithIdentity(key.Name, key.Group)
            .UsingJobData(QuartzJob.Name, recurring.Request.Name)
            .UsingJobData(QuartzJob.Arguments, recurring.Request.Arguments)
            .RequestRecovery(true)
            .StoreDurably(true)
            .Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);

        var (schedule, description) = Schedule(recurring);
        var stored = await scheduler.GetTrigger(key, cancellationToken);
        if (stored?.Description == description)
        {
            return;
        }

        var trigger = TriggerBuilder.Create(clock)
            .WithIdentity(key)
            .ForJob(job)
            .WithDescription(description)
            .WithSchedule(schedule)
            .StartNow()
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }

    private static (IScheduleBuilder Schedule, string Description) Schedule(RecurringJob recurring) => recurring switch
    {
        RecurringJob.ByClock(_, var cron) => (
            CronScheduleBuilder.Create(cron.Expression, CronFormat.Unix).InTimeZone(cron.TimeZone)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed),
            cron.ToString()),
        RecurringJob.Every(_, var interval) => (
            SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount),
            $"every {interval:c}"),
        _ => throw new InvalidOperationException($"unknown kind of recurrence: {recurring}"),
    };

    private async Task CreateSchemaAsync(CancellationToken cancellationToken)
    {
        // Under a lock, because two workers that start together would both find it missing.
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            select pg_advisory_xact_lock(hashtextextended('{Schema}', 0));
            select to_regnamespace('{Schema}') is null;
            """;
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.NextResultAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            // The migration makes it; one that ran before that was so leaves it to whoever may.
            if (!reader.GetBoolean(0)) return;
        }

        command.CommandText = $"create schema {Schema}";
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
