using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tests.Folding;

public class MarkFinderTests
{
    private const string SentenceEnds = "。!?\n";

    [Fact]
    public void Of_all_characters_it_finds_those_that_begin_numbers_or_end_sentences()
    {
        var all = string.Create(char.MaxValue + 1, 0, static (text, _) =>
        {
            for (var c = 0; c < text.Length; c++) text[c] = (char)c;
        });
        AssertFinds(all);
    }

    [Fact]
    public void It_finds_the_same_wherever_in_a_text_of_any_length_they_stand()
    {
        var random = new Random(7);
        const string Common = "的一是在不了有和人这中大为上个国我以要时来政性支改收整二三。,、\n0123456789%增长亿元";
        for (var length = 0; length < 300; length++)
            AssertFinds(string.Create(length, random, static (text, random) =>
            {
                foreach (ref var c in text) c = Common[random.Next(Common.Length)];
            }));
    }

    private static void AssertFinds(string text)
    {
        var expected = Enumerable.Range(0, text.Length)
            .Where(at => MarkFinder.NumberBeginnings.Contains(text[at]) || SentenceEnds.Contains(text[at]))
            .Select(at => (at, SentenceEnds.Contains(text[at])));
        var found = new TextMark[text.Length];
        var count = MarkFinder.Find(text, found);
        Assert.Equal(expected, found[..count].Select(mark => (mark.Offset, mark.EndsSentence)));
    }
}
