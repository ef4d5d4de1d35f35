using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IndicatorPipeline.Extraction.Tests.Corpus;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>What holds for any text.</summary>
public class TextLaws
{
    private const string Alphabet =
        "0123456789０１２３％%‰.，,、。；：;:！!？?（）()[]【】《》“”\"'‘’—-–~～…·*×x#@&+=/\\|<>^_{}$￥ \t\r\n\u200B\uFEFF\u3000\u00A0\0\u0007\u001B\uD83D\uDE00\uD800\uDC00\uFFFD"
        + "〇零一二三四五六七八九十百千万亿几数多余来半成番倍翻分之点两第年月日今去上个至到由从占比为达超突破以内左右约近"
        + "生产总值财政收入固定资产投资增长下降提高百分点吨亩元人户公里全国省市县我“十四五”期间末目标力争确保预计回顾工作报告abcXYZ總結經濟";

    private static readonly Gen<string> Strings =
        from length in Gen.Choose(0, 200)
        from letters in Gen.Elements(Alphabet.ToCharArray()).ArrayOf(length)
        select new string(letters);

    // Words of reports cut to pieces and put together at random.
    private static readonly Gen<string> Scraps =
        from count in Gen.Choose(1, 12)
        from scraps in (from one in Gen.Elements(Readings.Cases.Select(one => one.Text).ToArray())
                        from start in Gen.Choose(0, one.Length - 1)
                        from length in Gen.Choose(1, 30)
                        select one.Substring(start, Math.Min(length, one.Length - start))).ArrayOf(count)
        select string.Concat(scraps);

    [Fact]
    public void No_text_throws_and_all_spans_lie_in_order_inside_it() => Law.Holds(Gen.OneOf(Strings, Scraps), 2000, text =>
    {
        foreach (var date in new DateOnly?[] { null, new DateOnly(2025, 1, 15) })
        {
            var extraction = Extractor.Default.Extract(new SourceDocument { Id = "any", Text = text, Date = date });
            if (Checks.Of(extraction).FirstOrDefault() is { } problem) return $"{problem} in {text}";
        }

        return null;
    });

    // A rule that looks before or behind a word must see that the text begins or ends there.
    [Fact]
    public void No_case_of_the_corpora_throws_wherever_it_is_cut_off()
    {
        var complaints = new List<string>();
        Parallel.ForEach(Readings.Cases, one =>
        {
            var document = one.Setting.Document(one.Text);
            var before = document.Text.Length - one.Text.Length;
            for (var at = 1; at < one.Text.Length; at++)
            {
                foreach (var text in (ReadOnlySpan<string>)[document.Text[..(before + at)], one.Text[at..]])
                {
                    string? problem = null;
                    var thrown = Record.Exception(() => problem = Checks.Of(Extractor.Default.Extract(document with { Text = text })).FirstOrDefault());
                    if ((thrown?.ToString() ?? problem) is not { } complaint) continue;
                    lock (complaints) complaints.Add($"{complaint} in {text}");
                }
            }
        });
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Take(5)));
    }

    [Fact]
    public void Folding_keeps_the_way_back() => Law.Holds(Gen.OneOf(Strings, Scraps), 2000, text =>
    {
        var folded = new FoldedText();
        folded.Fold(text, 0, text.Length);
        var before = -1;
        for (var i = 0; i < folded.Length; i++)
        {
            var source = folded.Source(i);
            if (source <= before || source >= text.Length) return $"folded {i} comes from {source}, the one before from {before}";
            if (folded.Offset(source) != i || folded.Offset(before + 1) != i)
                return $"{before + 1} to {source} lead to {folded.Offset(before + 1)} and {folded.Offset(source)}, not to {i}";
            // The blank that parts a headline is its comma.
            var isParting = folded.Span[i] == ',' && FoldTable.Fold(text[source]) == FoldTable.Blank;
            if (folded.Span[i] != FoldTable.Fold(text[source]) && !isParting) return $"folded {i} is '{folded.Span[i]}', not the fold of '{text[source]}'";
            before = source;
        }

        return null;
    });

    [Fact]
    public void Noise_between_and_over_the_characters_changes_nothing() => Law.Holds(
        // The cells of a table and the halves of a headline are told by the blanks between them.
        from one in Gen.Elements(Readings.Cases.Where(one => one.File is not ("Tables" or "Headlines") && !IsMisread(one)).ToArray())
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (one, seed),
        1500,
        drawn =>
        {
            var document = drawn.one.Setting.Document(drawn.one.Text);
            var noisy = new NoisyText(document.Text, document.Text.Length - drawn.one.Text.Length, new Random(drawn.seed));
            var clean = Readings.Of(Extractor.Default.Extract(document));
            var actual = Readings.Of(Extractor.Default.Extract(document with { Text = noisy.Text }), span => noisy.Original(span).ToString());
            return Readings.Difference(Names(clean), Names(actual)) is { } difference ? $"{noisy.Text}\n{difference}" : null;
        });

    // A number that the other reader misreads is misread in more than one way.
    private static bool IsMisread(CorpusCase one) => CorpusTests.Misread.Contains(CorpusCell.Escape(one.Text));

    // The name is as the text writes it: its characters may be Traditional.
    private static string[] Names(IReadOnlyList<string> lines) => [.. lines.Select(line => FoldTable.Fold(line))];
}
