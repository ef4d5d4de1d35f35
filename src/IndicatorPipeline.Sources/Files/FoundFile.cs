using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Files;

/// <summary>A file of a source, or why it could not be looked for.</summary>
/// <param name="Path">The path as reached from the source given.</param>
/// <param name="RelativePath">The path below the source's root.</param>
/// <param name="Problem">Why there is no file, or null.</param>
internal sealed record FoundFile(string Path, string RelativePath, Problem? Problem);
