using Npgsql;

namespace IndicatorPipeline.Storage;

/// <summary>Opens the database. The one data source of a process is passed to everything that needs it.</summary>
public static class Database
{
    /// <summary>Role that may read the schema <c>mart</c> and nothing else.</summary>
    public const string ReaderRole = "indicators_reader";

    /// <summary>Role that may store but neither change the schema nor falsify history.</summary>
    public const string WriterRole = "indicators_writer";

    /// <summary>Role that owns the schema.</summary>
    public const string MigratorRole = "indicators_migrator";

    /// <summary>
    /// A process that stands still or whose host is gone must not hold a document's lock, or the engine's, for hours: the server ends its session.
    /// What the connection string says itself comes behind this and wins.
    /// </summary>
    private const string SilentSessions =
        "-c idle_in_transaction_session_timeout=60000 -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

    /// <summary>A data source for <paramref name="connectionString"/>, with the rights of its user. Nothing is connected yet.</summary>
    /// <exception cref="ArgumentException">The connection string is malformed or names no host; the message says so in one line.</exception>
    public static NpgsqlDataSource Open(string connectionString) => Build(connectionString, role: null);

    /// <summary>A data source whose sessions take the role <see cref="ReaderRole"/>, whatever their user may do besides.</summary>
    /// <exception cref="ArgumentException">The connection string is malformed or names no host; the message says so in one line.</exception>
    public static NpgsqlDataSource OpenReader(string connectionString) => Build(connectionString, ReaderRole);

    private static NpgsqlDataSource Build(string connectionString, string? role)
    {
        var builder = Parse(connectionString);
        if (string.IsNullOrWhiteSpace(builder.Host))
            throw new ArgumentException("the connection string names no host: write Host=…;Database=…;Username=…");
        builder.ApplicationName ??= "indicators";
        builder.KeepAlive = builder.KeepAlive == 0 ? 30 : builder.KeepAlive;
        builder.Options = $"{SilentSessions} {builder.Options}".Trim();
        // Dates and numbers in messages and casts must not depend on the server's settings.
        builder.Timezone ??= "UTC";
        if (role is not null)
            builder.Options = $"{builder.Options} -c role={role} -c default_transaction_read_only=on".Trim();
        return new NpgsqlDataSourceBuilder(builder.ConnectionString).Build();
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The text itself may hold a password, so it is not repeated.
            throw new ArgumentException($"the connection string is malformed ({e.Message.ReplaceLineEndings(" ")}): write Host=…;Database=…;Username=…", e);
        }
    }
}
