using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Configuration;
using IndicatorPipeline.Jobs;

namespace IndicatorPipeline.Cli.Verbs.Work;

/// <summary>What was meant.</summary>
/// <param name="Options">How to work.</param>
/// <param name="ConnectionString">The database.</param>
/// <param name="JsonLog">Whether log lines are JSON.</param>
internal sealed record WorkRequest(JobOptions Options, string ConnectionString, bool JsonLog)
{
    /// <exception cref="CommandFailedException">An argument has no meaning.</exception>
    /// <exception cref="BadConfigurationException">A configured value has no meaning.</exception>
    public static WorkRequest From(WorkArguments typed)
    {
        var json = typed.Log switch
        {
            "text" => false,
            "json" => true,
            _ => throw new CommandFailedException($"unknown log '{typed.Log}'; --log is text or json", ExitCode.Usage),
        };
        var configuration = ProgramConfiguration.Read(Settings(typed));
        return new WorkRequest(JobOptions.Read(configuration), ProgramConfiguration.ConnectionString(configuration), json);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(WorkArguments typed)
    {
        (string Key, string? Value)[] settings =
        [
            ("Cron", typed.Cron),
            ("TimeZone", typed.TimeZone),
            ("HealthPort", typed.HealthPort),
            ("Sources", typed.Sources.Count == 0 ? null : string.Join(';', typed.Sources)),
        ];
        return settings.Where(setting => setting.Value is not null)
            .Select(setting => KeyValuePair.Create($"Indicators:{setting.Key}", setting.Value));
    }
}
