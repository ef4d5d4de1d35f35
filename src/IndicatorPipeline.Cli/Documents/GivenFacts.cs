using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>What the caller says of all documents of a run.</summary>
/// <param name="Date">The day of the speeches, or null.</param>
/// <param name="RegionCode">Six digits of GB/T 2260, or null.</param>
internal sealed record GivenFacts(DateOnly? Date, string? RegionCode)
{
    /// <summary>The document with these facts where it does not bring its own.</summary>
    public SourceDocument AddTo(SourceDocument document) =>
        Date is null && RegionCode is null
            ? document
            : document with { Date = document.Date ?? Date, RegionCode = document.RegionCode ?? RegionCode };
}
