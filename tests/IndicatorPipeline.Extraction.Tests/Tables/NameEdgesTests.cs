using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Tests.Tables;

public sealed class NameEdgesTests
{
    [Fact]
    public void No_name_of_the_catalogue_is_ruled_out_wherever_it_is_cut()
    {
        var edges = NameEdges.Default;
        foreach (var entry in Lexicon.Default.Entries.Where(entry => entry.Indicator is not null))
        {
            for (var at = 1; at < entry.Term.Length; at++)
            {
                var (first, second) = (entry.Term[..at], entry.Term[at..]);
                Assert.True(edges.MayBegin(first) && edges.MayEnd(NameEdges.EndOf(second)) && edges.MayJoin(first[^1], NameEdges.EndOf(second))
                    && edges.MayBe(entry.Term), $"{first}|{second}");
            }
        }
    }

    [Fact]
    public void Most_other_words_are_ruled_out()
    {
        var others = Lexicon.Default.Entries.Where(entry => entry.Indicator is null && entry.Term.Length > 1).ToArray();
        Assert.True(others.Count(entry => NameEdges.Default.MayBegin(entry.Term)) < others.Length / 5);
        Assert.True(others.Count(entry => NameEdges.Default.MayEnd(NameEdges.EndOf(entry.Term))) < others.Length / 5);
    }
}
