using System.Buffers;
using System.Runtime.InteropServices;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>What the words of a heading say about its section (<c>headings.tsv</c>).</summary>
internal static class HeadingWords
{
    private const int SureWithin = 24;

    private static readonly Dictionary<char, List<Entry>> ByFirst = Load();
    private static readonly SearchValues<char> First = SearchValues.Create([.. ByFirst.Keys]);

    /// <summary>The kind of a section with the folded heading <paramref name="heading"/> (without its number), or unknown: the first row of the table that fits decides.</summary>
    public static SectionKind KindOf(ReadOnlySpan<char> heading)
    {
        var best = new Entry("", SectionKind.Unknown, default, int.MaxValue);
        for (var at = 0; at < heading.Length; at++)
        {
            foreach (var entry in At(heading, ref at))
            {
                if (entry.Row < best.Row && (at == 0 || entry.Reach != Reach.Start) && heading[at..].StartsWith(entry.Word, StringComparison.Ordinal)) best = entry;
            }
        }

        return best.Kind;
    }

    /// <summary>Offset behind the last word near the beginning that leaves no doubt, or 0.</summary>
    public static int SureEnd(ReadOnlySpan<char> text)
    {
        var beginning = text[..Math.Min(text.Length, SureWithin)];
        var end = 0;
        for (var at = 0; at < beginning.Length; at++)
        {
            foreach (var entry in At(beginning, ref at))
            {
                if (entry.Reach == Reach.Sure && beginning[at..].StartsWith(entry.Word, StringComparison.Ordinal)) end = Math.Max(end, at + entry.Word.Length);
            }
        }

        return end;
    }

    /// <summary>Whether the words leave no doubt, so that even a sub-heading stands for its own kind.</summary>
    public static bool IsSure(ReadOnlySpan<char> heading)
    {
        for (var at = 0; at < heading.Length; at++)
        {
            foreach (var entry in At(heading, ref at))
            {
                if (entry.Reach == Reach.Sure && heading[at..].StartsWith(entry.Word, StringComparison.Ordinal)) return true;
            }
        }

        return false;
    }

    // The words that may begin at the next place where any does; moves there.
    private static ReadOnlySpan<Entry> At(ReadOnlySpan<char> heading, ref int at)
    {
        var next = heading[at..].IndexOfAny(First);
        at = next < 0 ? heading.Length : at + next;
        return next < 0 ? [] : CollectionsMarshal.AsSpan(ByFirst[heading[at]]);
    }

    private static Dictionary<char, List<Entry>> Load()
    {
        var byFirst = new Dictionary<char, List<Entry>>();
        var number = 0;
        foreach (var row in Tsv.Read("headings.tsv"))
        {
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
            ref var entries = ref CollectionsMarshal.GetValueRefOrAddDefault(byFirst, row["word"][0], out _);
            (entries ??= []).Add(new Entry(row["word"], kind, reach, number++));
        }

        return byFirst;
    }

    private enum Reach
    {
        Any,
        Start,
        Sure,
    }

    private readonly record struct Entry(string Word, SectionKind Kind, Reach Reach, int Row);
}
