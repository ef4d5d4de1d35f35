using System.Globalization;
using Npgsql;

namespace IndicatorPipeline.Api.Database;

/// <summary>Opens the database as the role that may read the schema <c>mart</c> and nothing else.</summary>
internal static class ReaderDatabase
{
    /// <summary>Key of the data source for downloads: they last as long as the client reads, and must not keep pages waiting.</summary>
    public const string Downloads = "downloads";

    /// <summary>The data source; it connects when it is first used, so that the API starts while the database is down.</summary>
    /// <param name="configuration">Where the connection string stands.</param>
    /// <param name="options">The settings of the API.</param>
    /// <param name="connections">Connections that it holds at most.</param>
    /// <exception cref="InvalidOperationException">There is no connection string, or it cannot be read.</exception>
    public static NpgsqlDataSource Open(IConfiguration configuration, ApiOptions options, int connections)
    {
        var text = configuration.GetConnectionString("Indicators");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidOperationException("no database is named: set ConnectionStrings__Indicators, or start with scripts/run, which brings one up");
        }

        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text)
            {
                ApplicationName = "indicators-api",
                MaxPoolSize = connections,
                Timeout = 5,
                // The sessions never change what would have to be reset, and a reset would forget the role.
                NoResetOnClose = true,
                MaxAutoPrepare = 200,
            };
            // Compiling, or starting helpers, costs more than any page of rows takes. The views are joins of six tables: with the usual limit of
            // eight a second one beside them would be joined last, whatever it leaves.
            connection.Options = string.Create(CultureInfo.InvariantCulture,
                $"{connection.Options} -c statement_timeout={options.StatementSeconds * 1000} -c jit=off"
                + $" -c max_parallel_workers_per_gather=0 -c from_collapse_limit=12 -c join_collapse_limit=12").Trim();
            return Storage.Database.OpenReader(connection.ConnectionString);
        }
        catch (ArgumentException wrong)
        {
            throw new InvalidOperationException($"ConnectionStrings__Indicators: {wrong.Message}", wrong);
        }
    }
}
