namespace IndicatorPipeline.Api.Responses;

/// <summary>The fields of a record in their order. The SELECT that fills it lists the same columns in the same order.</summary>
/// <param name="Name">Name of the record in OpenAPI, as <c>Observation</c>.</param>
/// <param name="Fields">The fields.</param>
internal sealed record Shape(string Name, IReadOnlyList<Field> Fields);
