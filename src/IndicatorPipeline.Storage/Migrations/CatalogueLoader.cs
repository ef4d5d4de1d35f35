using System.Security.Cryptography;
using System.Text;
using Dapper;
using IndicatorPipeline.Extraction;
using Npgsql;

namespace IndicatorPipeline.Storage.Migrations;

/// <summary>Brings the engine's catalogue into the database: new rows are added, changed ones updated, vanished ones retired.</summary>
internal static class CatalogueLoader
{
    /// <summary>Indicators of which a government wants less; of <see cref="Neither"/> it depends; of all others it wants more.</summary>
    private static readonly HashSet<string> Less =
    [
        "fiscal.debt", "fiscal.debt_ratio", "finance.npl", "finance.npl_ratio", "prices.cpi",
        "labour.unemployment_registered", "labour.unemployment_surveyed", "population.natural_growth", "poverty.headcount",
        "energy.intensity", "energy.consumption", "environment.carbon_intensity", "environment.pollutants",
        "environment.pm25", "safety.deaths",
    ];

    private static readonly HashSet<string> Neither =
    [
        "fiscal.deficit", "fiscal.deficit_ratio", "fiscal.special_bonds", "fiscal.expenditure",
        "finance.m2", "population.total", "industry.electricity", "investment.real_estate",
    ];

    private static readonly string Checksum = Sum();

    /// <summary>Whether the database has this program's catalogue, or that of newer rules.</summary>
    public static async Task<bool> IsLoadedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string Sql = "select rules_version, checksum from indicators.catalogue";
        var loaded = await connection.QuerySingleOrDefaultAsync<(int RulesVersion, string Checksum)?>(
            new CommandDefinition(Sql, cancellationToken: cancellation));
        return loaded is { } found && (found.RulesVersion > Extractor.RulesVersion || found == (Extractor.RulesVersion, Checksum));
    }

    /// <summary>Loads the catalogue unless it is loaded.</summary>
    public static async Task LoadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await IsLoadedAsync(connection, cancellation)) return;
        await LoadIndicatorsAsync(connection, cancellation);
        await LoadRegionsAsync(connection, cancellation);
        await LoadUnitsAsync(connection, cancellation);
        const string Sql = """
            insert into indicators.catalogue (rules_version, checksum) values (@RulesVersion, @checksum)
            on conflict (only_row) do update set rules_version = excluded.rules_version, checksum = excluded.checksum, loaded_at = clock_timestamp()
            """;
        var command = new CommandDefinition(Sql, new { Extractor.RulesVersion, checksum = Checksum }, cancellationToken: cancellation);
        await connection.ExecuteAsync(command);
        await transaction.CommitAsync(cancellation);
    }

    // What is wanted of the open ones is nowhere said.
    private static string? Desired(Indicator indicator)
    {
        if (Less.Contains(indicator.Code)) return "less";
        return indicator.Tier == Tier.Open || Neither.Contains(indicator.Code) ? null : "more";
    }

    private static async Task LoadIndicatorsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // Lists travel as one text each, because arrays of arrays must be rectangular.
        const string Sql = """
            with given as (
              select code, parent, position, name_zh, name_en, dimension, string_to_array(nullif(measures, ''), ';') as measures, string_to_array(nullif(aliases, ''), ';') as aliases, desired, tier, bureau_term
              from unnest(@Code, @Parent, @Position, @NameZh, @NameEn, @Dimension, @Measures, @Aliases, @Desired, @Tier, @BureauTerm)
                as t (code, parent, position, name_zh, name_en, dimension, measures, aliases, desired, tier, bureau_term)
            ), retired as (
              update indicators.indicator set retired_at = clock_timestamp() where retired_at is null and code not in (select code from given)
            )
            insert into indicators.indicator (code, parent, position, name_zh, name_en, dimension, measures, aliases, desired, tier, bureau_term)
            select code, case when parent in (select code from given) then parent end, position, name_zh, name_en, dimension, coalesce(measures, '{}'), coalesce(aliases, '{}'), desired, tier, bureau_term from given
            on conflict (code) do update set parent = excluded.parent, position = excluded.position, name_zh = excluded.name_zh, name_en = excluded.name_en,
              dimension = excluded.dimension, measures = excluded.measures, aliases = excluded.aliases, desired = excluded.desired,
              tier = excluded.tier, bureau_term = excluded.bureau_term, retired_at = null
            """;
        var all = Catalog.Indicators;
        await connection.ExecuteAsync(new CommandDefinition(
            Sql,
            new
            {
                Code = all.Select(i => i.Code).ToArray(),
                Parent = all.Select(i => i.Parent).ToArray(),
                Position = all.Select((_, index) => index + 1).ToArray(),
                NameZh = all.Select(i => i.NameZh).ToArray(),
                NameEn = all.Select(i => i.NameEn).ToArray(),
                Dimension = all.Select(i => i.Dimension).ToArray(),
                Measures = all.Select(i => string.Join(';', i.Measures.Select(m => m.Code()))).ToArray(),
                Aliases = all.Select(i => string.Join(';', i.Aliases)).ToArray(),
                Desired = all.Select(Desired).ToArray(),
                Tier = all.Select(i => i.Tier.Code()).ToArray(),
                BureauTerm = all.Select(i => i.BureauTerm).ToArray(),
            },
            cancellationToken: cancellation));
    }

    private static async Task LoadRegionsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string Sql = """
            with given as (
              select code, parent, name, short_name, name_en, level
              from unnest(@Code, @Parent, @Name, @ShortName, @NameEn, @Level) as t (code, parent, name, short_name, name_en, level)
            ), retired as (
              update indicators.region set retired_at = clock_timestamp() where retired_at is null and code not in (select code from given)
            )
            insert into indicators.region (code, parent, name, short_name, name_en, level)
            select code, case when parent in (select code from given) then parent end, name, short_name, name_en, level from given
            on conflict (code) do update set parent = excluded.parent, name = excluded.name, short_name = excluded.short_name, name_en = excluded.name_en,
              level = excluded.level, retired_at = null
            """;
        var all = Catalog.Regions;
        await connection.ExecuteAsync(new CommandDefinition(
            Sql,
            new
            {
                Code = all.Select(r => r.Code).ToArray(),
                Parent = all.Select(r => r.ParentCode).ToArray(),
                Name = all.Select(r => r.Name).ToArray(),
                ShortName = all.Select(r => r.ShortName).ToArray(),
                NameEn = all.Select(r => r.NameEn).ToArray(),
                Level = all.Select(r => r.Level.Code()).ToArray(),
            },
            cancellationToken: cancellation));
    }

    private static async Task LoadUnitsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string Sql = """
            insert into indicators.unit (code, dimension, name_zh, name_en)
            select code, dimension, name_zh, name_en from unnest(@Code, @Dimension, @NameZh, @NameEn) as t (code, dimension, name_zh, name_en)
            on conflict (code) do update set dimension = excluded.dimension, name_zh = excluded.name_zh, name_en = excluded.name_en, retired_at = null
            """;
        await connection.ExecuteAsync(new CommandDefinition(
            Sql,
            new
            {
                Code = BaseUnit.All.Select(u => u.Code).ToArray(),
                Dimension = BaseUnit.All.Select(u => u.Dimension).ToArray(),
                NameZh = BaseUnit.All.Select(u => u.NameZh).ToArray(),
                NameEn = BaseUnit.All.Select(u => u.NameEn).ToArray(),
            },
            cancellationToken: cancellation));
    }

    private static string Sum()
    {
        var rows = new StringBuilder();
        foreach (var i in Catalog.Indicators)
        {
            var (measures, aliases) = (string.Join(';', i.Measures), string.Join(';', i.Aliases));
            rows.AppendJoin('\t', i.Code, i.NameZh, i.NameEn, i.Dimension, measures, aliases, Desired(i), i.Tier, i.BureauTerm).Append('\n');
        }
        foreach (var r in Catalog.Regions)
            rows.AppendJoin('\t', r.Code, r.Name, r.ShortName, r.NameEn, r.Level, r.ParentCode).Append('\n');
        foreach (var u in BaseUnit.All)
            rows.AppendJoin('\t', u.Code, u.Dimension, u.NameZh, u.NameEn).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rows.ToString())));
    }
}
