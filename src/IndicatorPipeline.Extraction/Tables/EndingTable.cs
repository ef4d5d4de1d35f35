namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Endings by their last character: of a few hundred only those that a name can have are compared with it.</summary>
/// <remarks>Made without queries over values of our own, whose code would be compiled at every start of the program.</remarks>
internal sealed class EndingTable
{
    private const int Buckets = 128;

    private readonly List<Ending>[] byLast = new List<Ending>[Buckets];

    /// <param name="endings">The endings in the order in which they are to be tried.</param>
    public EndingTable(IEnumerable<Ending> endings)
    {
        foreach (var ending in endings) (byLast[ending.Text[^1] % Buckets] ??= []).Add(ending);
    }

    /// <summary>The first ending from <paramref name="from"/> on that <paramref name="name"/>, which is not empty, has; moves behind it. Null where there is none.</summary>
    public Ending? Next(ReadOnlySpan<char> name, ref int from)
    {
        var candidates = byLast[name[^1] % Buckets];
        while (candidates is not null && from < candidates.Count)
        {
            var ending = candidates[from++];
            if (name.EndsWith(ending.Text, StringComparison.Ordinal)) return ending;
        }

        return null;
    }
}
