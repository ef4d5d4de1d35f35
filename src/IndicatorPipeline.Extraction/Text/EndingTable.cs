namespace IndicatorPipeline.Extraction.Text;

/// <summary>Phrases with what they stand for, found by the last character of a name: of a few hundred only those that can be its end are compared.</summary>
internal sealed class EndingTable<T>
{
    private const int Buckets = 128;

    private readonly (string Ending, T Value)[][] byLast;

    /// <param name="endings">The phrases in the order in which they are to be tried.</param>
    public EndingTable(IEnumerable<(string Ending, T Value)> endings)
    {
        var buckets = endings.ToLookup(one => one.Ending[^1] % Buckets);
        byLast = [.. Enumerable.Range(0, Buckets).Select(bucket => buckets[bucket].ToArray())];
    }

    /// <summary>The phrases that <paramref name="name"/>, which is not empty, can end with: all that it does end with, and some more.</summary>
    public ReadOnlySpan<(string Ending, T Value)> For(ReadOnlySpan<char> name) => byLast[name[^1] % Buckets];
}
