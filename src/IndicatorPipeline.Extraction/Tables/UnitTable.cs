using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Names of units (<c>units.tsv</c>).</summary>
internal static class UnitTable
{
    // As numbers: a dictionary of values of our own would be compiled at each start of the program.
    private static readonly Lazy<Dictionary<string, int>> Dimensions = new(LoadDimensions);

    /// <summary>What the base unit of a code measures; none for a compound that a text makes up.</summary>
    public static Dimension DimensionOf(string code) => Dimensions.Value.TryGetValue(code, out var dimension) ? (Dimension)dimension : Dimension.None;

    /// <summary>Adds every name to the lexicon.</summary>
    public static void AddTo(LexiconBuilder builder)
    {
        foreach (var (names, unit) in Read())
        {
            foreach (var name in names)
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
        foreach (var (_, unit) in Read()) dimensions.TryAdd(unit.Code, (int)unit.Dimension);
        return dimensions;
    }

    private static IEnumerable<(string[] Names, UnitTerm Unit)> Read()
    {
        foreach (var row in Tsv.Read("units.tsv"))
        {
            if (!Enum.TryParse<Dimension>(row["dimension"], out var dimension)) throw row.Bad($"unknown dimension '{row["dimension"]}'");
            yield return (row["names"].Split(' '), new UnitTerm(row["code"], row.Decimal("factor"), dimension));
        }
    }
}
