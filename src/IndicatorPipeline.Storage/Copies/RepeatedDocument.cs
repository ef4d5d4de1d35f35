namespace IndicatorPipeline.Storage.Copies;

/// <summary>A document of which speeches repeat those of another in one way.</summary>
public sealed record RepeatedDocument
{
    /// <summary>Place of the document in its collection.</summary>
    public required string Path { get; init; }

    /// <summary>Place of the other document.</summary>
    public required string OriginalPath { get; init; }

    /// <summary>How many of its speeches repeat the other's.</summary>
    public required int Copies { get; init; }

    /// <summary>How many speeches it has.</summary>
    public required int Speeches { get; init; }

    /// <summary><c>exact</c>, <c>near</c> or <c>excerpt</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Lowest share of a copy's statements that the other makes too, above 0 to 1.</summary>
    public required decimal Similarity { get; init; }
}
