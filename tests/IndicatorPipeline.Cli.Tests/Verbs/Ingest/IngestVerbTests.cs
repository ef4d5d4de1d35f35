using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests.Verbs.Ingest;

/// <summary>Documents into the database by a person, with no worker anywhere.</summary>
public sealed class IngestVerbTests
{
    [PostgresFact]
    public async Task What_an_ingestion_that_was_killed_left_behind_is_done_by_the_next_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        var environment = new Dictionary<string, string?> { ["ConnectionStrings__Indicators"] = database.ConnectionString, ["COLUMNS"] = "200" };
        async Task<string> RunAsync(params string[] arguments) => (await Program.RunAsync(arguments, environment: environment)).OutputOrThrow();
        folder.Write("saved.txt", "2024年，全县粮食产量达到30万吨。");
        await RunAsync("ingest", folder.Path);

        // The database lets documents be stored and nothing be read from them, which is waited for; then comes kill -9.
        await ExecuteAsync(database, $"""
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not now' using errcode = '57P03'; end $$;
            create trigger refuse before insert on indicators.extraction for each row execute function refuse();
            insert into indicators.unsettled (document_id, since) select document_id, saved_at from indicators.document;
            insert into indicators.run (kind, worker, rules_version) values ('ingest', '{Environment.MachineName}:4194999', 1);
            """);
        folder.Write("stored.txt", "2024年，全县地区生产总值增长6%。");
        elsewhere.Write("other.txt", "2024年，全县财政收入增长9%。");
        using (var killed = Program.Start(["ingest", folder.Path, elsewhere.Path], environment))
        {
            while (!(await RunAsync("status")).Contains("3 documents (2 waiting", StringComparison.Ordinal)) await Task.Delay(100);
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        await ExecuteAsync(database, "drop trigger refuse on indicators.extraction");
        Assert.Contains("a worker or the next 'indicators ingest' does it", await RunAsync("status"), StringComparison.Ordinal);

        await RunAsync("ingest", folder.Path);

        var status = await RunAsync("status");
        // What was named is in; another folder is left to whoever names it.
        Assert.Contains("3 documents (1 waiting", status, StringComparison.Ordinal);
        Assert.DoesNotContain("have still to follow", status, StringComparison.Ordinal);
        Assert.Contains("abandoned", status, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task What_older_rules_have_read_is_counted_until_it_is_read_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string?> { ["ConnectionStrings__Indicators"] = database.ConnectionString, ["COLUMNS"] = "200" };
        async Task<string> RunAsync(params string[] arguments) => (await Program.RunAsync(arguments, environment: environment)).OutputOrThrow();
        folder.Write("a.txt", "2024年，全县粮食产量达到30万吨。");
        folder.Write("b.txt", "2024年，全县地区生产总值增长6%。");
        await RunAsync("ingest", folder.Path);
        Assert.DoesNotContain("older rules", await RunAsync("status"), StringComparison.Ordinal);

        await ExecuteAsync(database, "update indicators.document set current_rules_version = 1 where name = 'a'");

        Assert.Contains("1 documents were read by older rules", await RunAsync("status"), StringComparison.Ordinal);
        Assert.StartsWith("1 documents read again", await RunAsync("reextract"), StringComparison.Ordinal);
        Assert.DoesNotContain("older rules", await RunAsync("status"), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Links_that_lead_up_are_neither_counted_nor_followed_for_ever()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "2024年，全县粮食产量达到30万吨。");
        // Three of them, followed as deep as the system lets them be, would be more files than anyone can count.
        foreach (var name in new[] { "x", "y", "z" }) Directory.CreateSymbolicLink(Path.Combine(folder.Path, name), folder.Path);

        var environment = new Dictionary<string, string?>
        {
            ["ConnectionStrings__Indicators"] = database.ConnectionString,
            ["COLUMNS"] = "200",
        };
        var result = await Program.RunAsync(["ingest", folder.Path], environment: environment);

        Assert.Contains("│    1 │   1 │", result.OutputOrThrow(), StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
