namespace IndicatorPipeline.Storage.Copies;

/// <summary>What a current speech states, in short.</summary>
internal sealed record Fingerprint : IComparable<Fingerprint>
{
    public required long DocumentId { get; init; }

    public required int SpeechNumber { get; init; }

    /// <summary>Where the document is: its collection.</summary>
    public required string Source { get; init; }

    /// <summary>Where the document is: its place in the collection.</summary>
    public required string Path { get; init; }

    /// <summary>Code of the place whose government speaks, or null.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Length in UTF-16 code units.</summary>
    public required int Length { get; init; }

    /// <summary>A hash of each different statement, in rising order.</summary>
    public required long[] Statements { get; init; }

    public SpeechKey Speech => new(DocumentId, SpeechNumber);

    /// <summary>
    /// Of like speeches the one that states more is the original, else the one whose place comes first. Never the one that was stored first: which
    /// that is depends on how many workers there are.
    /// </summary>
    public int CompareTo(Fingerprint? other)
    {
        if (other is null) return 1;
        var order = other.Statements.Length.CompareTo(Statements.Length);
        if (order == 0) order = string.CompareOrdinal(Source, other.Source);
        if (order == 0) order = string.CompareOrdinal(Path, other.Path);
        return order == 0 ? SpeechNumber.CompareTo(other.SpeechNumber) : order;
    }

    /// <summary>How many statements both make.</summary>
    public int Shared(Fingerprint other)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < Statements.Length && j < other.Statements.Length;)
        {
            var (mine, theirs) = (Statements[i], other.Statements[j]);
            if (mine == theirs) shared++;
            if (mine <= theirs) i++;
            if (theirs <= mine) j++;
        }

        return shared;
    }
}
