using IndicatorPipeline.Jobs.Scheduling;

namespace IndicatorPipeline.Jobs;

/// <summary>Points in time, as a cron expression in a time zone. Checked when made.</summary>
public sealed record CronSchedule
{
    private CronSchedule(string expression, TimeZoneInfo timeZone)
    {
        Expression = expression;
        TimeZone = timeZone;
    }

    /// <summary>Five fields as in a crontab (minute, hour, day of month, month, day of week).</summary>
    public string Expression { get; }

    /// <summary>The zone whose clock the fields speak of.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <exception cref="BadConfigurationException">The expression or the zone has no meaning.</exception>
    public static CronSchedule Parse(string expression, string timeZone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
        {
            throw new BadConfigurationException($"there is no time zone '{timeZone}' (Indicators__TimeZone); give an IANA name, as Asia/Shanghai, and see that tzdata is installed");
        }

        if (CronFields.Fault(expression) is { } fault)
        {
            throw new BadConfigurationException($"'{expression}' is no schedule (Indicators__Cron): {fault}; write five fields, as '0 2 * * *' for every night at two");
        }

        return new CronSchedule(expression, zone);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Expression} {TimeZone.Id}";
}
