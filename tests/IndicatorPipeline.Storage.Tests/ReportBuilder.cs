using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Storage.Tests;

/// <summary>Writes a small report and what should be read from it, sentence by sentence.</summary>
internal sealed class ReportBuilder(string id, string? region, int year)
{
    private readonly System.Text.StringBuilder text = new();
    private readonly List<Func<SourceDocument, Speech, Observation>> observations = [];

    public DateOnly? Date { get; set; } = new DateOnly(year, 1, 15);

    /// <summary>Text without any statement.</summary>
    public ReportBuilder Say(string words)
    {
        text.Append(words);
        return this;
    }

    /// <summary>A sentence that states one number.</summary>
    public ReportBuilder State(
        string sentence, string value, string? indicator, decimal? low, Status status, int periodYear,
        Measure measure = Measure.Growth, Bound bound = Bound.Exact, string unit = "%", decimal? high = null, string? part = null,
        Modality? modality = null, Scope scope = Scope.Own, string? about = null, decimal confidence = 0.9m, string? openIndicator = null)
    {
        var at = text.Length;
        var start = at + sentence.IndexOf(value, StringComparison.Ordinal);
        var quote = new TextSpan(at, at + sentence.Length);
        text.Append(sentence);
        observations.Add((document, speech) => new Observation
        {
            Document = document,
            Speech = speech,
            Span = new TextSpan(start, start + value.Length),
            QuoteSpan = quote,
            IndicatorText = sentence[..sentence.IndexOf(value, StringComparison.Ordinal)],
            Indicator = indicator,
            OpenIndicator = openIndicator,
            Measure = measure,
            Quantity = low is { } number ? new Quantity(number, high ?? number, bound, unit) : null,
            Status = status,
            Modality = modality,
            Period = new Period(periodYear, periodYear, part),
            Scope = scope,
            RegionCode = about ?? region,
            Rule = "test",
            Derivation = new Derivation("before the number", "section", "year word"),
            Confidence = confidence,
        });
        return this;
    }

    public SourceDocument Document() => new() { Id = id, Text = text.ToString(), FileName = id + ".txt" };

    /// <summary>What the engine would return: one speech with these observations.</summary>
    public DocumentExtraction Extraction()
    {
        var document = Document();
        var speech = new Speech
        {
            Number = 1,
            Span = new TextSpan(0, document.Text.Length),
            Title = new Known<string>($"{year}年政府工作报告", Evidence.Title),
            Date = Date is { } date ? new Known<DateOnly>(date, Evidence.Byline) : null,
            Year = new Known<int>(year, Evidence.Title),
            RegionCode = region is null ? null : new Known<string>(region, Evidence.Title),
            Level = GovernmentLevel.Province,
            Sections = [new Section(new TextSpan(0, document.Text.Length), "一、回顾", SectionKind.Review)],
        };
        return new DocumentExtraction(document, [speech], [.. observations.Select(make => make(document, speech))], []);
    }
}
