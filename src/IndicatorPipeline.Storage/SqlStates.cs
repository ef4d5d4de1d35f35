namespace IndicatorPipeline.Storage;

/// <summary>SQLSTATEs that are told apart (PostgreSQL's documentation, appendix A).</summary>
internal static class SqlStates
{
    public const string UniqueViolation = "23505";
    public const string DuplicateObject = "42710";
    public const string InsufficientPrivilege = "42501";
    public const string UndefinedTable = "42P01";
    public const string InvalidSchemaName = "3F000";
    public const string InvalidCatalogName = "3D000";
    public const string InvalidPassword = "28P01";
    public const string InvalidAuthorization = "28000";
    public const string SerializationFailure = "40001";
    public const string DeadlockDetected = "40P01";
    public const string LockNotAvailable = "55P03";
    public const string DiskFull = "53100";
    public const string ReadOnlyTransaction = "25006";
    public const string IdleInTransaction = "25P03";
    public const string InternalError = "XX000";

    /// <summary>Class 23: a constraint was violated.</summary>
    public const string IntegrityClass = "23";

    /// <summary>Class 22: a value does not fit its type.</summary>
    public const string DataClass = "22";

    /// <summary>Class 08: the connection broke.</summary>
    public const string ConnectionClass = "08";

    /// <summary>Class 53: the server lacks memory, disk or connections.</summary>
    public const string ResourcesClass = "53";

    /// <summary>Class 58: the server's disk or system failed.</summary>
    public const string SystemClass = "58";

    /// <summary>Class 57P: the server is starting, stopping, or ended the session. 57014 (a cancelled statement) is not among them.</summary>
    public const string ShutdownClass = "57P";
}
