using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tests.Folding;

public class PhraseSearchTests
{
    private static readonly string[] Phrases = ["同步", "相适应", "高于", "快于", "保持在", "不超过", "目标", "以内", "没有提出"];

    [Fact]
    public void It_finds_what_a_plain_search_finds_in_texts_of_any_length()
    {
        var search = new PhraseSearch(Phrases);
        var random = new Random(11);
        const string Common = "高快于同步相适应保持在不超过目标以内没有提出的,。年";
        for (var round = 0; round < 4000; round++)
        {
            var text = string.Create(random.Next(70), random, static (text, random) =>
            {
                foreach (ref var c in text) c = Common[random.Next(Common.Length)];
            });
            Assert.True(search.IsIn(text) == Phrases.Any(phrase => text.Contains(phrase, StringComparison.Ordinal)), text);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(47)]
    public void A_phrase_is_found_at_the_very_end_and_not_beyond_it(int before)
    {
        var search = new PhraseSearch(Phrases);
        var text = new string('的', before) + "没有提出" + new string('的', 40);
        Assert.True(search.IsIn(text.AsSpan(0, before + 4)));
        Assert.False(search.IsIn(text.AsSpan(0, before + 3)));
    }
}
