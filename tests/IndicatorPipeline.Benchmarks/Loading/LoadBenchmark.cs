using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Storage.Extractions;
using IndicatorPipeline.Storage.Migrations;
using Npgsql;

namespace IndicatorPipeline.Benchmarks.Loading;

/// <summary>
/// Loads generated reports into the database of <c>ConnectionStrings__Indicators</c> the way the jobs do (register, then save in batches) and says
/// how fast. Run by <c>scripts/benchmark-load [OBSERVATIONS [CONNECTIONS]]</c> and <c>scripts/bench ingest</c>, which give it a cluster of its own.
/// </summary>
internal static class LoadBenchmark
{
    private const int BatchSize = 50;

    /// <summary>
    /// Loads about as many observations as the first argument says, with as many connections at once as the second says; the third is the number of
    /// the first report, so that processes load different ones.
    /// </summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var observations = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 400_000;
        var connections = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 2;
        var first = arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 0;
        var connectionString = Environment.GetEnvironmentVariable("ConnectionStrings__Indicators")
            ?? throw new InvalidOperationException("set ConnectionStrings__Indicators to a database that may be filled with generated reports, or run scripts/benchmark-load");
        await using var database = Database.Open(connectionString);
        await new Migrator(database).MigrateAsync();

        var documents = observations / ReportGenerator.ObservationsPerReport;
        var next = -1;
        var total = 0;
        var saving = 0L;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            int batch;
            while ((batch = Interlocked.Increment(ref next)) * BatchSize < documents)
            {
                var numbers = Enumerable.Range(first + (batch * BatchSize), Math.Min(BatchSize, documents - (batch * BatchSize)));
                var items = await RegisterAsync(database, numbers);
                var begun = Stopwatch.GetTimestamp();
                var saved = await new ExtractionStore(database).SaveAsync(items, rulesVersion: 1, runId: null, default);
                Interlocked.Add(ref saving, Stopwatch.GetElapsedTime(begun).Ticks);
                var done = Interlocked.Add(ref total, saved.Sum(document => document.Added));
                if (batch % 40 == 39) Console.WriteLine($"{done,10:N0} observations, {done / clock.Elapsed.TotalSeconds,8:N0} a second");
            }
        })));

        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine($"loaded {total:N0} observations of {documents:N0} documents in {seconds:N1} s with {connections} connections");
        Console.WriteLine($"all of it (generate, register, save): {total / seconds:N0} observations a second");
        Console.WriteLine($"saving alone, while it ran: {total / (TimeSpan.FromTicks(saving).TotalSeconds / connections):N0} observations a second");
        return 0;
    }

    private static async Task<List<ExtractionToSave>> RegisterAsync(NpgsqlDataSource database, IEnumerable<int> numbers)
    {
        var extractions = numbers.Select(ReportGenerator.Report).ToList();
        var registered = await new DocumentStore(database).RegisterAsync([.. extractions.Select(Found)], null, default);
        return [.. registered.Select((document, i) => new ExtractionToSave(document.DocumentId, document.VersionId, extractions[i]))];
    }

    private static FoundDocument Found(DocumentExtraction extraction)
    {
        var bytes = Encoding.UTF8.GetBytes(extraction.Document.Text);
        return new FoundDocument
        {
            Place = new DocumentPlace("generated", $"{extraction.Document.Id}.txt"),
            Uri = $"generated:{extraction.Document.Id}",
            Document = extraction.Document,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            ReaderVersion = 1,
            MediaType = "text/plain",
            Encoding = "utf-8",
            ByteLength = bytes.Length,
            RetrievedAt = DateTimeOffset.UnixEpoch,
        };
    }
}
