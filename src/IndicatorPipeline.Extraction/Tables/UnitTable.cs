using System.Collections.Frozen;
using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Names of units (<c>units.tsv</c>).</summary>
internal static class UnitTable
{
    private static readonly Lazy<FrozenDictionary<string, Dimension>> Dimensions = new(() =>
        Read().Select(pair => pair.Unit).DistinctBy(unit => unit.Code, StringComparer.Ordinal).ToFrozenDictionary(unit => unit.Code, unit => unit.Dimension, StringComparer.Ordinal));

    /// <summary>What the base unit of a code measures; none for a compound that a text makes up.</summary>
    public static Dimension DimensionOf(string code) => Dimensions.Value.GetValueOrDefault(code);

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

    private static IEnumerable<(string[] Names, UnitTerm Unit)> Read()
    {
        foreach (var row in Tsv.Read("units.tsv"))
        {
            if (!Enum.TryParse<Dimension>(row["dimension"], out var dimension)) throw row.Bad($"unknown dimension '{row["dimension"]}'");
            yield return (row["names"].Split(' '), new UnitTerm(row["code"], row.Decimal("factor"), dimension));
        }
    }
}
