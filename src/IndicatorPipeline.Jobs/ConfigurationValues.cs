using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace IndicatorPipeline.Jobs;

/// <summary>Typed reading of a configuration section; errors name the environment variable.</summary>
internal sealed class ConfigurationValues(IConfiguration section, string path)
{
    private readonly SortedSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public string? Text(string name)
    {
        _asked.Add(name);
        return section[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    /// <summary>The parts of a list of sections.</summary>
    public IEnumerable<ConfigurationValues> Sections(string name)
    {
        _asked.Add(name);
        return section.GetSection(name).GetChildren().Select(part => new ConfigurationValues(part, $"{path}__{name}__{part.Key}"));
    }

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

    // One form only: read more freely, 5 and 24:00:00 are so many days.
    public TimeSpan? Duration(string name, TimeSpan least)
    {
        if (Text(name) is not { } text) return null;
        var isDuration = TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var duration)
            && text.Contains(':', StringComparison.Ordinal);
        return isDuration && duration >= least
            ? duration
            : throw Bad(name, $"give a duration of at least {least:c}, as 00:05:00 or 90.00:00:00 (days.hours:minutes:seconds)");
    }

    /// <summary>A misspelt setting would silently do nothing: what nobody has asked for by now, and no other program does, is refused.</summary>
    public void RefuseOthers(params string[] ofOtherPrograms)
    {
        var others = section.GetChildren().Where(child => !_asked.Contains(child.Key));
        if (others.FirstOrDefault(child => !ofOtherPrograms.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new BadConfigurationException($"there is no setting {path}__{unknown.Key}; there are {string.Join(", ", _asked)}");
    }

    public BadConfigurationException Bad(string name, string remedy) => new($"{path}__{name} is '{section[name]}'; {remedy}");
}
