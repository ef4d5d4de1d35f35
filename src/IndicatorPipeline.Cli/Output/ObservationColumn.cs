using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Output;

/// <summary>A field of an observation as outside readers know it.</summary>
/// <param name="Name">Its name in JSON and CSV.</param>
/// <param name="Value">Its value: null, a string, an int or a decimal without needless zeros.</param>
internal sealed record ObservationColumn(string Name, Func<Observation, object?> Value);
