namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Who speaks, as a title or byline says it.</summary>
/// <param name="Name">The name, or null.</param>
/// <param name="Office">The office (<c>省长</c>), or null.</param>
/// <param name="Level">Level of government of the office.</param>
internal readonly record struct Orator(string? Name, string? Office, GovernmentLevel Level);
