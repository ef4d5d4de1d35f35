namespace IndicatorPipeline.Extraction;

/// <summary>TEMPORARY until the splitter is merged.</summary>
internal static class SpeechFinder
{
    public static IReadOnlyList<Speech> Split(SourceDocument document)
    {
        int? year = null;
        for (var i = 0; i + 4 <= document.Id.Length; i++)
            if (document.Id[i] is '1' or '2' && int.TryParse(document.Id.AsSpan(i, 4), out var y) && y is > 1940 and < 2050) { year = y; break; }
        return [new Speech { Number = 1, Span = new TextSpan(0, document.Text.Length), Year = year is { } v ? new Known<int>(v, Evidence.FileName) : null, Level = document.Id.StartsWith("nat", StringComparison.Ordinal) ? GovernmentLevel.Nation : document.Id.StartsWith("prov", StringComparison.Ordinal) ? GovernmentLevel.Province : GovernmentLevel.Unknown, Date = document.Date is { } d ? new Known<DateOnly>(d, Evidence.Given) : null }];
    }
}
