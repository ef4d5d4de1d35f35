using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Migrations;
using Npgsql;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>
/// What the database's catalogue says of the codes of a batch. One question for all of it: codes are few, however many rows use them.
/// </summary>
internal sealed class Catalogue
{
    private const string Unknown = """
        select 'indicator' as kind, c as code from unnest(@indicators) as c where not exists (select from indicators.indicator i where i.code = c)
        union all
        select 'region', c from unnest(@regions) as c where not exists (select from indicators.region r where r.code = c)
        order by 1, 2
        """;

    // Units are open: compounds are read from texts. In order, so that two processes cannot wait for each other.
    private const string AddUnits = """
        insert into indicators.unit (code)
        select c from unnest(@units) as c where not exists (select from indicators.unit u where u.code = c)
        order by 1
        on conflict (code) do nothing
        """;

    private const string Misfits = """
        select t.measure, t.unit, t.indicator
        from unnest(@measures, @measured, @of) as t (measure, unit, indicator)
        left join indicators.unit u on u.code = t.unit
        left join indicators.indicator i on i.code = t.indicator
        where not indicators.unit_fits(t.measure, u.dimension, i.dimension)
        """;

    private readonly HashSet<(string Measure, string? Unit, string? Indicator)> misfits;

    private Catalogue(IEnumerable<(string Measure, string? Unit, string? Indicator)> misfits) => this.misfits = [.. misfits];

    /// <summary>Asks for all codes of the batch; units that are not known yet are added.</summary>
    /// <exception cref="BadExtractionException">An indicator or a region is in no catalogue: somebody gave a wrong code.</exception>
    /// <exception cref="SchemaVersionException">The engine knows it and the database does not: no document is at fault, the catalogue is not
    /// loaded.</exception>
    public static async Task<Catalogue> AskAsync(NpgsqlConnection connection, IReadOnlyList<DocumentRows> batch, CancellationToken cancellation)
    {
        var rows = batch.SelectMany(document => document.Observations);
        var regions = rows.Select(row => row.RegionCode)
            .Concat(batch.SelectMany(document => document.Speeches).Select(speech => speech.RegionCode));
        var used = rows.Where(row => row.Unit is not null).Select(row => (row.Measure, row.Unit, row.Indicator)).ToHashSet();
        var parameters = new
        {
            indicators = rows.Select(row => row.Indicator ?? row.OpenIndicator).OfType<string>().Distinct().ToArray(),
            regions = regions.OfType<string>().Distinct().ToArray(),
            units = used.Select(use => use.Unit).Distinct().ToArray(),
            measures = used.Select(use => use.Measure).ToArray(),
            measured = used.Select(use => use.Unit).ToArray(),
            of = used.Select(use => use.Indicator).ToArray(),
        };
        await using var answers = await connection.QueryMultipleAsync(
            new CommandDefinition($"{Unknown}; {Misfits}; {AddUnits}", parameters, commandTimeout: 0, cancellationToken: cancellation));
        var unknown = (await answers.ReadAsync<(string Kind, string Code)>()).AsList();
        if (unknown.Where(IsOfEngine).Take(5).Select(code => $"{code.Kind} {code.Code}").ToList() is { Count: > 0 } lacking)
            throw SchemaVersionException.LacksCodes(connection.Database, lacking, Migrator.Latest);
        if (unknown.Count > 0)
            throw new BadExtractionException($"there is no {string.Join(", ", unknown.Take(5).Select(code => $"{code.Kind} {code.Code}"))}: correct the code given");
        return new Catalogue(await answers.ReadAsync<(string, string?, string?)>());
    }

    private static bool IsOfEngine((string Kind, string Code) missing) =>
        missing.Kind == "region"
            ? Catalog.Regions.Any(region => region.Code == missing.Code)
            : Catalog.Indicators.Any(indicator => indicator.Code == missing.Code);

    /// <summary>Why a reading cannot be right; null if it can.</summary>
    public string? Refuse(ObservationRow row)
    {
        if (row.Low is null && row.Status != "target") return $"{row.Status} without a number";
        if (!misfits.Contains((row.Measure, row.Unit, row.Indicator))) return null;
        return $"unit {row.Unit} does not fit {row.Measure}{(row.Indicator is null ? "" : " of " + row.Indicator)}";
    }
}
