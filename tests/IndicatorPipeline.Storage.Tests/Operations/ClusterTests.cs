using System.Runtime.Versioning;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Operations;

[UnsupportedOSPlatform("windows")]
public sealed class ClusterTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("ic-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [PostgresFact]
    public async Task A_cluster_is_kept_between_runs_and_survives_a_left_over_lock_file()
    {
        var home = Reachable("c");
        var first = (await PostgresAsync("start", home)).OutputOrThrow();
        var again = (await PostgresAsync("start", home)).OutputOrThrow();
        Assert.Equal(first, again);
        Assert.Equal(0, (await PostgresAsync("status", home)).ExitCode);
        (await PostgresAsync("stop", home)).OutputOrThrow();
        Assert.Equal(3, (await PostgresAsync("status", home)).ExitCode);

        // A machine that lost power leaves the file, and its process id may be anybody's by now.
        await File.WriteAllTextAsync(Path.Combine(home, "data", "postmaster.pid"), $"{Environment.ProcessId}\n{home}/data\n");
        Assert.Equal(first, (await PostgresAsync("start", home)).OutputOrThrow());
        (await PostgresAsync("stop", home)).OutputOrThrow();
    }

    [PostgresFact]
    public async Task A_path_too_long_for_a_socket_is_no_obstacle()
    {
        var home = Reachable(new string('x', 120));
        var connection = (await PostgresAsync("start", home)).OutputOrThrow();
        Assert.StartsWith("Host=/tmp/indicators-", connection, StringComparison.Ordinal);
        (await PostgresAsync("stop", home)).OutputOrThrow();
        Directory.Delete(connection["Host=".Length..connection.IndexOf(';', StringComparison.Ordinal)], recursive: true);
    }

    [PostgresFact]
    public async Task A_cluster_of_another_version_is_named_with_what_to_do()
    {
        var home = Reachable("c");
        Directory.CreateDirectory(Path.Combine(home, "data"));
        await File.WriteAllTextAsync(Path.Combine(home, "data", "PG_VERSION"), "9\n");
        var result = await PostgresAsync("start", home);

        Assert.Equal(1, result.ExitCode);
        Assert.Matches($"^postgres: the cluster in {home} was made by PostgreSQL 9, installed is [0-9]+: install postgresql-9, or follow 'Upgrading PostgreSQL' in db/README.md\n$", result.Errors);
    }

    [PostgresFact]
    public async Task A_directory_that_the_account_cannot_reach_is_replaced_by_one_it_can()
    {
        // Only root starts the server as another account; for anyone else every own directory is reachable.
        if (Environment.UserName != "root") return;
        File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var home = Path.Combine(directory, "c");
        var result = await PostgresAsync("start", home);
        var elsewhere = File.ResolveLinkTarget(home, returnFinalTarget: true)!.FullName;
        try
        {
            result.OutputOrThrow();
            Assert.StartsWith("/var/lib/indicators/", elsewhere, StringComparison.Ordinal);
            Assert.Contains($"the cluster is in {elsewhere}", result.Errors, StringComparison.Ordinal);
            Assert.Equal(result.Output, (await PostgresAsync("start", home)).OutputOrThrow());
        }
        finally
        {
            await PostgresAsync("stop", home);
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    [PostgresFact]
    public async Task An_unknown_word_is_named()
    {
        var result = await Script.RunAsync("scripts/postgres", ["begin"]);
        Assert.Equal((1, "postgres: unknown word 'begin'; usage: scripts/postgres start|stop|status|url|env [--dir DIR]"),
            (result.ExitCode, result.Errors.Trim()));
    }

    private static Task<ScriptResult> PostgresAsync(string verb, string home) =>
        Script.RunAsync("scripts/postgres", [verb, "--dir", home, "--volatile"]);

    /// <summary>A place below the temporary directory that every account can reach.</summary>
    private string Reachable(string name)
    {
        File.SetUnixFileMode(directory, File.GetUnixFileMode(directory) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return Path.Combine(directory, name);
    }
}
