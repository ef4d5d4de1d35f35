using System.Globalization;
using IndicatorPipeline.Cli.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>The parts of documents that were annotated; elsewhere nothing counts for or against.</summary>
internal sealed class ScoredRanges
{
    private readonly Dictionary<string, List<(int From, int To)>>? _ranges;

    private ScoredRanges(Dictionary<string, List<(int From, int To)>>? ranges) => _ranges = ranges;

    public static ScoredRanges Everywhere { get; } = new(null);

    /// <summary>Reads lines of document, from, to; the end is exclusive.</summary>
    /// <exception cref="CommandFailedException">A line is not of this form.</exception>
    public static ScoredRanges Read(string path)
    {
        var ranges = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (line.Split('\t') is not [var document, var from, var to, ..]
                || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                || !int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end))
            {
                throw new CommandFailedException($"line {number + 1} of {path} is not: document, from, to (separated by tabs)");
            }

            if (!ranges.TryGetValue(document, out var list))
            {
                ranges[document] = list = [];
            }

            list.Add((start, end));
        }

        return new ScoredRanges(ranges);
    }

    public bool Contain(ScoredObservation observation) =>
        _ranges is null || (_ranges.TryGetValue(observation.Document, out var list)
            && list.Exists(range => range.From <= observation.Start && observation.Start < range.To));
}
