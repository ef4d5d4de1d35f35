using Microsoft.Extensions.Logging;
using Quartz;

namespace IndicatorPipeline.Jobs.Scheduling.Quartz;

/// <summary>A job of which one at a time runs in the whole cluster.</summary>
[DisallowConcurrentExecution]
internal sealed class ExclusiveQuartzJob(JobRunner runner, ILogger<QuartzJob> logger) : QuartzJob(runner, logger);
