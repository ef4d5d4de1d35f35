using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Names of units (<c>units.tsv</c>).</summary>
internal static class UnitTable
{
    private const string File = "units.tsv";

    // As numbers: a dictionary of values of our own would be compiled at each start of the program.
    private static readonly Lazy<Dictionary<string, int>> Dimensions = new(LoadDimensions);

    /// <summary>What the base unit of a code measures; none for a compound that a text makes up.</summary>
    public static Dimension DimensionOf(string code) => Dimensions.Value.TryGetValue(code, out var dimension) ? (Dimension)dimension : Dimension.None;

    /// <summary>Adds every name to the lexicon.</summary>
    public static void AddTo(LexiconBuilder builder)
    {
        foreach (var row in Tsv.Read(File))
        {
            var unit = Read(row);
            foreach (var name in row["names"].Split(' '))
            {
                var entry = builder.Entry(name);
                entry.Roles |= Role.Unit;
                entry.Unit = unit;
            }
        }
    }

    private static Dictionary<string, int> LoadDimensions()
    {
        var dimensions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in Tsv.Read(File)) dimensions.TryAdd(row["code"], (int)Read(row).Dimension);
        return dimensions;
    }

    private static UnitTerm Read(TsvRow row) => new(row["code"], row.Decimal("factor"), row.Case<Dimension>("dimension", row.Field("dimension")));
}
