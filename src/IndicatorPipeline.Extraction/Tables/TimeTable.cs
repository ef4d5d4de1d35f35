using System.Globalization;
using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Words for times (<c>times.tsv</c>).</summary>
internal static class TimeTable
{
    /// <summary>Adds every word to the lexicon.</summary>
    public static void AddTo(LexiconBuilder builder)
    {
        foreach (var row in Tsv.Read("times.tsv"))
        {
            var kind = row["kind"] switch
            {
                "relative" => TimeKind.Relative,
                "run" => TimeKind.Run,
                "absolute" => TimeKind.Absolute,
                "century" => TimeKind.Century,
                "part" => TimeKind.PartOnly,
                "same" => TimeKind.Same,
                "vague" => TimeKind.Vague,
                var other => throw row.Bad($"unknown kind '{other}'"),
            };
            var time = new TimeTerm(
                kind,
                int.Parse(row["from"], CultureInfo.InvariantCulture),
                int.Parse(row["to"], CultureInfo.InvariantCulture),
                row["part"] is { Length: > 0 } part ? part : null);
            foreach (var name in row["names"].Split(' '))
            {
                var entry = builder.Entry(name);
                entry.Roles |= Role.Time;
                entry.Time = time;
            }
        }
    }
}
