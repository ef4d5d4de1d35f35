using System.Security.Cryptography;
using System.Text;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Storage.Extractions;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests;

/// <summary>Short ways to store documents in tests.</summary>
internal static class StoredDocuments
{
    public static FoundDocument Found(this SourceDocument document, string source = "speeches", string? path = null) => new()
    {
        Place = new DocumentPlace(source, path ?? document.Id + ".txt"),
        Uri = $"/{source}/{path ?? document.Id + ".txt"}",
        Document = document,
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text))),
        ReaderVersion = 1,
        MediaType = "text/plain",
        Encoding = "utf-8",
        ByteLength = Encoding.UTF8.GetByteCount(document.Text),
        RetrievedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)),
    };

    public static async Task<RegisteredDocument> RegisterAsync(
        this TestDatabase database, SourceDocument document, string? path = null, Func<DocumentPlace, bool>? isGone = null) =>
        await new DocumentStore(database.Source).RegisterAsync(document.Found(path: path), isGone, default);

    public static async Task<SavedExtraction> SaveAsync(this TestDatabase database, ReportBuilder report, int rulesVersion = 1, long? runId = null)
    {
        var extraction = report.Extraction();
        var registered = await database.RegisterAsync(extraction.Document);
        var saved = await new ExtractionStore(database.Source)
            .SaveAsync([new(registered.DocumentId, registered.VersionId, extraction)], rulesVersion, runId, default);
        return Assert.Single(saved);
    }
}
