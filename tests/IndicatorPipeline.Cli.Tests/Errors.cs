using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests;

/// <summary>Whatever is typed wrong, or is not there, gives one line that names it and says what to do, and a non-zero exit code.</summary>
public sealed class Errors
{
    [Theory]
    [InlineData("foo", "unknown verb 'foo'", "extract")]
    [InlineData("extract", "extract what?", "standard input")]
    [InlineData("extract --bad x", "unknown option '--bad'", "--format")]
    [InlineData("extract --format xml x", "unknown format 'xml'", "jsonl, csv or table")]
    [InlineData("extract --input csv x", "unknown input 'csv'", "jsonl")]
    [InlineData("extract --date 2025 x", "'2025' is no date for --date", "YYYY-MM-DD")]
    [InlineData("extract --region 99 x", "unknown region '99'", "370000")]
    [InlineData("extract --format", "--format", "--help")]
    [InlineData("explain --format xml x", "unknown format 'xml'", "tree or json")]
    [InlineData("evaluate", "gold", "--help")]
    [InlineData("evaluate nope.jsonl x", "there is no file 'nope.jsonl'", "path that exists")]
    [InlineData("query everything", "nothing is called 'everything'", "observations or outcomes")]
    [InlineData("query --indicator 国内", "no indicator is called '国内'", "gdp (地区生产总值)")]
    [InlineData("query --indicator 股价", "no indicator is called '股价'", "codes are")]
    [InlineData("query --region 江北区", "several regions are called '江北区' (--region)", "500105 (重庆市)")]
    [InlineData("query --year 25", "'25' is no year", "2023-2025")]
    [InlineData("query --status promised", "'promised' is nothing for --status", "target, actual, estimate")]
    [InlineData("query --chart", "--chart draws outcomes", "query outcomes")]
    [InlineData("ingest /no/such/folder", "there is no file or folder '/no/such/folder'", "path that exists")]
    [InlineData("migrate", "no database is given", "ConnectionStrings__Indicators")]
    [InlineData("work --cron tomorrow", "'tomorrow' is no schedule", "0 2 * * *")]
    [InlineData("work --cron 0,2,*,*,8", "is no schedule", "five fields")]
    [InlineData("work --time-zone Mars", "no time zone 'Mars'", "Asia/Shanghai")]
    [InlineData("work --health-port 0", "Indicators__HealthPort", "1 to 65535")]
    [InlineData("work --log xml", "unknown log 'xml'", "text or json")]
    public async Task A_wrong_word_is_named_and_what_is_right_is_said(string typed, string named, string remedy)
    {
        var result = await Program.RunAsync(typed.Split(' '));

        AssertOneLine(result, named, remedy);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var result = await Program.RunAsync(["extract", "/no/such/file.txt"]);

        AssertOneLine(result, "/no/such/file.txt", "check the path");
    }

    [Theory]
    [InlineData("", "no bytes")]
    [InlineData("\0\u0001\u0002\0\u0005\u0006\0\0\0\u0010\0\0", "neither text nor a known format")]
    public async Task A_file_without_text_is_named_and_the_rest_is_read(string content, string reason)
    {
        using var folder = new TemporaryFolder();
        var bad = folder.Write("bad.txt", content);
        var good = folder.Write("good.txt", "2024年，全县财政收入完成18亿元。");

        var result = await Program.RunAsync(["extract", bad, good]);

        AssertOneLine(result, bad, reason);
        Assert.Contains("\"document\":\"good\"", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=9;Database=x;Username=x", "cannot reach PostgreSQL")]
    [InlineData("Host=;nonsense", "connection string")]
    public async Task A_database_that_is_not_there_is_said(string connectionString, string reason)
    {
        var environment = new Dictionary<string, string?> { ["ConnectionStrings__Indicators"] = connectionString };
        foreach (var verb in new[] { "migrate", "status", "query", "reextract" })
        {
            var result = await Program.RunAsync([verb], environment: environment);

            AssertOneLine(result, reason, "");
        }
    }

    [PostgresFact]
    public async Task A_database_of_a_newer_program_is_refused_by_every_verb()
    {
        await using var database = await TestDatabase.CreateAsync();
        const string Newer = "insert into indicators.schema_version (version, name, checksum) values (9999, 'newer', 'x')";
        await using (var command = database.Source.CreateCommand(Newer))
        {
            await command.ExecuteNonQueryAsync();
        }

        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string?> { ["ConnectionStrings__Indicators"] = database.ConnectionString };
        foreach (var verb in new string[][] { ["migrate"], ["status"], ["query"], ["reextract"], ["work"], ["ingest", folder.Path] })
        {
            var result = await Program.RunAsync(verb, environment: environment);

            AssertOneLine(result, "schema version 9999", "newer program");
        }
    }

    [PostgresFact]
    public async Task An_empty_database_is_to_be_migrated_first()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();

        var environment = new Dictionary<string, string?> { ["ConnectionStrings__Indicators"] = database.ConnectionString };
        var result = await Program.RunAsync(["status"], environment: environment);

        AssertOneLine(result, "has no schema yet", "indicators migrate");
    }

    private static void AssertOneLine(ScriptResult result, string named, string remedy)
    {
        Assert.NotEqual(0, result.ExitCode);
        var line = Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("indicators: ", line, StringComparison.Ordinal);
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.Contains(remedy, line, StringComparison.Ordinal);
    }
}
