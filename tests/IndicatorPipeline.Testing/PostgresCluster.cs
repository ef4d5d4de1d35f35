using System.Diagnostics;
using System.Globalization;

namespace IndicatorPipeline.Testing;

/// <summary>
/// A PostgreSQL for tests: the one that <c>INDICATORS_TEST_DATABASE</c> names (a connection string whose user may create databases), else a throwaway
/// cluster in a temporary directory that ends with the process.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresCluster>> SharedCluster = new(StartSharedAsync);

    private PostgresCluster(string? directory, string connectionString) => (Directory, ConnectionString) = (directory, connectionString);

    /// <summary>Why there is no PostgreSQL here, in one line; null if there is one.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>The cluster's directory; null for the one named by <c>INDICATORS_TEST_DATABASE</c>.</summary>
    public string? Directory { get; }

    /// <summary>Npgsql's connection string to a database of a user who may create databases and roles.</summary>
    public string ConnectionString { get; }

    /// <summary>The cluster that all tests of this process share. Tests that stop or restart a server start their own.</summary>
    public static Task<PostgresCluster> SharedAsync() => SharedCluster.Value;

    /// <summary>Starts a cluster of its own for a test that breaks it; the test disposes of it.</summary>
    public static Task<PostgresCluster> StartOwnAsync() => StartAsync(Guid.NewGuid().ToString("N")[..8]);

    /// <summary>Stops the server; connections break.</summary>
    public async Task StopAsync() => (await Script.RunAsync("scripts/postgres", ["stop", "--dir", Own()])).OutputOrThrow();

    /// <summary>Starts the server again.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        (await Script.RunAsync("scripts/postgres", ["start", "--dir", Own(), "--volatile"])).OutputOrThrow();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Directory is null) return;
        await StopAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static async Task<PostgresCluster> StartSharedAsync()
    {
        if (Environment.GetEnvironmentVariable("INDICATORS_TEST_DATABASE") is { Length: > 0 } given) return new PostgresCluster(null, given);
        return await StartAsync("shared");
    }

    private static async Task<PostgresCluster> StartAsync(string name)
    {
        // Short, because a socket's path may have 107 bytes.
        var directory = Path.Combine("/tmp", string.Create(CultureInfo.InvariantCulture, $"indicators-test-{Environment.ProcessId}-{name}"));
        RemoveWhenOver(directory);
        var started = await Script.RunAsync("scripts/postgres", ["start", "--dir", directory, "--volatile"]);
        return new PostgresCluster(directory, started.OutputOrThrow().Trim());
    }

    /// <summary>Removes the cluster when this process has ended, however it ended: a test host is killed a moment after its last test.</summary>
    private static void RemoveWhenOver(string directory)
    {
        const string Script = """
            exec >/dev/null 2>&1 </dev/null
            while kill -0 "$1"; do sleep 1; done
            [ -e "$3" ] || exit 0
            "$2" stop --dir "$3"
            rm -rf "$3"
            """;
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Script, "sh", Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            Repository.File("scripts/postgres"), directory]);
        using var process = Process.Start(start);
    }

    private static string? FindMissing()
    {
        if (Environment.GetEnvironmentVariable("INDICATORS_TEST_DATABASE") is { Length: > 0 }) return null;
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        var found = System.IO.Directory.Exists("/usr/lib/postgresql") || paths.Any(path => File.Exists(Path.Combine(path, "initdb")));
        // scripts/check installs it; where it is missing on CI the tests must fail, not vanish.
        return found || Environment.GetEnvironmentVariable("CI") == "true" ? null
            : "PostgreSQL is not installed: apt-get install postgresql, or set INDICATORS_TEST_DATABASE";
    }

    private string Own() => Directory ?? throw new InvalidOperationException("the cluster of INDICATORS_TEST_DATABASE is not ours to stop");
}
