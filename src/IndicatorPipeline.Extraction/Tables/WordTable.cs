using System.Globalization;
using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Words of grammar (<c>words.tsv</c>): bounds, changes, links, signs of target and outcome, guards.</summary>
internal static class WordTable
{
    /// <summary>Adds every word to the lexicon.</summary>
    public static void AddTo(LexiconBuilder builder)
    {
        foreach (var row in Tsv.Read("words.tsv"))
        {
            var roles = Role.None;
            foreach (var name in row["roles"].Split(' ')) roles |= row.Case<Role>("role", name);
            foreach (var word in row["words"].Split(' '))
            {
                var entry = builder.Entry(word);
                entry.Roles |= roles;
                Apply(entry, row);
            }
        }
    }

    private static void Apply(LexiconEntry entry, TsvRow row)
    {
        foreach (var pair in row["values"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = (pair[..pair.IndexOf(':')], pair[(pair.IndexOf(':') + 1)..]);
            switch (key)
            {
                case "bound":
                    entry.Bound = row.Case<Bound>(key, value);
                    break;
                case "sign":
                    entry.Sign = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "scope":
                    entry.Scope = row.Case<Scope>(key, value);
                    break;
                case "modality":
                    entry.Modality = row.Case<Modality>(key, value);
                    break;
                default:
                    throw row.Bad($"unknown value '{key}'");
            }
        }
    }
}
