namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>A jurisdiction as a title, a byline or the body names it.</summary>
/// <param name="Name">The name as named, simplified (<c>山东省</c>, <c>全国</c>).</param>
/// <param name="Region">Its division, or null where several bear the name.</param>
/// <param name="Level">Its level.</param>
internal sealed record Place(string Name, Region? Region, GovernmentLevel Level);
