using System.Globalization;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>How much each kind of evidence says for an observation to be right in every field (<c>confidence.tsv</c>).</summary>
internal static class ConfidenceTable
{
    // Log-odds beyond this, in hundredths, are no surer.
    private const int Limit = 600;

    private static readonly Dictionary<string, int> Weights = Load();

    // The logistic function at each hundredth of log-odds, as a probability with two decimals.
    private static readonly decimal[] Probabilities = Logistic();

    /// <summary>The sum of all weights without any evidence.</summary>
    public static int Base { get; } = Weights["base"];

    /// <summary>Weight of <paramref name="evidence"/>; 0 where none was measured.</summary>
    public static int Of(string evidence) => Weights.TryGetValue(evidence, out var weight) ? weight : 0;

    /// <summary>The probability, from 0 to 1, for a sum of weights.</summary>
    public static decimal Probability(int sum) => Probabilities[Math.Clamp(sum, -Limit, Limit) + Limit];

    private static decimal[] Logistic()
    {
        var probabilities = new decimal[(2 * Limit) + 1];
        for (var hundredths = -Limit; hundredths <= Limit; hundredths++) probabilities[hundredths + Limit] = decimal.Round(1 / (1 + (decimal)Math.Exp(-hundredths / 100.0)), 2);
        return probabilities;
    }

    private static Dictionary<string, int> Load()
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in Tsv.Read("confidence.tsv"))
        {
            if (!int.TryParse(row["weight"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight)) throw row.Bad($"'{row["weight"]}' is no whole number");
            if (!weights.TryAdd(row["evidence"], weight)) throw row.Bad($"'{row["evidence"]}' stands twice");
        }

        return weights;
    }
}
