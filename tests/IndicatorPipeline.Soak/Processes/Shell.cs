using System.Diagnostics;
using System.Globalization;

namespace IndicatorPipeline.Soak.Processes;

/// <summary>Runs programs to their end, and sends signals.</summary>
internal static class Shell
{
    /// <summary>Runs it and returns its standard output.</summary>
    /// <exception cref="SoakFailedException">It ended with something else than 0.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var (code, output, errors) = await TryAsync(program, arguments, environment);
        return code == 0 ? output : throw new SoakFailedException($"{Path.GetFileName(program)} ended with {code}: {errors.Trim().ReplaceLineEndings(" ")}");
    }

    public static async Task<(int Code, string Output, string Errors)> TryAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <param name="signal">As <c>kill</c> names it: STOP, CONT, TERM, QUIT.</param>
    /// <param name="process">Its number.</param>
    public static Task SignalAsync(string signal, int process) => RunAsync("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
}
