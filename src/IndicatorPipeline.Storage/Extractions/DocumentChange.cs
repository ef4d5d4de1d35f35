namespace IndicatorPipeline.Storage.Extractions;

/// <summary>What has to happen to a document's rows: those that are as before stay, the others are closed and their successors added.</summary>
internal sealed class DocumentChange
{
    private DocumentChange(DocumentRows read, StoredRows stored, Catalogue catalogue)
    {
        Item = read.Item;
        foreach (var speech in read.Speeches)
        {
            if (stored.Speeches.TryGetValue(speech.Number, out var before) && before.Row == speech) Speeches.Add(speech.Number, before.SpeechId);
            else AddedSpeeches.Add(speech);
        }

        ClosedSpeeches.AddRange(stored.Speeches.Values.Where(before => !Speeches.ContainsKey(before.Row.Number)).Select(before => before.SpeechId));
        var kept = new HashSet<ObservationPlace>();
        foreach (var row in read.Observations)
        {
            if (catalogue.Refuse(row) is { } reason) Refusals.Add(new Refusal(Item.DocumentId, row, reason));
            // An observation of a speech whose row is another now is another too: it names the row.
            else if (Speeches.ContainsKey(row.SpeechNumber) && stored.Observations.TryGetValue(row.At, out var before) && before.Row == row)
                kept.Add(row.At);
            else AddedObservations.Add(row);
        }

        ClosedObservations.AddRange(stored.Observations.Where(before => !kept.Contains(before.Key)).Select(before => before.Value.ObservationId));
        foreach (var quote in AddedObservations.Select(row => row.Quote).Distinct())
        {
            if (stored.Sentences.TryGetValue(quote, out var sentenceId)) Sentences.Add(quote, sentenceId);
            else AddedSentences.Add(quote);
        }
    }

    public ExtractionToSave Item { get; }

    public List<SpeechRow> AddedSpeeches { get; } = [];

    public List<long> ClosedSpeeches { get; } = [];

    public List<Sentence> AddedSentences { get; } = [];

    public List<ObservationRow> AddedObservations { get; } = [];

    public List<long> ClosedObservations { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    /// <summary>By number of the speech, the number of its row; rows that are added join when they get theirs.</summary>
    public Dictionary<int, long> Speeches { get; } = [];

    /// <summary>Of the sentences of added observations, the number of the row; sentences that are added join when they get theirs.</summary>
    public Dictionary<Sentence, long> Sentences { get; } = [];

    public SavedExtraction Saved => new(
        Item.DocumentId,
        IsOutdated: false,
        Item.Extraction.Observations.Count - Refusals.Count,
        AddedObservations.Count,
        ClosedObservations.Count,
        Refusals.Count);

    public static DocumentChange Between(StoredRows stored, DocumentRows read, Catalogue catalogue) => new(read, stored, catalogue);
}
