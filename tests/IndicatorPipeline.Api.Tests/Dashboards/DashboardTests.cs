using System.Text.Json;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;
using Npgsql;

namespace IndicatorPipeline.Api.Tests.Dashboards;

/// <summary>What dashboards send to PostgreSQL, run as the role they connect as.</summary>
[Collection(SeededApiCollection.Name)]
public sealed class DashboardTests(SeededApi api)
{
    private async Task<long> RowsAsync(string sql)
    {
        await using var database = Storage.Database.OpenReader(api.ConnectionString);
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        long rows = 0;
        while (await reader.ReadAsync())
        {
            rows++;
        }

        return rows;
    }

    [PostgresFact]
    public async Task Every_statement_of_the_grafana_dashboard_finds_rows()
    {
        var dashboard =
            JsonDocument.Parse(await File.ReadAllTextAsync(Repository.File("src/IndicatorPipeline.Api/Dashboards/grafana.json"))).RootElement;
        var statements = dashboard.GetProperty("panels").EnumerateArray()
            .Select(panel => panel.GetProperty("targets")[0].GetProperty("rawSql").GetString()!)
            .Concat(dashboard.GetProperty("templating").GetProperty("list").EnumerateArray()
                .Select(variable => variable.GetProperty("query").GetString()!));
        foreach (var statement in statements)
        {
            // As Grafana replaces its macros and variables.
            var sql = statement.Replace("$__timeFilter(period_start)", "period_start BETWEEN '2010-01-01T00:00:00Z' AND '2027-01-01T00:00:00Z'",
                StringComparison.Ordinal)
                .Replace("$indicator", "gdp", StringComparison.Ordinal).Replace("$region", "'370000','330000'", StringComparison.Ordinal);
            Assert.True(await RowsAsync(sql) > 0, sql);
        }
    }

    [PostgresTheory]
    [InlineData("select table_schema, table_name, table_type from information_schema.tables where table_schema not in ('information_schema', 'pg_catalog')")]
    [InlineData("select column_name, data_type, is_nullable from information_schema.columns where table_schema = 'mart' and table_name = 'target_outcome' order by ordinal_position")]
    [InlineData("select nspname from pg_catalog.pg_namespace where nspname !~ '^pg_' and has_schema_privilege(nspname, 'USAGE')")]
    [InlineData("select c.relname, a.attname, pg_catalog.col_description(c.oid, a.attnum) from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace join pg_catalog.pg_attribute a on a.attrelid = c.oid where n.nspname = 'mart' and c.relkind in ('v', 'm', 'r') and a.attnum > 0 and pg_catalog.col_description(c.oid, a.attnum) is not null")]
    [InlineData("SELECT date_trunc('year', CAST(\"mart\".\"target_outcome\".\"period_start\" AS timestamp)) AS \"period_start\", COUNT(*) AS \"count\" FROM \"mart\".\"target_outcome\" WHERE \"mart\".\"target_outcome\".\"period_start\" >= CAST('2020-01-01' AS date) GROUP BY 1 ORDER BY 1 LIMIT 2000")]
    [InlineData("SELECT DATE_TRUNC('month', period_start) AS period_start, AVG(low) AS \"AVG(low)\" FROM mart.observation WHERE period_start >= TO_DATE('2020-01-01', 'YYYY-MM-DD') AND period_start < TO_DATE('2027-01-01', 'YYYY-MM-DD') AND unit = '%' GROUP BY DATE_TRUNC('month', period_start) ORDER BY \"AVG(low)\" DESC LIMIT 10000")]
    [InlineData("SELECT substring(\"mart\".\"observation\".\"quote\", 1, 1234) AS quote FROM \"mart\".\"observation\" LIMIT 10000")]
    public async Task What_metabase_and_superset_send_finds_rows(string sql) => Assert.True(await RowsAsync(sql) > 0, sql);

    [PostgresFact]
    public async Task A_dashboard_can_change_nothing()
    {
        await using var database = Storage.Database.OpenReader(api.ConnectionString);
        foreach (var sql in new[] { "create table mart.x (y int)", "update mart.run set kind = 'x'", "select * from indicators.document_version",
            "set default_transaction_read_only = off; delete from mart.failure" })
        {
            await using var command = database.CreateCommand(sql);
            await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        }
    }
}
