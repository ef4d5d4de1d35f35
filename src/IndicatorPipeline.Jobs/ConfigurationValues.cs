using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace IndicatorPipeline.Jobs;

/// <summary>Typed reading of a configuration section; errors name the environment variable.</summary>
internal sealed class ConfigurationValues(IConfiguration section, string path)
{
    public string? Text(string name) => section[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Values by number (<c>Sources__0</c>, <c>Sources__1</c> …) or in one line, separated by semicolons.</summary>
    public IReadOnlyList<string> List(string name) =>
    [
        .. (Text(name) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. section.GetSection(name).GetChildren().Select(child => child.Value?.Trim() ?? "").Where(value => value.Length > 0),
    ];

    public int? Number(string name, int from, int to) =>
        Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number
        : throw Bad(name, $"give a whole number from {from} to {to}");

    public TimeSpan? Duration(string name, TimeSpan least) =>
        Text(name) is not { } text ? null
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= least ? duration
        : throw Bad(name, $"give a duration of at least {least:c}, as 00:05:00 or 90.00:00:00 (days.hours:minutes:seconds)");

    public BadConfigurationException Bad(string name, string remedy) => new($"{path}__{name} is '{section[name]}'; {remedy}");
}
