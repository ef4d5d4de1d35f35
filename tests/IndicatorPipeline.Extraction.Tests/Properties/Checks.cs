namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>What must hold of any extraction.</summary>
internal static class Checks
{
    /// <summary>What does not hold.</summary>
    public static IEnumerable<string> Of(DocumentExtraction extraction)
    {
        var length = extraction.Document.Text.Length;
        var before = 0;
        foreach (var observation in extraction.Observations)
        {
            var span = observation.Span;
            if (span.Length == 0 || span.End > length) yield return $"span {span} of a text of {length}";
            else if (!observation.QuoteSpan.Contains(span))
                yield return $"{span} '{observation.ValueText}' lies outside its sentence {observation.QuoteSpan}";
            else if (!observation.Speech.Span.Contains(span))
                yield return $"{span} '{observation.ValueText}' lies outside its speech {observation.Speech.Span}";
            if (observation.QuoteSpan.Start < before) yield return $"the sentence at {observation.QuoteSpan} comes behind one at {before}";
            before = observation.QuoteSpan.Start;
            if (observation.Quantity is { } stated && stated.Unit.Length == 0) yield return $"{span} '{observation.ValueText}' has no unit";
            if (observation.Quantity is { } range && (range.Bound == Bound.Range) != (range.Low < range.High))
                yield return $"{span} '{observation.ValueText}' is {range.Low}..{range.High} with {range.Bound.Code()}";
            if (observation.Quantity is null && observation.Status != Status.Target)
                yield return $"{span} '{observation.ValueText}' has no number and is no target";
            if (observation.Derivation is not { Subject.Length: > 0, Status.Length: > 0, Period.Length: > 0 } || observation.Rule.Length == 0)
                yield return $"{span} '{observation.ValueText}' does not say where it comes from";
            if (observation.Confidence is < 0 or > 1) yield return $"{span} has confidence {observation.Confidence}";
            if (observation.Modality is not null && observation.Status == Status.Actual)
                yield return $"{span} '{observation.ValueText}' is an outcome with {observation.Modality}";
        }

        foreach (var span in extraction.Unbound)
        {
            if (span.Length == 0 || span.End > length) yield return $"unbound span {span} of a text of {length}";
            if (extraction.Observations.Any(observation => observation.Span.Overlaps(span) && observation.Quantity is not null))
                yield return $"{span} is both bound and unbound";
        }

        var numbers = extraction.Observations.Where(observation => observation.Quantity is not null).OrderBy(observation => observation.Span.Start)
            .ToList();
        foreach (var (one, next) in numbers.Zip(numbers.Skip(1)).Where(pair => pair.First.Span.Overlaps(pair.Second.Span)))
            yield return $"{one.Span} '{one.ValueText}' and {next.Span} '{next.ValueText}' overlap";
    }
}
