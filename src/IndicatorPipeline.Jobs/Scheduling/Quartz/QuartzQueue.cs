using Npgsql;
using Quartz;

namespace IndicatorPipeline.Jobs.Scheduling.Quartz;

/// <summary>The queue as rows of the engine's tables.</summary>
internal sealed class QuartzQueue(ISchedulerFactory factory, NpgsqlDataSource database, RunningRequests running, TimeProvider clock) : IJobQueue
{
    public async Task EnqueueAsync(JobRequest request, CancellationToken cancellationToken)
    {
        var scheduler = await SchedulerAsync(cancellationToken);
        // Recovery: if the process that carries it out dies, another one gets it.
        var job = JobBuilder.Create<QuartzJob>()
            .WithIdentity(Guid.CreateVersion7().ToString("n"), request.Name)
            .UsingJobData(QuartzJob.Name, request.Name)
            .UsingJobData(QuartzJob.Arguments, request.Arguments)
            .RequestRecovery(true)
            .Build();
        var trigger = TriggerBuilder.Create(clock)
            .WithIdentity(job.Key.Name, job.Key.Group)
            .ForJob(job)
            .StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
    }

    public async Task<bool> HasPendingAsync(string name, CancellationToken cancellationToken)
    {
        // A request that the engine has given up is stored for ever: nobody is to wait for it.
        const string Sql = $"""
            select exists (select from {QuartzEngine.Schema}.qrtz_triggers where trigger_group = $1 and trigger_state <> 'ERROR')
              or exists (select from {QuartzEngine.Schema}.qrtz_fired_triggers where job_group = $1)
            """;
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = name });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<IScheduler> SchedulerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await factory.GetScheduler(cancellationToken);
        }
        catch (SchedulerException) when (running.Stopping.IsCancellationRequested)
        {
            // The engine is shut down already: whoever hands in work now is stopped himself, and taken over by another worker.
            throw new OperationCanceledException("the worker ends");
        }
    }
}
