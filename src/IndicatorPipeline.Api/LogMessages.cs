namespace IndicatorPipeline.Api;

/// <summary>Every log line of the API.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} ended with status {Status}")]
    public static partial void RequestFailed(this ILogger log, Exception exception, string method, string path, int status);

    [LoggerMessage(2, LogLevel.Warning, "The stream of {Path} broke off after {Rows} rows; the connection was closed so that the client can tell")]
    public static partial void StreamBroken(this ILogger log, Exception exception, string path, long rows);

    [LoggerMessage(3, LogLevel.Error, "{Method} {Path} was answered with 503: {Reason}")]
    public static partial void DatabaseFailed(this ILogger log, string method, string path, string reason);
}
