namespace IndicatorPipeline.Storage.Migrations;

/// <summary>What a migration did.</summary>
/// <param name="From">Version of the schema before; 0 for an empty database.</param>
/// <param name="To">Version of the schema now.</param>
/// <param name="Applied">Names of the steps that ran, in order; empty if the schema was current.</param>
/// <param name="Warnings">What a person should know, one line each: roles that could not be made. Empty if all is well.</param>
public sealed record MigrationReport(int From, int To, IReadOnlyList<string> Applied, IReadOnlyList<string> Warnings);
