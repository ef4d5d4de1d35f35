namespace IndicatorPipeline.Testing;

/// <summary>
/// Makes a schedule late. Either job engine keeps the next time in tables of its own; those of the one that is not built in do not exist.
/// </summary>
public static class LateSchedule
{
    /// <summary>The statement after which the next scan was due so many days before its time: from one on, it is due now.</summary>
    public static string ByDays(int days) => FormattableString.Invariant($"""
        do $do$
        begin
            if to_regclass('jobs.qrtz_triggers') is not null then
                update jobs.qrtz_triggers set next_fire_time = next_fire_time - {days} * 24 * 3600 * 10000000::bigint where trigger_name = 'scan-sources';
            else
                update jobs.hash set value = to_char((value::timestamptz - interval '{days} days') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                where key = 'recurring-job:scan-sources' and field in ('NextExecution', 'LastExecution', 'CreatedAt');
                update jobs.set set score = score - {days} * 24 * 3600 where key = 'recurring-jobs' and value = 'scan-sources';
            end if;
        end
        $do$
        """);
}
