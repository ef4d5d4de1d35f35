namespace IndicatorPipeline.Api;

/// <summary>Every log line of the API.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} ended with status {Status}")]
    public static partial void RequestFailed(this ILogger log, Exception exception, string method, string path, int status);

    [LoggerMessage(2, LogLevel.Information, "Serving the API and the page at {Address}")]
    public static partial void Serving(this ILogger log, string address);

    [LoggerMessage(3, LogLevel.Warning, "The stream of {Path} broke off after {Rows} rows; the connection was closed so that the client can tell")]
    public static partial void StreamBroken(this ILogger log, Exception exception, string path, long rows);
}
