using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests.Verbs.Work;

/// <summary>A small <c>scripts/soak</c>: workers as processes under <c>kill -9</c>, an ending in good order and a crash of PostgreSQL.</summary>
public sealed class SoakTests
{
    [PostgresFact]
    public async Task Workers_that_are_killed_at_random_leave_the_same_rows_as_a_run_in_peace()
    {
        var soak = await Script.RunAsync(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "IndicatorPipeline.Soak.dll"), "--brief", "--documents", "100", "--kills", "4", "--restarts", "1",
                "--workers", "2"]);

        Assert.True(soak.ExitCode == 0, $"{soak.Output}{soak.Errors}");
        Assert.Contains("soak: passed", soak.Output, StringComparison.Ordinal);
    }
}
