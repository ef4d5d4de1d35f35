using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Soak.Processes;

/// <summary>Runs programs that must end well, or the soak is over.</summary>
internal static class Shell
{
    /// <summary>Runs it and returns its standard output.</summary>
    /// <exception cref="SoakFailedException">It ended with something else than 0.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var (code, output, errors) = await Script.RunAsync(program, arguments);
        return code == 0 ? output
            : throw new SoakFailedException($"{Path.GetFileName(program)} ended with {code}: {errors.Trim().ReplaceLineEndings(" ")}");
    }
}
