using System.Text.Json;
using Dapper;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests.Verbs.Work;

/// <summary>Workers as processes over a real PostgreSQL.</summary>
public sealed class WorkVerbTests
{
    private const string Unfinished = "select count(*) from indicators.document where current_version_id is distinct from latest_version_id";

    [PostgresFact]
    public async Task Nights_that_were_missed_are_made_good_by_one_scan_whatever_the_number_of_workers()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        WriteReports(folder, 12);
        var source = ("Indicators__Sources", folder.Path);
        await using (var first = await WorkerProcess.StartAsync(database.ConnectionString, source))
        {
            Assert.Equal(0, await first.StopAsync());
        }

        // The last three nights did not happen, as far as the schedule knows.
        await database.Source.CreateCommand(LateSchedule.ByDays(4)).ExecuteNonQueryAsync();
        await using var one = await WorkerProcess.StartAsync(database.ConnectionString, source);
        await using var other = await WorkerProcess.StartAsync(database.ConnectionString, source);
        await UntilAsync(database, "select count(*) = 12 from indicators.document where current_version_id = latest_version_id", one, other);

        Assert.Equal(1L, await CountAsync(database, "select count(*) from indicators.run where kind = 'scan'"));
        Assert.Equal(12L, await CountAsync(database, "select count(*) from indicators.extraction"));
    }

    [PostgresFact]
    public async Task Work_of_a_worker_that_is_killed_is_done_by_another_and_counts_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        WriteReports(folder, 300);
        await RegisterWithoutExtractingAsync(database, folder);

        for (var kill = 0; kill < 3; kill++)
        {
            await using var victim = await WorkerProcess.StartAsync(database.ConnectionString);
            var before = await CountAsync(database, Unfinished);
            await UntilAsync(database,
                $"select count(*) < {before} or count(*) = 0 from indicators.document where current_version_id is distinct from latest_version_id",
                victim);
            await victim.KillAsync();
        }

        await using var survivor = await WorkerProcess.StartAsync(database.ConnectionString);
        await UntilAsync(database, $"select ({Unfinished}) = 0", survivor);

        Assert.Equal(300L, await CountAsync(database, "select count(*) from indicators.extraction"));
        Assert.Equal(0L, await CountAsync(database, "select count(*) from indicators.observation where valid_to is not null"));
        Assert.Equal(600L, await CountAsync(database, "select count(*) from indicators.observation"));
    }

    [PostgresFact]
    public async Task A_worker_says_when_what_happened_and_is_listed_under_the_name_it_bears()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        await using var worker = await WorkerProcess.StartAsync(database.ConnectionString,
            ["work", "--log", "json", "--source", Path.Combine(folder.Path, "讲话")]);

        var environment = new Dictionary<string, string?> { ["ConnectionStrings__Indicators"] = database.ConnectionString };
        var status = await Program.RunAsync(["status"], environment: environment);
        Assert.Equal(0, await worker.StopAsync());

        Assert.Contains($"Workers: {Environment.MachineName}:{worker.Id}", status.OutputOrThrow(), StringComparison.Ordinal);
        var lines = worker.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var now = DateTimeOffset.UtcNow;
        Assert.All(lines, line => Assert.InRange(line.GetProperty("Timestamp").GetDateTimeOffset(), now.AddHours(-1), now));
        Assert.Contains(lines, line =>
            line.GetProperty("State").TryGetProperty("Worker", out var name) && name.GetString() == $"{Environment.MachineName}:{worker.Id}");
    }

    [PostgresFact]
    public async Task A_worker_without_sources_says_so()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var worker = await WorkerProcess.StartAsync(database.ConnectionString);
        await worker.StopAsync();

        Assert.Contains("No sources are given (Indicators__Sources)", worker.Log, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_worker_waits_for_a_database_that_is_down_and_goes_on()
    {
        await using var cluster = await PostgresCluster.StartOwnAsync();
        await using var database = await TestDatabase.CreateAsync(cluster);
        using var folder = new TemporaryFolder();
        WriteReports(folder, 20);
        await using var worker = await WorkerProcess.StartAsync(database.ConnectionString);

        await cluster.RestartAsync();
        database.Source.Clear();
        await RegisterWithoutExtractingAsync(database, folder);
        await UntilAsync(database, $"select ({Unfinished}) = 0", worker);

        Assert.Equal(0, await worker.StopAsync());
    }

    [PostgresFact]
    public async Task Health_tells_living_from_working()
    {
        await using var database = await TestDatabase.CreateAsync();
        var port = FreePort();
        await using var worker = await WorkerProcess.StartAsync(database.ConnectionString, ("Indicators__HealthPort", $"{port}"));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        Assert.Equal("alive\n", await client.GetStringAsync("/healthz"));
        Assert.Equal("ready\n", await client.GetStringAsync("/readyz"));
        var environment = new Dictionary<string, string?>
        {
            ["ConnectionStrings__Indicators"] = database.ConnectionString,
            ["Indicators__HealthPort"] = $"{port}",
        };
        var second = await Program.RunAsync(["work"], environment: environment);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"port {port}", second.Errors, StringComparison.Ordinal);
        Assert.Contains("in use", second.Errors, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task What_a_worker_does_is_sent_to_the_collector_that_the_standard_variables_name()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var collector = new CollectorStub();
        using var folder = new TemporaryFolder();
        WriteReports(folder, 3);
        await RegisterWithoutExtractingAsync(database, folder);
        await using var worker = await WorkerProcess.StartAsync(database.ConnectionString,
            [.. collector.Variables.Select(variable => (variable.Key, variable.Value))]);
        await UntilAsync(database, "select count(*) = 3 from indicators.document where current_version_id = latest_version_id", worker);
        // What is left is sent before the process ends.
        Assert.Equal(0, await worker.StopAsync());

        Assert.True(collector.Has("/v1/traces", "job extract-documents"));
        Assert.True(collector.Has("/v1/metrics", "indicators.documents.saved"));
        Assert.True(collector.Has("/v1/metrics", "indicators.job.duration"));
        Assert.True(collector.Has("/v1/metrics", "indicators-worker"));
    }

    [PostgresFact]
    public async Task A_worker_waits_for_a_database_that_is_down_and_is_alive_but_not_ready()
    {
        await using var cluster = await PostgresCluster.StartOwnAsync();
        await using var database = await TestDatabase.CreateAsync(cluster);
        await cluster.StopAsync();
        var port = FreePort();
        var starting = WorkerProcess.StartAsync(database.ConnectionString, ("Indicators__HealthPort", $"{port}"));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        Assert.Equal("alive\n", await AnswerAsync(client, "/healthz"));
        Assert.Equal("waiting for the database\n", await AnswerAsync(client, "/readyz"));

        await cluster.RestartAsync();
        await using var worker = await starting;
        while (await AnswerAsync(client, "/readyz") is var answer and not "ready\n")
        {
            // A machine with much to do reaches a database that has just started at the second try.
            Assert.Contains(answer, new[] { "starting\n", "waiting for the database\n" });
        }

        // The connections from before the restart.
        database.Source.Clear();
        const string Newer = "insert into indicators.schema_version (version, name, checksum) values (9999, 'newer', 'x')";
        await using (var newer = database.Source.CreateCommand(Newer))
        {
            await newer.ExecuteNonQueryAsync();
        }

        Assert.Contains("schema version 9999", await AnswerAsync(client, "/readyz"), StringComparison.Ordinal);
        Assert.Equal("alive\n", await AnswerAsync(client, "/healthz"));
    }

    private static void WriteReports(TemporaryFolder folder, int count)
    {
        for (var i = 0; i < count; i++)
        {
            folder.Write($"report{i:D4}.txt", $"第{i}号报告。2024年，全县地区生产总值完成{100 + i}亿元。2025年，全县地区生产总值增长{5 + i % 3}%左右。");
        }
    }

    /// <summary>What a process leaves that dies between storing documents and extracting them.</summary>
    private static async Task RegisterWithoutExtractingAsync(TestDatabase database, TemporaryFolder folder)
    {
        var documents = new Storage.Documents.DocumentStore(database.Source);
        await foreach (var result in new Sources.SourceReader().ReadAsync(folder.Path))
        {
            var read = Assert.IsType<Sources.ReadDocument>(result);
            await documents.RegisterAsync(
                new Storage.Documents.FoundDocument
                {
                    Place = new Storage.Documents.DocumentPlace(folder.Path, Path.GetFileName(read.Path)),
                    Uri = read.Path,
                    Document = read.Document,
                    ContentHash = read.ContentHash,
                    ReaderVersion = Sources.SourceReader.Version,
                    MediaType = read.MediaType,
                    ByteLength = read.Size,
                    RetrievedAt = DateTimeOffset.UtcNow,
                },
                isGone: null,
                CancellationToken.None);
        }
    }

    /// <summary>Returns when the question is answered with true. Only a worker that ends, or five minutes without an answer, is a failure.</summary>
    private static async Task UntilAsync(TestDatabase database, string question, params WorkerProcess[] workers)
    {
        for (var tries = 0; tries < 3000; tries++)
        {
            await using var connection = await database.Source.OpenConnectionAsync();
            if (await connection.ExecuteScalarAsync<bool>(question))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"never true: {question}\n{string.Join("\n---\n", workers.Select(worker => worker.Log))}");
    }

    private static async Task<long> CountAsync(TestDatabase database, string sql)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    /// <summary>Asks until the process listens.</summary>
    private static async Task<string> AnswerAsync(HttpClient client, string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var response = await client.GetAsync(path);
                return await response.Content.ReadAsStringAsync();
            }
            catch (HttpRequestException) when (tries < 3000)
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
