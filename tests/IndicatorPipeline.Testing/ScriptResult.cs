namespace IndicatorPipeline.Testing;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
public sealed record ScriptResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The standard output of a program that went well.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public string OutputOrThrow() => ExitCode == 0 ? Output : throw new InvalidOperationException($"exit code {ExitCode}: {Errors}{Output}");
}
