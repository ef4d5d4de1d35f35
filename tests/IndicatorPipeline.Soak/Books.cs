using Dapper;
using IndicatorPipeline.Soak.Processes;
using IndicatorPipeline.Testing;
using Npgsql;

namespace IndicatorPipeline.Soak;

/// <summary>What the database of the soak says; asked again while the server is down.</summary>
internal sealed class Books(SoakCluster cluster, string database)
{
    /// <summary>Documents of which readers see the latest version.</summary>
    public const string Current = "select count(*) from indicators.document where current_version_id = latest_version_id";

    /// <summary>Documents of which they do not.</summary>
    public const string Waiting = "select count(*) from indicators.document where current_version_id is distinct from latest_version_id";

    public async Task<T> AskAsync<T>(string sql, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var connection = await OpenAsync(cancellationToken);
                return (await connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, cancellationToken: cancellationToken)))!;
            }
            catch (NpgsqlException down) when (Storage.DatabaseFailure.IsUnavailable(down))
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }

    /// <summary>The first column of all rows.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string sql, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var connection = await OpenAsync(cancellationToken);
                return (await connection.QueryAsync<string>(new CommandDefinition(sql, commandTimeout: 0, cancellationToken: cancellationToken)))
                    .AsList();
            }
            catch (NpgsqlException down) when (Storage.DatabaseFailure.IsUnavailable(down))
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }

    /// <summary>Makes so many nights missed: the schedule is so many days late. After one, the scan is due now.</summary>
    public Task MissNightsAsync(int nights, CancellationToken cancellationToken) => AskAsync<object?>(LateSchedule.ByDays(nights), cancellationToken);

    /// <summary>Returns true when the answer is true, and false when that lasts longer than <paramref name="patience"/>.</summary>
    public async Task<bool> UntilAsync(string question, TimeSpan patience, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await AskAsync<bool>(question, cancellationToken))
        {
            if (TimeProvider.System.GetElapsedTime(began) > patience)
            {
                return false;
            }

            await Task.Delay(200, cancellationToken);
        }

        return true;
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        // Unpooled: a pool would remember the sessions of a server that is gone.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(cluster.To(database)) { Pooling = false,
            ApplicationName = "soak" }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
