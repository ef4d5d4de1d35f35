using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Documents;

public sealed class DocumentStoreTests
{
    private static SourceDocument Document(string text = "增长5%。") => new()
    {
        Id = "a",
        Text = text,
        Title = "2025年政府工作报告",
        Date = new DateOnly(2025, 1, 20),
        RegionCode = "370000",
        FileName = "a.txt",
    };

    [PostgresFact]
    public async Task A_document_is_new_then_unchanged_then_changed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.RegisterAsync(Document());
        var second = await database.RegisterAsync(Document());
        var third = await database.RegisterAsync(Document("增长6%。"));

        Assert.Equal([RegistrationKind.New, RegistrationKind.Unchanged, RegistrationKind.Changed], [first.Kind, second.Kind, third.Kind]);
        Assert.Equal(first.DocumentId, third.DocumentId);
        Assert.Equal(first.VersionId, second.VersionId);
        Assert.NotEqual(first.VersionId, third.VersionId);
    }

    [PostgresFact]
    public async Task What_was_registered_can_be_loaded_for_the_engine()
    {
        await using var database = await TestDatabase.CreateAsync();
        var registered = await database.RegisterAsync(Document());
        var store = new DocumentStore(database.Source);
        var stored = await store.LoadAsync(registered.DocumentId, default);

        Assert.Equal(Document(), stored?.Document);
        Assert.Equal((registered.VersionId, new DocumentPlace("speeches", "a.txt")), (stored!.VersionId, stored.Place));
        Assert.Null(await store.LoadAsync(-1, default));
    }

    [PostgresFact]
    public async Task The_reader_learns_what_is_known_unless_an_older_reader_decoded_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RegisterAsync(Document());
        var store = new DocumentStore(database.Source);

        var known = await store.KnownAsync("speeches", 1, default);
        Assert.Equal(Document().Found().ContentHash, known["a.txt"].ContentHash);
        Assert.Empty(await store.KnownAsync("speeches", 2, default));
        Assert.Empty(await store.KnownAsync("others", 1, default));
    }

    [PostgresFact]
    public async Task The_same_bytes_decoded_otherwise_are_another_version()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new DocumentStore(database.Source);
        var found = Document().Found();
        await store.RegisterAsync(found, null, default);
        var again = await store.RegisterAsync(found with { ReaderVersion = 2, Document = Document("增长5%。\n") }, null, default);

        Assert.Equal(RegistrationKind.Changed, again.Kind);
        Assert.Single(await store.KnownAsync("speeches", 2, default));
    }

    [PostgresFact]
    public async Task A_moved_file_keeps_its_document()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.RegisterAsync(Document(), "old/a.txt");
        var copied = await database.RegisterAsync(Document(), "copy/a.txt", isGone: _ => false);
        var moved = await database.RegisterAsync(Document(), "new/a.txt", isGone: place => place.Path == "old/a.txt");

        Assert.Equal(RegistrationKind.New, copied.Kind);
        Assert.Equal((first.DocumentId, first.VersionId, RegistrationKind.Moved), (moved.DocumentId, moved.VersionId, moved.Kind));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(["copy/a.txt", "new/a.txt"], await connection.QueryAsync<string>("select path from mart.document order by path"));
    }

    [PostgresFact]
    public async Task A_batch_is_stored_as_its_documents_alone_would_be()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new DocumentStore(database.Source);
        await database.RegisterAsync(Document("不变。"), "same.txt");
        await database.RegisterAsync(Document("从前。"), "changed.txt");
        await database.RegisterAsync(Document("搬家。"), "old/moved.txt");
        var full = Document("增长7%。").Found(path: "new.txt") with
        {
            ETag = "\"e\"", PublishedOn = "2025-02-03", Apart = [("note", "注释\u0000")], Warnings = ["one", "two"], FoldedHash = new string('b', 64),
        };

        var registered = await store.RegisterAsync(
            [full, Document("不变。").Found(path: "same.txt"), Document("如今。").Found(path: "changed.txt"), Document("搬家。").Found(path: "new/moved.txt"),
                Document("搬家。").Found(path: "new/copy.txt")],
            place => place.Path == "old/moved.txt",
            default);

        Assert.Equal(
            [RegistrationKind.New, RegistrationKind.Unchanged, RegistrationKind.Changed, RegistrationKind.Moved, RegistrationKind.New],
            registered.Select(document => document.Kind));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(
            ["changed.txt 如今。 2", "new.txt 增长7%。 1", "new/copy.txt 搬家。 1", "new/moved.txt 搬家。 1", "same.txt 不变。 1"],
            await connection.QueryAsync<string>("""
                select concat_ws(' ', d.path, v.text, (select count(*) from indicators.document_version a where a.document_id = d.document_id))
                from indicators.document d join indicators.document_version v on v.version_id = d.latest_version_id order by d.path
                """));
        Assert.Equal(
            "\"e\" 2025-02-03 [{\"kind\": \"note\", \"text\": \"注释␀\"}] {one,two} 64",
            await connection.ExecuteScalarAsync<string>("""
                select concat_ws(' ', d.etag, v.published_on, v.apart, v.warnings, length(encode(v.folded_hash, 'hex')))
                from indicators.document d join indicators.document_version v on v.version_id = d.latest_version_id where d.path = 'new.txt'
                """));
        Assert.Equal(0,
            await connection.ExecuteScalarAsync<int>("select count(*) from indicators.document_version where warnings is not null and document_id <> @DocumentId", new { registered[0].DocumentId }));
    }

    [PostgresFact]
    public async Task Processes_that_find_the_same_documents_in_other_orders_store_each_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new DocumentStore(database.Source);
        var batch = Enumerable.Range(0, 20).Select(i => Document($"第{i}件。").Found(path: $"{i}.txt")).ToList();
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => store.RegisterAsync(i % 2 == 0 ? batch : [.. Enumerable.Reverse(batch)], null, default))));

        Assert.Equal(20, all.SelectMany(registered => registered).Select(document => document.DocumentId).Distinct().Count());
        Assert.Equal(20, all.SelectMany(registered => registered).Count(document => document.Kind == RegistrationKind.New));
    }

    [PostgresFact]
    public async Task Documents_wait_until_they_are_read_by_the_newest_rules()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new DocumentStore(database.Source);
        var report = new ReportBuilder("r", "370000", 2025).State("增长5%。", "5%", "gdp", 5, Status.Actual, 2024);
        var waiting = await database.RegisterAsync(Document());
        await database.SaveAsync(report, rulesVersion: 3);

        Assert.Equal([waiting.DocumentId], await store.ListWaitingAsync(3, 0, 10, default));
        Assert.Equal(2, (await store.ListWaitingAsync(4, 0, 10, default)).Count);
        Assert.Single(await store.ListWaitingAsync(4, 0, 1, default));
        Assert.Single(await store.ListWaitingAsync(4, waiting.DocumentId, 10, default));
    }

    [PostgresFact]
    public async Task A_document_read_by_the_other_number_reader_is_waiting_unless_its_rules_are_newer()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new DocumentStore(database.Source);
        var report = new ReportBuilder("r", "370000", 2025).State("增长5%。", "5%", "gdp", 5, Status.Actual, 2024);
        await database.SaveAsync(report, rulesVersion: 3);
        Assert.Empty(await store.ListWaitingAsync(3, 0, 10, default));

        await using var connection = await database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("update indicators.document set current_number_reader = 'another'; update indicators.extraction set number_reader = 'another'");

        Assert.Single(await store.ListWaitingAsync(3, 0, 10, default));
        Assert.Empty(await store.ListWaitingAsync(2, 0, 10, default));
        Assert.True((await database.SaveAsync(report, rulesVersion: 2)).IsOutdated);
        Assert.False((await database.SaveAsync(report, rulesVersion: 3)).IsOutdated);
        Assert.Empty(await store.ListWaitingAsync(3, 0, 10, default));
        Assert.Equal(["another", Extractor.NumberReader],
            await connection.QueryAsync<string>("select number_reader from indicators.extraction order by saved_at"));
    }

    [PostgresFact]
    public async Task What_was_not_seen_is_gone_until_it_is_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new DocumentStore(database.Source);
        await database.RegisterAsync(Document(), "a.txt");
        await database.RegisterAsync(Document("增长6%。"), "b.txt");
        await using var connection = await database.Source.OpenConnectionAsync();
        var begun = await connection.ExecuteScalarAsync<DateTimeOffset>("select clock_timestamp()");
        await store.MarkSeenAsync("speeches", ["a.txt"], default);

        Assert.Equal(1, await store.MarkGoneAsync("speeches", begun, default));
        Assert.Equal(0, await store.MarkGoneAsync("speeches", begun, default));
        Assert.Equal(["b.txt"], await connection.QueryAsync<string>("select path from mart.document where gone_at is not null"));
        await database.RegisterAsync(Document("增长6%。"), "b.txt");
        Assert.Empty(await connection.QueryAsync<string>("select path from mart.document where gone_at is not null"));
    }

    [PostgresFact]
    public async Task Processes_that_find_one_document_at_once_store_it_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => database.RegisterAsync(Document()))));

        Assert.Single(all.Select(registered => registered.VersionId).Distinct());
        Assert.Single(all, registered => registered.Kind == RegistrationKind.New);
    }
}
