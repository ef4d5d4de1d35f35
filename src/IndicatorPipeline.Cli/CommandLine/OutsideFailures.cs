using IndicatorPipeline.Jobs;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Migrations;

namespace IndicatorPipeline.Cli.CommandLine;

/// <summary>
/// Says in one line what failed outside the program: files, disks, the database, its configuration. What it does not know is a fault of the
/// program and stays an exception.
/// </summary>
internal static class OutsideFailures
{
    public static string? TryExplain(Exception exception) => exception switch
    {
        UnauthorizedAccessException => $"{exception.Message.TrimEnd('.')}; check its permissions",
        IOException => $"{exception.Message.TrimEnd('.')}; check the path and the disk",
        BadConfigurationException => exception.Message,
        SchemaVersionException => exception.Message,
        ArgumentException when exception.Message.StartsWith("the connection string", StringComparison.Ordinal) => exception.Message,
        _ => DatabaseFailure.Explain(exception),
    };
}
