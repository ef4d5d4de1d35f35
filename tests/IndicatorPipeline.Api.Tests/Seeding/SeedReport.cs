using System.Security.Cryptography;
using System.Text;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Documents;

namespace IndicatorPipeline.Api.Tests.Seeding;

/// <summary>A report that a test makes up: what it says, sentence by sentence, and what is to be read from it.</summary>
public sealed class SeedReport
{
    private readonly StringBuilder text = new();
    private readonly List<Func<SourceDocument, Speech, Observation>> observations = [];
    private readonly string region;
    private readonly int year;

    public SeedReport(string name, string region, int year)
    {
        (Name, this.region, this.year) = (name, region, year);
        Write($"{name}\n\n各位代表：\n");
    }

    public string Name { get; }

    public SeedReport Write(string words)
    {
        text.Append(words);
        return this;
    }

    /// <summary>A sentence with one number: <paramref name="before"/>, <paramref name="value"/>, <paramref name="after"/>.</summary>
    public SeedReport Say(
        string before, string value, string after, string? indicator, Measure measure, Status status, int? periodYear, Quantity? quantity,
        int? endYear = null, string? indicatorText = null, Scope scope = Scope.Own, string? regionCode = null, decimal confidence = 0.9m,
        string? part = null, Modality? modality = null, string? openIndicator = null)
    {
        var quoteStart = text.Length;
        text.Append(before).Append(value).Append(after);
        var quoteEnd = text.Length;
        observations.Add((document, speech) => new Observation
        {
            Document = document,
            Speech = speech,
            Span = new TextSpan(quoteStart + before.Length, quoteStart + before.Length + value.Length),
            QuoteSpan = new TextSpan(quoteStart, quoteEnd),
            Indicator = indicator,
            OpenIndicator = openIndicator,
            IndicatorText = indicatorText ?? before,
            Measure = measure,
            Quantity = quantity,
            Status = status,
            Modality = modality,
            Period = periodYear is { } from ? new Period(from, endYear ?? from, part) : null,
            Scope = scope,
            RegionCode = regionCode ?? region,
            Rule = "seeded",
            Derivation = new Derivation("before the number", "seeded", "seeded"),
            Confidence = confidence,
        });
        return this;
    }

    public FoundDocument Found(DateTimeOffset retrievedAt)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return new FoundDocument
        {
            Place = new DocumentPlace("seeds", $"{region}/{Name}.txt"),
            Uri = $"file:///seeds/{region}/{Name}.txt",
            Document = new SourceDocument { Id = Name, Text = text.ToString(), FileName = Name + ".txt" },
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            ReaderVersion = 1,
            MediaType = "text/plain",
            Encoding = "utf-8",
            ByteLength = bytes.Length,
            RetrievedAt = retrievedAt,
        };
    }

    public DocumentExtraction Extraction(SourceDocument document)
    {
        var speech = new Speech
        {
            Number = 1,
            Span = new TextSpan(0, document.Text.Length),
            Title = new Known<string>(Name, Evidence.Title),
            Date = new Known<DateOnly>(new DateOnly(year, 1, 15), Evidence.Byline),
            Year = new Known<int>(year, Evidence.Title),
            RegionCode = new Known<string>(region, Evidence.Title),
            Level = region == "000000" ? GovernmentLevel.Nation : GovernmentLevel.Province,
        };
        return new DocumentExtraction(document, [speech], [.. observations.Select(make => make(document, speech))], []);
    }
}
