using IndicatorPipeline.Sources.Archives;

namespace IndicatorPipeline.Sources.Documents;

/// <summary>Where a stream of bytes comes from, and what is known of it before reading.</summary>
internal sealed record Origin
{
    /// <summary>The path to report.</summary>
    public required string Path { get; init; }

    /// <summary>The path below the root of its source, for ids.</summary>
    public required string RelativePath { get; init; }

    /// <summary>File name without directory.</summary>
    public required string FileName { get; init; }

    /// <summary>Charset that the server declared, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>Media type that the server declared, lower-case without parameters, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>How it was fetched, or null.</summary>
    public Retrieval? Retrieval { get; init; }

    /// <summary>In how many archives it lies.</summary>
    public int Depth { get; init; }

    /// <summary>What the outermost archive may still unpack to, or null outside archives.</summary>
    public UnpackBudget? Budget { get; init; }

    /// <summary>The origin of a member of this archive.</summary>
    public Origin Member(string name, UnpackBudget budget) => this with
    {
        Path = $"{Path}!/{name}",
        RelativePath = $"{RelativePath}!/{name}",
        FileName = name[(name.LastIndexOf('/') + 1)..],
        Charset = null,
        MediaType = null,
        Depth = Depth + 1,
        Budget = budget,
    };
}
