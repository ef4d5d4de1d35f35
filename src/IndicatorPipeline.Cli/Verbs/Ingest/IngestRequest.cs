using System.Globalization;
using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Configuration;
using IndicatorPipeline.Jobs;

namespace IndicatorPipeline.Cli.Verbs.Ingest;

/// <summary>What was meant.</summary>
/// <param name="Sources">What to read.</param>
/// <param name="Options">How to work.</param>
/// <param name="ConnectionString">The database.</param>
internal sealed record IngestRequest(IReadOnlyList<string> Sources, JobOptions Options, string ConnectionString)
{
    /// <exception cref="CommandFailedException">A path does not exist or an argument has no meaning.</exception>
    public static IngestRequest From(IngestArguments typed)
    {
        foreach (var source in typed.Sources)
        {
            // A mistyped path is the caller's mistake and no document that failed.
            if (!IsAddress(source) && source.AsSpan().IndexOfAny('*', '?') < 0 && !Path.Exists(source))
            {
                throw new CommandFailedException($"there is no file or folder '{source}'; give a path that exists");
            }
        }

        var configuration = ProgramConfiguration.Read([]);
        var options = JobOptions.Read(configuration);
        return new IngestRequest(typed.Sources, options with { Threads = Threads(typed.Jobs) ?? options.Threads },
            ProgramConfiguration.ConnectionString(configuration));
    }

    private static int? Threads(string? typed) =>
        typed is null ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is >= 1 and <= 64 ? threads
        : throw new CommandFailedException($"'{typed}' is no number for --jobs; give one from 1 to 64", ExitCode.Usage);

    private static bool IsAddress(string source) =>
        source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
