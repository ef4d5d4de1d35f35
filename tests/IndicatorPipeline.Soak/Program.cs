using IndicatorPipeline.Soak;

// Everything that can be set is an option; scripts/soak --help lists them.
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    return await SoakRun.RunAsync(SoakSettings.Parse(args), stop.Token);
}
catch (SoakFailedException failure)
{
    await Console.Error.WriteLineAsync($"soak: {failure.Message}");
    return failure.ExitCode;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("soak: stopped");
    return 130;
}
