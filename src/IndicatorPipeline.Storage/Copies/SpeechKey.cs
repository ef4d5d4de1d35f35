namespace IndicatorPipeline.Storage.Copies;

/// <summary>A speech by its place: its document and its number in it. Ordered, because of two like speeches the first one is the original.</summary>
internal readonly record struct SpeechKey(long DocumentId, int Number) : IComparable<SpeechKey>
{
    public int CompareTo(SpeechKey other) => DocumentId != other.DocumentId ? DocumentId.CompareTo(other.DocumentId) : Number.CompareTo(other.Number);
}
