using Quartz;

namespace IndicatorPipeline.Jobs.Scheduling.Quartz;

/// <summary>The queue as rows of the engine's tables.</summary>
internal sealed class QuartzQueue(ISchedulerFactory factory) : IJobQueue
{
    public async Task EnqueueAsync(JobRequest request, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        // Recovery: if the process that carries it out dies, another one gets it.
        var job = JobBuilder.Create<QuartzJob>()
            .WithIdentity(Guid.CreateVersion7().ToString("n"), request.Name)
            .UsingJobData(QuartzJob.Name, request.Name)
            .UsingJobData(QuartzJob.Arguments, request.Arguments)
            .RequestRecovery(true)
            .Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity(job.Key.Name, job.Key.Group)
            .ForJob(job)
            .StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
    }

    public async Task<bool> HasPendingAsync(string name, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        var jobs = await scheduler.QueryJobs(new JobQuery { Group = GroupMatcher<JobKey>.GroupEquals(name) }, cancellationToken);
        return jobs.Items.Count > 0;
    }
}
