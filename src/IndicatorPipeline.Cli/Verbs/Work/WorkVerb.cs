using System.Text.Encodings.Web;
using System.Text.Json;
using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Jobs;
using Microsoft.Extensions.Logging;

namespace IndicatorPipeline.Cli.Verbs.Work;

/// <summary>Runs a worker until it is asked to stop.</summary>
internal static class WorkVerb
{
    public static async Task<int> RunAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        await Worker.RunAsync(request.Options, request.ConnectionString, logging => Configure(logging, request.JsonLog), cancellationToken);
        return ExitCode.Success;
    }

    private static void Configure(ILoggingBuilder logging, bool json)
    {
        logging.AddFilter("Quartz", LogLevel.Warning);
        logging.AddFilter("Npgsql", LogLevel.Warning);
        if (json)
        {
            logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fff'Z'";
                // A log is no page: Chinese names of files stay what they are.
                console.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
        }
        else
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "yyyy-MM-dd HH:mm:ss zzz ";
            });
        }
    }
}
