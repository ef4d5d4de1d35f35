using System.Diagnostics;

namespace IndicatorPipeline.Testing;

/// <summary>Runs one of the repository's scripts, or any program.</summary>
public static class Script
{
    /// <summary>Runs <paramref name="program"/> (a path below the repository, or a program on the path) to its end, with nothing on standard
    /// input.</summary>
    public static async Task<ScriptResult> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var path = program.Contains('/', StringComparison.Ordinal) ? Path.Combine(Repository.Root, program) : program;
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ScriptResult(process.ExitCode, await output, await errors);
    }
}
