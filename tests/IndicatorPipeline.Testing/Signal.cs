using System.Globalization;

namespace IndicatorPipeline.Testing;

/// <summary>Signals to processes.</summary>
public static class Signal
{
    /// <param name="name">As <c>kill</c> names it: STOP, CONT, TERM, QUIT.</param>
    /// <param name="process">Its number.</param>
    /// <exception cref="InvalidOperationException">There is no such process.</exception>
    public static async Task SendAsync(string name, int process) =>
        (await Script.RunAsync("kill", [$"-{name}", process.ToString(CultureInfo.InvariantCulture)])).OutputOrThrow();
}
