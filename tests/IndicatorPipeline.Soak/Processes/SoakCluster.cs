using System.Globalization;
using IndicatorPipeline.Testing;
using Npgsql;

namespace IndicatorPipeline.Soak.Processes;

/// <summary>The PostgreSQL of a soak: a cluster of its own, with fsync as in earnest, that is stopped, crashed and started again.</summary>
internal sealed class SoakCluster
{
    private const string Program = "scripts/postgres";

    private readonly string _home;
    private readonly string _connectionString;

    private SoakCluster(string home, string connectionString) => (_home, _connectionString) = (home, connectionString);

    /// <param name="home">Where it lies; short, because a socket's path may have 107 bytes.</param>
    public static async Task<SoakCluster> StartAsync(string home)
    {
        var said = await Shell.RunAsync(Program, ["start", "--dir", home]);
        return new SoakCluster(home, said.Trim());
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
        await Shell.RunAsync(Program, ["start", "--dir", _home]);
    }

    /// <summary>Ends it as a power cut does (SIGQUIT: at once, without a checkpoint), and starts it again: it recovers from its log.</summary>
    public async Task CrashAsync(TimeSpan pause)
    {
        var file = Path.Combine(_home, "data/postmaster.pid");
        var server = int.Parse((await File.ReadAllLinesAsync(file))[0], CultureInfo.InvariantCulture);
        await Signal.SendAsync("QUIT", server);
        while (Directory.Exists($"/proc/{server}"))
        {
            await Task.Delay(50);
        }

        await Task.Delay(pause);
        await Shell.RunAsync(Program, ["start", "--dir", _home]);
    }

    public Task StopAsync() => Shell.RunAsync(Program, ["stop", "--dir", _home]);
}
