namespace IndicatorPipeline.Soak;

/// <summary>The soak cannot go on, or was asked for something without meaning; the message is one line.</summary>
internal sealed class SoakFailedException(string message, int exitCode = 1) : Exception(message)
{
    /// <summary>What the shell is told: 1 for a soak that failed, 2 for a command line that was not understood.</summary>
    public int ExitCode { get; } = exitCode;
}
