using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Names of units (<c>units.tsv</c>).</summary>
internal static class UnitTable
{
    /// <summary>Adds every name to the lexicon.</summary>
    public static void AddTo(LexiconBuilder builder)
    {
        foreach (var row in Tsv.Read("units.tsv"))
        {
            if (!Enum.TryParse<Dimension>(row["dimension"], out var dimension)) throw row.Bad($"unknown dimension '{row["dimension"]}'");
            var unit = new UnitTerm(row["code"], row.Decimal("factor"), dimension);
            foreach (var name in row["names"].Split(' '))
            {
                var entry = builder.Entry(name);
                entry.Roles |= Role.Unit;
                entry.Unit = unit;
            }
        }
    }
}
