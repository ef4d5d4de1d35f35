namespace IndicatorPipeline.Storage.Copies;

/// <summary>Two speeches that share sentences, and how many different statements (value and indicator) they make and share.</summary>
internal sealed record SpeechPair
{
    public required long DocumentId { get; init; }

    public required int Number { get; init; }

    public required long OtherDocumentId { get; init; }

    public required int OtherNumber { get; init; }

    public required int Statements { get; init; }

    public required int OtherStatements { get; init; }

    public required int Shared { get; init; }

    public required bool IsSameLength { get; init; }

    public SpeechKey Speech => new(DocumentId, Number);

    public SpeechKey Other => new(OtherDocumentId, OtherNumber);
}
