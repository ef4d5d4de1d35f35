namespace IndicatorPipeline.Api.Sdmx;

/// <summary>A code of a list.</summary>
/// <param name="Id">The code.</param>
/// <param name="Name">English name.</param>
/// <param name="NameZh">Chinese name, or null.</param>
/// <param name="Parent">Code it is a part of, or null.</param>
internal sealed record SdmxCode(string Id, string Name, string? NameZh, string? Parent);
