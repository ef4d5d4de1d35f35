namespace IndicatorPipeline.Soak.Comparison;

/// <summary>Two lists of rows against each other.</summary>
/// <param name="Rows">Rows of the soak.</param>
/// <param name="Missing">Rows that only the clean run has.</param>
/// <param name="Surplus">Rows that only the soak has.</param>
internal sealed record RowComparison(int Rows, IReadOnlyList<string> Missing, IReadOnlyList<string> Surplus)
{
    public static async Task<RowComparison> OfAsync(ComparedRows rows, Books clean, Books soak, CancellationToken cancellationToken)
    {
        var wanted = (await clean.ListAsync(rows.Sql, cancellationToken)).Order(StringComparer.Ordinal).ToList();
        var found = (await soak.ListAsync(rows.Sql, cancellationToken)).Order(StringComparer.Ordinal).ToList();
        List<string> missing = [], surplus = [];
        var (i, j) = (0, 0);
        while (i < wanted.Count || j < found.Count)
        {
            var order = i == wanted.Count ? 1 : j == found.Count ? -1 : string.CompareOrdinal(wanted[i], found[j]);
            if (order == 0)
            {
                i++;
                j++;
            }
            else if (order < 0)
            {
                missing.Add(wanted[i++]);
            }
            else
            {
                surplus.Add(found[j++]);
            }
        }

        return new RowComparison(found.Count, missing, surplus);
    }
}
