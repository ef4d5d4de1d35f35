using System.Diagnostics;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests;

/// <summary>The program as a person starts it: a process of its own.</summary>
internal static class Program
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "indicators.dll");

    /// <summary>Runs the program to its end.</summary>
    /// <param name="arguments">What is typed.</param>
    /// <param name="input">What is on standard input.</param>
    /// <param name="environment">What is set besides.</param>
    public static async Task<ScriptResult> RunAsync(
        IEnumerable<string> arguments, string input = "", IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all: that is its business.
        }

        await process.WaitForExitAsync();
        return new ScriptResult(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the program and leaves it running.</summary>
    public static Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment.Remove("ConnectionStrings__Indicators");
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
