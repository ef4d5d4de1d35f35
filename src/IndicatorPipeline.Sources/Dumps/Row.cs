namespace IndicatorPipeline.Sources.Dumps;

/// <summary>A record of a dump, by the names of its columns.</summary>
/// <param name="Columns">The names.</param>
/// <param name="Values">The values in the same order; null for one that is no text or number.</param>
/// <param name="Warnings">What was not as it should be.</param>
internal sealed record Row(IReadOnlyList<string> Columns, IReadOnlyList<string?> Values, IReadOnlyList<string> Warnings)
{
    /// <summary>The value of the first column with one of these names, or null if there is none or it is blank.</summary>
    public string? Value(IEnumerable<string> names) =>
        Dumps.Columns.Find(Columns, names) is var index and >= 0 && !string.IsNullOrWhiteSpace(Values[index]) ? Values[index] : null;
}
