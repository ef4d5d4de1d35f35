using System.Net;
using System.Net.Sockets;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests.Scripts;

/// <summary>What <c>scripts/run</c> refuses before it builds anything.</summary>
public sealed class RunScript
{
    [Theory]
    [InlineData("--frobnicate", "unknown option '--frobnicate'")]
    [InlineData("--port", "--port needs a number")]
    [InlineData("/no/such/folder", "there is no file or folder '/no/such/folder'")]
    public async Task A_wrong_word_is_one_line(string word, string said)
    {
        var result = await Script.RunAsync("scripts/run", [word]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(said, Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_that_names_another()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var result = await Script.RunAsync("scripts/run", ["--port", $"{port}"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"run: port {port} is in use; stop what listens there, or choose another one: scripts/run --port {port + 1}\n", result.Errors);
    }
}
