using System.Globalization;
using Npgsql;

namespace IndicatorPipeline.Soak.Processes;

/// <summary>The PostgreSQL of a soak: a cluster of its own, with fsync as in earnest, that is stopped, crashed and started again.</summary>
internal sealed class SoakCluster
{
    private readonly string _script;
    private readonly string _home;
    private readonly string _connectionString;

    private SoakCluster(string script, string home, string connectionString) => (_script, _home, _connectionString) = (script, home, connectionString);

    /// <param name="root">The repository.</param>
    /// <param name="home">Where it lies; short, because a socket's path may have 107 bytes.</param>
    public static async Task<SoakCluster> StartAsync(string root, string home)
    {
        var script = Path.Combine(root, "scripts/postgres");
        var said = await Shell.RunAsync(script, ["start", "--dir", home]);
        return new SoakCluster(script, home, said.Trim());
    }

    /// <summary>Npgsql's connection string to a database of the cluster.</summary>
    public string To(string database) => new NpgsqlConnectionStringBuilder(_connectionString) { Database = database }.ConnectionString;

    public async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(To(database)) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Stops it as an administrator does, and starts it again after a pause.</summary>
    public async Task RestartAsync(TimeSpan pause)
    {
        await StopAsync();
        await Task.Delay(pause);
        await Shell.RunAsync(_script, ["start", "--dir", _home]);
    }

    /// <summary>Ends it as a power cut does (SIGQUIT: at once, without a checkpoint), and starts it again: it recovers from its log.</summary>
    public async Task CrashAsync(TimeSpan pause)
    {
        var file = Path.Combine(_home, "data/postmaster.pid");
        var server = int.Parse((await File.ReadAllLinesAsync(file))[0], CultureInfo.InvariantCulture);
        await Shell.SignalAsync("QUIT", server);
        while (Directory.Exists($"/proc/{server}"))
        {
            await Task.Delay(50);
        }

        await Task.Delay(pause);
        await Shell.RunAsync(_script, ["start", "--dir", _home]);
    }

    public Task StopAsync() => Shell.RunAsync(_script, ["stop", "--dir", _home]);
}
