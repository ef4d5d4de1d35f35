using System.Globalization;

namespace IndicatorPipeline.Jobs.Extracting;

/// <summary>Documents to read, as a request holds them: <c>run:id,id,id</c>.</summary>
/// <param name="RunId">The run they belong to, or null.</param>
/// <param name="DocumentIds">Their numbers.</param>
public sealed record ExtractBatch(long? RunId, IReadOnlyList<long> DocumentIds)
{
    /// <exception cref="FormatException">The arguments are not of this form.</exception>
    public static ExtractBatch Parse(string arguments)
    {
        var colon = arguments.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            throw new FormatException($"'{arguments}' names no batch of documents");
        }

        var ids = arguments[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries);
        return new ExtractBatch(
            colon == 0 ? null : long.Parse(arguments.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture),
            [.. ids.Select(id => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture))]);
    }

    /// <summary>The request for any worker.</summary>
    public JobRequest ToRequest() =>
        new(JobNames.ExtractDocuments, string.Create(CultureInfo.InvariantCulture, $"{RunId}:{string.Join(',', DocumentIds)}"));
}
