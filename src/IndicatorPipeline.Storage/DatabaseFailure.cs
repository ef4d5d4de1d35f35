using System.Net.Sockets;
using Npgsql;

namespace IndicatorPipeline.Storage;

/// <summary>Tells the kinds of database failure apart, and says them to a person.</summary>
public static class DatabaseFailure
{
    /// <summary>
    /// Whether the server cannot be reached or cannot work now (down, starting, out of disk or connections): nothing is wrong with what
    /// was asked. Pause and wait.
    /// </summary>
    public static bool IsUnavailable(Exception exception) => Find(exception) switch
    {
        PostgresException e => e.SqlState.StartsWith(SqlStates.ConnectionClass, StringComparison.Ordinal)
            || e.SqlState.StartsWith(SqlStates.ResourcesClass, StringComparison.Ordinal)
            || e.SqlState.StartsWith(SqlStates.ShutdownClass, StringComparison.Ordinal)
            || e.SqlState.StartsWith(SqlStates.SystemClass, StringComparison.Ordinal)
            // A full disk also keeps the server from opening a session, and then it names no class.
            || (e.SqlState == SqlStates.InternalError && e.InvariantSeverity is "FATAL" or "PANIC")
            || e.SqlState == SqlStates.ReadOnlyTransaction,
        // A failure of the driver without a SQLSTATE is one of the connection: refused, broken, timed out.
        { } e => e.InnerException is SocketException or IOException or TimeoutException || e.IsTransient,
        null => false,
    };

    /// <summary>Whether the server lacks room, memory or connections: unavailable, and certainly not for what was asked.</summary>
    public static bool IsExhausted(Exception exception) =>
        Find(exception) is PostgresException e && e.SqlState.StartsWith(SqlStates.ResourcesClass, StringComparison.Ordinal);

    /// <summary>
    /// Whether the transaction lost against another one, or its process slept within it, and will go through when it is begun again.
    /// </summary>
    public static bool IsTransient(Exception exception) => Find(exception) is PostgresException
    {
        SqlState: SqlStates.SerializationFailure or SqlStates.DeadlockDetected or SqlStates.LockNotAvailable or SqlStates.IdleInTransaction
    };

    /// <summary>One line for a person that names what failed and what to do; null if <paramref name="exception"/> is no failure of the
    /// database.</summary>
    public static string? Explain(Exception exception) => Find(exception) switch
    {
        null => null,
        PostgresException { SqlState: SqlStates.InvalidCatalogName } e =>
            $"{e.MessageText}: create it, or correct Database= in ConnectionStrings__Indicators",
        PostgresException { SqlState: SqlStates.InvalidPassword or SqlStates.InvalidAuthorization } e =>
            $"{e.MessageText}: correct the user or password in ConnectionStrings__Indicators",
        PostgresException { SqlState: SqlStates.UndefinedTable or SqlStates.InvalidSchemaName } e =>
            $"{e.MessageText}: run 'indicators migrate' on this database first",
        PostgresException { SqlState: SqlStates.InsufficientPrivilege } e =>
            $"{e.MessageText}: the user needs the role {Database.WriterRole} to store, {Database.ReaderRole} to read",
        PostgresException { SqlState: SqlStates.DiskFull } e =>
            $"the database server's disk is full ({e.MessageText}): free space; the work is repeated then",
        PostgresException { SqlState: SqlStates.ReadOnlyTransaction } => "the database is read-only: connect to the primary server",
        PostgresException e when e.SqlState.StartsWith(SqlStates.ShutdownClass, StringComparison.Ordinal) =>
            $"PostgreSQL is starting, ending or was told to end this session ({e.MessageText.ReplaceLineEndings(" ")}, {e.SqlState}): "
            + "see its log, and begin again when it runs; what is stored stays",
        PostgresException e => $"PostgreSQL says: {e.MessageText.ReplaceLineEndings(" ")} ({e.SqlState})",
        { InnerException: IOException } e =>
            $"the connection to PostgreSQL broke ({Reason(e)}): its log says why; begin again when it runs; what is stored stays",
        { } e => $"cannot reach PostgreSQL ({Reason(e)}): start it (scripts/postgres start), or correct ConnectionStrings__Indicators",
    };

    private static string Reason(NpgsqlException exception)
    {
        var cause = exception.InnerException?.Message;
        var reason = cause is null || cause == exception.Message ? exception.Message : $"{exception.Message}: {cause}";
        return reason.ReplaceLineEndings(" ");
    }

    private static NpgsqlException? Find(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is NpgsqlException found) return found;
        }

        return null;
    }
}
