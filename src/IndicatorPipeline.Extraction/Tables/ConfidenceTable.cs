using System.Globalization;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>How much each kind of evidence says for an observation to be right in every field (<c>confidence.tsv</c>).</summary>
internal static class ConfidenceTable
{
    // Log-odds beyond this, in hundredths, are no surer.
    private const int Limit = 600;

    private static readonly Dictionary<string, int> Weights = Load();

    // The logistic function at each hundredth of log-odds: which of the probabilities, a number with two decimals each, in little memory.
    private static readonly byte[] Places = new byte[(2 * Limit) + 1];
    private static readonly decimal[] Probabilities = Logistic();

    /// <summary>The sum of all weights without any evidence.</summary>
    public static int Base { get; } = Weights["base"];

    /// <summary>Weight of <paramref name="evidence"/>; 0 where none was measured.</summary>
    public static int Of(string evidence) => Weights.TryGetValue(evidence, out var weight) ? weight : 0;

    /// <summary>The probability, from 0 to 1, for a sum of weights.</summary>
    public static ref readonly decimal Probability(int sum) => ref Probabilities[Places[Math.Clamp(sum, -Limit, Limit) + Limit]];

    private static decimal[] Logistic()
    {
        // It rises: equal ones stand side by side, but for 0.5 between 0.50 and 0.50.
        var (probabilities, last) = (new decimal[byte.MaxValue], -1);
        for (var hundredths = -Limit; hundredths <= Limit; hundredths++)
        {
            var probability = decimal.Round(1 / (1 + (decimal)Math.Exp(-hundredths / 100.0)), 2);
            if (last < 0 || probability != probabilities[last] || probability.Scale != probabilities[last].Scale) probabilities[++last] = probability;
            Places[hundredths + Limit] = (byte)last;
        }

        return probabilities;
    }

    private static Dictionary<string, int> Load()
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in Tsv.Read("confidence.tsv"))
        {
            if (!int.TryParse(row["weight"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight))
                throw row.Bad($"'{row["weight"]}' is no whole number");
            if (!weights.TryAdd(row["evidence"], weight)) throw row.Bad($"'{row["evidence"]}' stands twice");
        }

        return weights;
    }
}
