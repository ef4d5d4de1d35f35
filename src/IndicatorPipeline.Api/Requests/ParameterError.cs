namespace IndicatorPipeline.Api.Requests;

/// <summary>One wrong parameter of a request.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Value">The value as received, or null where the name itself is wrong.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="Allowed">The values, or for an unknown name the names, that are allowed; null where there is no such list.</param>
internal sealed record ParameterError(string Parameter, string? Value, string Message, IReadOnlyList<string>? Allowed = null);
