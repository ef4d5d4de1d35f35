using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>What the words of a heading say about its section (<c>headings.tsv</c>).</summary>
internal static class HeadingWords
{
    private const int SureWithin = 24;

    private static readonly (PhraseTable<Entry> Words, PhraseSearch Sure, string Characters, Pieces<Entry> ByCharacter) Table = Load();

    /// <summary>The kind of a section with the folded heading <paramref name="heading"/> (without its number), or unknown: the first row of the table
    /// that fits decides.</summary>
    public static SectionKind KindOf(ReadOnlySpan<char> heading)
    {
        if (heading.IsEmpty) return SectionKind.Unknown;
        var best = new Entry(SectionKind.Unknown, default, int.MaxValue);
        // 以…为, 把…: a heading's first character may say enough.
        if (Table.Characters.IndexOf(heading[0], StringComparison.Ordinal) is var character and >= 0) best = Table.ByCharacter[character];
        for (var words = Table.Words.In(heading); words.Next();)
            if (words.Value.Row < best.Row && (words.At == 0 || words.Value.Reach != Reach.Start)) best = words.Value;
        return best.Kind == SectionKind.Review && PlansToo(heading) ? SectionKind.Unknown : best.Kind;
    }

    // 经济建设的成就和今后的任务: both, and every sentence has to tell for itself.
    private static bool PlansToo(ReadOnlySpan<char> heading)
    {
        var and = heading.LastIndexOfAny('和', '与', '及');
        if (and <= 0) return false;
        var rest = heading[(and + 1)..];
        return rest.StartsWith("今后") || rest.StartsWith("下一步") || rest.StartsWith("未来") || rest.StartsWith("下一年");
    }

    /// <summary>Offset behind the last word near the beginning that leaves no doubt, or 0.</summary>
    public static int SureEnd(ReadOnlySpan<char> text)
    {
        var end = 0;
        for (var words = Table.Words.In(text[..Math.Min(text.Length, SureWithin)]); words.Next();)
            if (words.Value.Reach == Reach.Sure) end = Math.Max(end, words.End);
        return end;
    }

    /// <summary>Whether the words leave no doubt, so that even a sub-heading stands for its own kind.</summary>
    public static bool IsSure(ReadOnlySpan<char> heading) => Table.Sure.IsIn(heading);

    private static (PhraseTable<Entry> Words, PhraseSearch Sure, string Characters, Pieces<Entry> ByCharacter) Load()
    {
        var rows = Tsv.Read("headings.tsv");
        var words = new PhraseTable<Entry>(rows.Length);
        var sure = new List<string>();
        var (characters, byCharacter) = ("", new Pieces<Entry>());
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var kind = row["kind"] switch
            {
                "unknown" => SectionKind.Unknown,
                "review" => SectionKind.Review,
                "goals" => SectionKind.Goals,
                "measures" => SectionKind.Measures,
                var other => throw row.Bad($"unknown kind '{other}'"),
            };
            var reach = row["place"] switch
            {
                "any" => Reach.Any,
                "start" => Reach.Start,
                "sure" => Reach.Sure,
                var other => throw row.Bad($"unknown place '{other}'"),
            };
            var word = row["word"];
            if (reach == Reach.Sure) sure.Add(word);
            if (word.Length > 1) words.Add(word, new Entry(kind, reach, i));
            else if (reach != Reach.Start) throw row.Bad($"'{word}' is too short to be looked for anywhere");
            else if (characters.Contains(word)) throw row.Bad($"'{word}' stands twice");
            else
            {
                characters += word;
                byCharacter.Add(new Entry(kind, reach, i));
            }
        }

        return (words, new PhraseSearch(sure), characters, byCharacter);
    }

    private enum Reach
    {
        Any,
        Start,
        Sure,
    }

    private readonly record struct Entry(SectionKind Kind, Reach Reach, int Row);
}
