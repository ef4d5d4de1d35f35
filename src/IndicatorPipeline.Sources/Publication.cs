namespace IndicatorPipeline.Sources;

/// <summary>What a page or file says of its own publication, word for word. A copy site's date says nothing of the speech.</summary>
/// <param name="Title">Title of the page or file, or null.</param>
/// <param name="Date">Date of publication as written, or null.</param>
/// <param name="Author">Author or source (来源) as written, or null.</param>
/// <param name="Site">Name of the site, or null.</param>
/// <param name="CanonicalAddress">The address that the page calls its own, or null.</param>
public sealed record Publication(string? Title, string? Date, string? Author, string? Site, string? CanonicalAddress);
