using System.Globalization;

namespace IndicatorPipeline.Soak;

/// <summary>How hard the soak is.</summary>
internal sealed record SoakSettings
{
    /// <summary>Documents of the corpus, poisoned ones included; at least 100.</summary>
    public int Documents { get; private init; } = 10_000;

    /// <summary>Worker processes in the second half; the first half has two.</summary>
    public int Workers { get; private init; } = 4;

    /// <summary>Workers killed with SIGKILL at random moments.</summary>
    public int Kills { get; private init; } = 30;

    /// <summary>Restarts of PostgreSQL; the first of them is a crash.</summary>
    public int Restarts { get; private init; } = 3;

    /// <summary>
    /// Only what takes a moment: kill -9, restarts, an ending in good order. No full disk, no sleep, no clock, no long document, no missed nights.
    /// </summary>
    public bool IsBrief { get; private init; }

    /// <summary>What the corpus and the order of the faults follow from.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary>When the soak gives up.</summary>
    public TimeSpan Bound { get; private init; } = TimeSpan.FromMinutes(60);

    /// <summary>Where cluster, corpus and logs lie; null for a directory that is removed at the end.</summary>
    public string? Keep { get; private init; }

    /// <exception cref="SoakFailedException">An option has no meaning.</exception>
    public static SoakSettings Parse(string[] words)
    {
        var settings = new SoakSettings();
        for (var i = 0; i < words.Length; i += 2)
        {
            if (words[i] == "--brief")
            {
                settings = settings with { IsBrief = true };
                i--;
                continue;
            }

            var value = i + 1 < words.Length ? words[i + 1] : throw new SoakFailedException($"{words[i]} needs a value", 2);
            settings = words[i] switch
            {
                "--documents" => settings with { Documents = Number(words[i], value, 100, 1_000_000) },
                "--workers" => settings with { Workers = Number(words[i], value, 2, 32) },
                "--kills" => settings with { Kills = Number(words[i], value, 0, 10_000) },
                "--restarts" => settings with { Restarts = Number(words[i], value, 0, 100) },
                "--seed" => settings with { Seed = Number(words[i], value, 0, int.MaxValue) },
                "--minutes" => settings with { Bound = TimeSpan.FromMinutes(Number(words[i], value, 1, 1440)) },
                "--keep" => settings with { Keep = Path.GetFullPath(value) },
                var unknown =>
                    throw new SoakFailedException($"unknown option '{unknown}'; there are --documents --workers --kills --restarts --seed --minutes --keep --brief", 2),
            };
        }

        return settings;
    }

    private static int Number(string name, string text, int from, int to) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw new SoakFailedException($"{name} is '{text}'; give a whole number from {from} to {to}", 2);
}
