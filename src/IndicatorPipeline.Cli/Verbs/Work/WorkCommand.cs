using System.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Work;

/// <summary><c>work</c>: the job server.</summary>
internal static class WorkCommand
{
    public static Command Create()
    {
        var sources = new Option<string[]>("--source")
        {
            Description = "A folder, file, pattern or address that the nightly scan reads; may be repeated (Indicators__Sources)",
        };
        var cron = new Option<string?>("--cron") { Description = "When to scan, five fields; '0 2 * * *' if not given (Indicators__Cron)" };
        var timeZone = new Option<string?>("--time-zone") { Description = "Whose clock that is; Asia/Shanghai if not given (Indicators__TimeZone)" };
        var healthPort = new Option<string?>("--health-port") { Description = "Port on 127.0.0.1 for /healthz and /readyz (Indicators__HealthPort)" };
        var log = new Option<string>("--log") { Description = "text or json", DefaultValueFactory = _ => "text" };
        var command = new Command("work",
            "Work until stopped: scan the sources every night, extract, retry. Start as many as you like, on any host.")
        {
            sources, cron, timeZone, healthPort, log,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var typed = new WorkArguments(
                parsed.GetValue(sources) ?? [],
                parsed.GetValue(cron),
                parsed.GetValue(timeZone),
                parsed.GetValue(healthPort),
                parsed.GetValue(log)!);
            return WorkVerb.RunAsync(WorkRequest.From(typed), cancellationToken);
        });
        return command;
    }
}
