namespace IndicatorPipeline.Cli.CommandLine;

/// <summary>The command cannot go on, for a reason that the person who typed it can mend.</summary>
/// <param name="message">One line that names the thing and says what to do; no trailing full stop.</param>
/// <param name="exitCode">What the shell is told.</param>
internal sealed class CommandFailedException(string message, int exitCode = ExitCode.Failure) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
