namespace IndicatorPipeline.Storage.Migrations;

/// <summary>The database's schema or catalogue is not the one this program works with. The message is one line that says what to do.</summary>
public sealed class SchemaVersionException : Exception
{
    private SchemaVersionException(string message, int found, int expected)
        : base(message) => (Found, Expected) = (found, expected);

    /// <summary>Version of the database's schema; 0 if it has none.</summary>
    public int Found { get; }

    /// <summary>Version this program works with.</summary>
    public int Expected { get; }

    internal static SchemaVersionException Newer(string database, int found, int expected) => new(
        $"database '{database}' has schema version {found}, this program knows {expected}: run the newer program that migrated it, or restore a backup from before", found, expected);

    internal static SchemaVersionException Older(string database, int found, int expected) => new(
        found == 0
            ? $"database '{database}' has no schema yet: run 'indicators migrate'"
            : $"database '{database}' has schema version {found}, this program needs {expected}: run 'indicators migrate'",
        found,
        expected);

    internal static SchemaVersionException NoCatalogue(string database, int expected) => new(
        $"database '{database}' does not have the catalogue of this program's rules: run 'indicators migrate'", expected, expected);

    internal static SchemaVersionException LacksCodes(string database, IEnumerable<string> codes, int expected) => new(
        $"the catalogue of database '{database}' does not hold {string.Join(", ", codes)}, which this program knows: run 'indicators migrate'",
        expected, expected);

    internal static SchemaVersionException Edited(string database, Migration migration, int expected) => new(
        $"database '{database}' was made by another text of {migration.Name} than this program holds: use the program that made it, or start with a fresh database", migration.Version, expected);

    internal static SchemaVersionException Owned(string owner, string user, int found, int expected) => new(
        $"the schema belongs to role '{owner}' and user '{user}' is not a member of it: migrate as a member of '{owner}'", found, expected);
}
