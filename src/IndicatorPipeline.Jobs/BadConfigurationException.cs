namespace IndicatorPipeline.Jobs;

/// <summary>A configured value has no meaning.</summary>
/// <param name="message">One line that names the value and says what would have a meaning; no trailing full stop.</param>
public sealed class BadConfigurationException(string message) : Exception(message);
