using System.Text;
using Dapper;
using IndicatorPipeline.Jobs;
using IndicatorPipeline.Jobs.Extracting;
using IndicatorPipeline.Jobs.Scanning;
using IndicatorPipeline.Storage.Migrations;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Jobs;

/// <summary>What the nightly scan and <c>indicators ingest</c> do, on a real PostgreSQL.</summary>
public sealed class ScanSourcesTests
{
    private const string Everything = """
        select coalesce(string_agg(d.path || ' ' || o.span_start || ' ' || o.value_text || ' ' || o.valid_from, '|' order by d.path, o.span_start), '')
        from indicators.observation o
        join indicators.document d on d.document_id = o.document_id
        where o.valid_to is null
        """;

    [PostgresFact]
    public async Task Scanning_twice_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scan = new LocalScan(database);
        WriteReports(scan, 8);

        var first = (await scan.ScanAsync()).Summary;
        var stored = await database.Source.QueryAsync(Everything);
        var second = (await scan.ScanAsync()).Summary;

        Assert.Equal((8, 0), (first.New, first.Unchanged));
        Assert.Equal((0, 0, 8), (second.New, second.Changed, second.Unchanged));
        Assert.NotEqual("", stored);
        Assert.Equal(stored, await database.Source.QueryAsync(Everything));
        Assert.Equal(8L, await CountAsync(database, "select count(*) from indicators.extraction"));
    }

    [PostgresFact]
    public async Task One_file_named_alone_is_the_document_that_its_folder_holds()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scan = new LocalScan(database);
        WriteReports(scan, 3);
        await scan.ScanAsync();

        var (summary, steps) = await scan.ScanAsync("report01.txt");

        Assert.Equal(ScanOutcome.Unchanged, Assert.Single(steps).Outcome);
        Assert.Equal(0, summary.Gone);
        Assert.Equal(3L, await CountAsync(database, "select count(*) from indicators.document where gone_at is null"));
    }

    [PostgresFact]
    public async Task A_changed_file_closes_what_it_stated_and_states_anew()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scan = new LocalScan(database);
        WriteReports(scan, 2);
        await scan.ScanAsync();

        scan.Write("report00.txt", "2024年，全县地区生产总值完成999亿元。");
        var summary = (await scan.ScanAsync()).Summary;

        Assert.Equal((1, 1), (summary.Changed, summary.Unchanged));
        Assert.Equal(1L, await CountAsync(database, "select count(*) from mart.observation where document = 'report00' and low = 99900000000"));
        Assert.Equal(1L, await CountAsync(database, "select count(*) from mart.observation where document = 'report00'"));
        Assert.NotEqual(0L, await CountAsync(database, "select count(*) from indicators.observation where valid_to is not null"));
    }

    [PostgresFact]
    public async Task Files_that_cannot_be_read_are_recorded_alone_and_cleared_when_they_can()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scan = new LocalScan(database);
        WriteReports(scan, 4);
        scan.Write("bad.txt", "");

        var (summary, steps) = await scan.ScanAsync();

        Assert.Equal((4, 1), (summary.New, summary.Failed));
        Assert.Contains("no bytes", steps.Single(step => step.Outcome == ScanOutcome.Failed).Reason, StringComparison.Ordinal);
        Assert.Equal(1L,
            await CountAsync(database,
            "select count(*) from mart.failure where path = 'bad.txt' and stage = 'read' and remedy is not null and next_attempt_at > now()"));

        scan.Write("bad.txt", "2024年，全县地区生产总值完成5亿元。");
        await scan.ScanAsync();

        Assert.Equal(0L, await CountAsync(database, "select count(*) from mart.failure"));
        Assert.Equal(0L, await CountAsync(database, "select count(*) from mart.document where pending"));
    }

    [PostgresFact]
    public async Task A_poisoned_document_fails_alone_is_set_aside_in_the_end_and_comes_back_when_it_is_cured()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var poison = database.Source.CreateCommand("""
            create function poison() returns trigger language plpgsql as $$
            begin
              if exists (select from indicators.document d where d.document_id = new.document_id and d.name = 'poisoned') then
                raise exception 'this document cannot be stored' using errcode = 'check_violation';
              end if;
              return new;
            end $$;
            create trigger poison before insert on indicators.extraction for each row execute function poison();
            """))
        {
            await poison.ExecuteNonQueryAsync();
        }

        await using var scan = new LocalScan(database);
        WriteReports(scan, 5);
        scan.Write("poisoned.txt", "2024年，全县地区生产总值完成7亿元。");

        await scan.ScanAsync();

        Assert.Equal(5L, await CountAsync(database, "select count(*) from mart.document where not pending"));
        Assert.Equal("save",
            await database.Source.QueryAsync("select stage from mart.failure where path = 'poisoned.txt' and reason like '%cannot be stored%'"));

        // Each attempt is due as soon as the sweep looks.
        for (var attempt = 2; attempt <= 6; attempt++)
        {
            await scan.RunAsync(new JobRequest(JobNames.RetryFailures));
            Assert.Equal($"{attempt - 1}", await database.Source.QueryAsync("select attempts::text from mart.failure"));
            await database.Source.ExecuteAsync("update indicators.failure set next_attempt_at = clock_timestamp() where next_attempt_at is not null");
            await scan.RunAsync(new JobRequest(JobNames.RetryFailures));
        }

        Assert.Equal(1L, await CountAsync(database, "select count(*) from mart.failure where set_aside_at is not null and attempts = 6"));

        await database.Source.ExecuteAsync("drop trigger poison on indicators.extraction; update indicators.failure set set_aside_at = null, next_attempt_at = clock_timestamp()");
        await scan.RunAsync(new JobRequest(JobNames.RetryFailures));

        Assert.Equal(0L, await CountAsync(database, "select count(*) from mart.failure"));
        Assert.Equal(6L, await CountAsync(database, "select count(*) from mart.document where not pending"));
    }

    [PostgresFact]
    public async Task A_document_that_ends_its_worker_is_tried_alone_and_then_waits()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var dying = new LocalScan(database, queue: new StillQueue(isPending: false));
        WriteReports(dying, 4);
        await dying.ScanAsync();
        await using var scan = new LocalScan(database, dying.Folder);
        var ids = (await database.Source.QueryAsync("select string_agg(document_id::text, ',' order by document_id) from indicators.document"))
            .Split(',').Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        await scan.RunAsync(new ExtractBatch(null, ids[..3]).ToRequest(), recovering: true);
        Assert.Equal(3L, await CountAsync(database, "select count(*) from mart.document where not pending"));

        // One that was saved before its worker ended has done nothing wrong.
        await scan.RunAsync(new ExtractBatch(null, [ids[1]]).ToRequest(), recovering: true);
        Assert.Equal(0L, await CountAsync(database, "select count(*) from mart.failure"));

        await scan.RunAsync(new ExtractBatch(null, [ids[3]]).ToRequest(), recovering: true);
        Assert.Equal(1L,
            await CountAsync(database,
            "select count(*) from mart.failure where stage = 'extract' and kind = 'worker_died' and next_attempt_at > now()"));
    }

    [PostgresFact]
    public async Task Scans_at_the_same_time_store_every_document_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var one = new LocalScan(database);
        await using var other = new LocalScan(database, one.Folder);
        WriteReports(one, 30);

        await Task.WhenAll(one.ScanAsync(), other.ScanAsync());

        Assert.Equal(30L, await CountAsync(database, "select count(*) from indicators.document"));
        Assert.Equal(30L, await CountAsync(database, "select count(*) from indicators.document_version"));
        Assert.Equal(60L, await CountAsync(database, "select count(*) from indicators.observation"));
        Assert.Equal(0L, await CountAsync(database, "select count(*) from mart.document where pending"));
    }

    [PostgresFact]
    public async Task Documents_that_were_stored_but_never_handed_out_are_found_by_the_sweep()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var dying = new LocalScan(database, queue: new StillQueue(isPending: false));
        WriteReports(dying, 4);
        await dying.ScanAsync();
        Assert.Equal(4L, await CountAsync(database, "select count(*) from mart.document where pending"));

        await using var living = new LocalScan(database, dying.Folder);
        await living.RunAsync(new JobRequest(JobNames.RetryFailures));

        Assert.Equal(0L, await CountAsync(database, "select count(*) from mart.document where pending"));
        Assert.Equal(8L, await CountAsync(database, "select count(*) from indicators.observation"));
    }

    [PostgresFact]
    public async Task A_run_whose_process_is_gone_is_abandoned()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scan = new LocalScan(database);
        await database.Source.ExecuteAsync($"insert into indicators.run (kind, worker, rules_version) values ('scan', '{Environment.MachineName}:4194999', 1), ('scan', 'elsewhere:1', 1)");

        await scan.RunAsync(new JobRequest(JobNames.RetryFailures));

        Assert.Equal("abandoned,running", await database.Source.QueryAsync("select string_agg(state, ',' order by run_id) from indicators.run"));
    }

    [PostgresFact]
    public async Task What_a_source_says_beside_the_text_is_kept_with_the_version()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scan = new LocalScan(database);
        scan.Write("page.html", """
            <html><head><title>某县政府工作报告</title><meta name="SiteName" content="某县人民政府网"><meta name="PubDate" content="2025-02-03 09:00"></head>
            <body><p>各位代表：现在，我代表县人民政府，向大会报告工作，请予审议。</p><p>2024年，全县地区生产总值完成105亿元，比上年增长6.1%。</p></body></html>
            """);
        // Cut within a character.
        File.WriteAllBytes(Path.Combine(scan.Folder, "lossy.txt"),
            Encoding.UTF8.GetBytes("各位代表：去年全县地区生产总值完成五十二亿元，增长百分之九，今年增长8%左右，新增城镇就业4200人。\n各")[..^1]);
        await scan.ScanAsync();

        Assert.Equal("2025-02-03 09:00 某县人民政府网",
            await database.Source.QueryAsync("select concat_ws(' ', published_on, published_site) from mart.document where document = 'page'"));
        Assert.Equal(1L, await CountAsync(database, "select count(*) from mart.document where document = 'lossy' and cardinality(warnings) > 0"));
        Assert.Equal(0L, await CountAsync(database, "select count(*) from mart.document where document = 'page' and warnings is not null"));
    }

    [PostgresFact]
    public async Task A_document_that_older_rules_gave_up_is_tried_again_by_newer_ones()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scan = new LocalScan(database);
        WriteReports(scan, 1);
        await scan.ScanAsync();
        await database.Source.ExecuteAsync("""
            insert into indicators.failure (source, path, stage, kind, reason, attempts, set_aside_at)
            select source, path, 'extract', 'fault', 'older rules stumbled', 6, clock_timestamp() from indicators.document
            """);

        await scan.RunAsync(new JobRequest(JobNames.RetryFailures));

        Assert.Equal(0L, await CountAsync(database, "select count(*) from mart.failure"));
    }

    [PostgresFact]
    public async Task What_is_due_again_does_not_wait_for_the_batches_of_others_and_is_handed_out_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var queue = new StillQueue(isPending: true);
        await using var scan = new LocalScan(database, queue: queue);
        WriteReports(scan, 2);
        await scan.ScanAsync();
        queue.Requests.Clear();
        await database.Source.ExecuteAsync("""
            insert into indicators.failure (source, path, stage, kind, reason, next_attempt_at)
            select source, path, 'extract', 'fault', 'it stumbled', clock_timestamp() from indicators.document where path = 'report00.txt'
            """);

        await scan.RunAsync(new JobRequest(JobNames.RetryFailures));
        await scan.RunAsync(new JobRequest(JobNames.RetryFailures));

        var due = await database.Source.QueryAsync("select document_id::text from indicators.document where path = 'report00.txt'");
        Assert.Equal($":{due}", Assert.Single(queue.Requests).Arguments);
        // Whoever took it may die: then it is due again.
        await database.Source.ExecuteAsync("update indicators.failure set next_attempt_at = clock_timestamp()");
        await scan.RunAsync(new JobRequest(JobNames.RetryFailures));
        Assert.Equal(2, queue.Requests.Count);
    }

    [PostgresFact]
    public async Task A_catalogue_that_is_not_loaded_fails_the_job_and_no_document()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var dying = new LocalScan(database, queue: new StillQueue(isPending: false));
        WriteReports(dying, 4);
        await dying.ScanAsync();
        await using var scan = new LocalScan(database, dying.Folder);
        await database.Source.ExecuteAsync("""
            alter table indicators.indicator disable trigger keep;
            delete from indicators.indicator;
            delete from indicators.catalogue
            """);

        var fault = await Assert.ThrowsAsync<SchemaVersionException>(() => scan.RunAsync(new JobRequest(JobNames.RetryFailures)));

        Assert.Equal($"the catalogue of database '{database.Name}' does not hold indicator gdp, which this program knows: run 'indicators migrate'",
            fault.Message);
        Assert.Equal(0L, await CountAsync(database, "select count(*) from mart.failure"));
        await new Migrator(database.Source).MigrateAsync();
        await using var later = new LocalScan(database, dying.Folder);
        await later.RunAsync(new JobRequest(JobNames.RetryFailures));
        Assert.Equal(0L, await CountAsync(database, "select count(*) from mart.document where pending"));
    }

    [PostgresFact]
    public async Task What_is_saved_and_cannot_be_settled_is_no_failure_and_is_settled_by_the_sweep()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scan = new LocalScan(database);
        WriteReports(scan, 4);
        await database.Source.ExecuteAsync("""
            create function broken() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
            create trigger broken before insert on indicators.fingerprint for each statement execute function broken()
            """);

        var summary = (await scan.ScanAsync()).Summary;

        Assert.Equal(4, summary.New);
        Assert.Equal("4 8 4", await database.Source.QueryAsync("""
            select concat_ws(' ', (select count(*) from mart.document where not pending), (select sum(observations) from indicators.extraction), (select count(*) from indicators.unsettled))
            """));
        Assert.Equal(0L, await CountAsync(database, "select count(*) from indicators.failure"));
        Assert.Equal((4, 8), (scan.Extracted.Sum(batch => batch.Documents), scan.Extracted.Sum(batch => batch.Added)));
        await database.Source.ExecuteAsync("drop trigger broken on indicators.fingerprint");
        await scan.RunAsync(new JobRequest(JobNames.RetryFailures));
        Assert.Equal(0L, await CountAsync(database, "select count(*) from indicators.unsettled"));
    }

    private static void WriteReports(LocalScan scan, int count)
    {
        for (var i = 0; i < count; i++)
        {
            scan.Write($"report{i:D2}.txt", $"第{i}号报告。2024年，全县地区生产总值完成{100 + i}亿元。2025年，全县地区生产总值增长{5 + i % 3}%左右。");
        }
    }

    private static async Task<long> CountAsync(TestDatabase database, string sql)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
