using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>One document of a batch as the rows it should have.</summary>
/// <param name="Item">What was read.</param>
/// <param name="Speeches">Its speeches.</param>
/// <param name="Observations">Its observations, those that cannot be right among them.</param>
internal sealed record DocumentRows(ExtractionToSave Item, IReadOnlyList<SpeechRow> Speeches, IReadOnlyList<ObservationRow> Observations)
{
    /// <exception cref="BadExtractionException">An observation names a speech that its document does not have, or a span leaves the text.</exception>
    public static DocumentRows Of(ExtractionToSave item)
    {
        var (document, speeches, observations, _) = item.Extraction;
        var numbers = speeches.Select(speech => speech.Number).ToHashSet();
        var quotes = new Dictionary<TextSpan, Sentence>();
        var ordinals = new Dictionary<TextSpan, short>();
        var rows = new List<ObservationRow>(observations.Count);
        foreach (var observation in observations)
        {
            var span = observation.QuoteSpan;
            if (span.End > document.Text.Length || observation.Span.End > document.Text.Length)
                throw new BadExtractionException($"document {document.Id}: the observation at {observation.Span} leaves the text of {document.Text.Length} code units");
            if (!numbers.Contains(observation.Speech.Number))
                throw new BadExtractionException($"document {document.Id}: the observation at {observation.Span} names speech {observation.Speech.Number}, which is not there");
            if (!quotes.TryGetValue(span, out var quote))
                quotes[span] = quote = new Sentence(span.Start, span.End, StorableText.Of(observation.Quote));
            rows.Add(ObservationRow.Of(observation, quote, ordinals[observation.Span] = (short)(ordinals.GetValueOrDefault(observation.Span) + 1)));
        }

        return new DocumentRows(item, [.. speeches.Select(SpeechRow.Of)], rows);
    }
}
