using FsCheck;
using FsCheck.Fluent;
using IndicatorPipeline.Extraction.Tests.Corpus;

namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>What depends on what: a reading is repeatable, and nothing reaches further than its section.</summary>
public class ExtractionLaws
{
    private static readonly DateOnly January = new(2025, 1, 15);

    // A sentence without a number, name or time says nothing of its neighbours.
    private static readonly string[] Asides = ["各项事业蓬勃发展。", "干部群众精神振奋。", "城乡面貌焕然一新。", "这些成绩来之不易。"];

    private static readonly CorpusCase[] Reviews = [.. Readings.Cases.Where(one => IsLineOf2025(one, SectionKind.Review))];
    private static readonly CorpusCase[] Goals = [.. Readings.Cases.Where(one => IsLineOf2025(one, SectionKind.Goals))];

    [Fact]
    public void Threads_that_share_the_extractor_read_what_one_reads()
    {
        var documents = Readings.Cases.Select(one => one.Setting.Document(one.Text)).ToArray();
        var serial = documents.Select(document => Readings.Of(Extractor.Default.Extract(document))).ToArray();
        var parallel = Enumerable.Range(0, 8 * documents.Length).AsParallel().WithDegreeOfParallelism(8)
            .Select(i => (Case: i % documents.Length, Lines: Readings.Of(Extractor.Default.Extract(documents[i % documents.Length])))).ToArray();
        Assert.All(parallel, one => Assert.Equal(serial[one.Case], one.Lines));
    }

    [Fact]
    public void An_explanation_holds_the_same_extraction() => Assert.All(Readings.Cases, one =>
    {
        var document = one.Setting.Document(one.Text);
        Assert.Equal(Readings.Of(Extractor.Default.Extract(document)), Readings.Of(Extractor.Default.Explain(document).Extraction));
    });

    [Fact]
    public void What_follows_a_section_changes_nothing_in_it() => Law.Holds(
        from review in Gen.Elements(Reviews).ArrayOf(3)
        from goals in Gen.Elements(Goals).ArrayOf(3)
        from others in Gen.Elements(Goals).ArrayOf(2)
        select (review, goals, others),
        500,
        drawn =>
        {
            // Whether each line is a sentence is told by the whole text: here the first paragraph settles it.
            var head = $"一、工作回顾\n{Asides[0]}{Asides[1]}\n{Join(drawn.review)}\n二、主要预期目标\n";
            var one = Read(head + Join(drawn.goals));
            var other = Read(head + Join(drawn.others));
            return Readings.Difference(Before(one, head.Length), Before(other, head.Length)) is { } difference ? $"{head}\n{difference}" : null;
        });

    [Fact]
    public void A_sentence_without_a_number_can_go_without_a_change_elsewhere() => Law.Holds(
        from review in Gen.Elements(Reviews).ArrayOf(4)
        from aside in Gen.Elements(Asides)
        from place in Gen.Choose(0, 4)
        select (review, aside, place),
        500,
        drawn =>
        {
            // In a paragraph of its own: within one, it could stand between a subject and what leaves it out.
            var texts = drawn.review.Select(one => one.Text).ToList();
            var without = $"一、工作回顾\n{string.Join('\n', texts)}";
            texts.Insert(drawn.place, drawn.aside);
            var with = $"一、工作回顾\n{string.Join('\n', texts)}";
            var at = with.IndexOf(drawn.aside, StringComparison.Ordinal);
            var longer = drawn.aside.Length + 1;
            var shifted = Readings.Of(Read(with), span =>
                (span.Start < at ? span : new TextSpan(span.Start - longer, span.End - longer)).ToString());
            return Readings.Difference(Readings.Of(Read(without)), shifted) is { } difference ? $"{with}\n{difference}" : null;
        });

    private static bool IsLineOf2025(CorpusCase one, SectionKind section) =>
        one.Setting.Section == section && one.Setting.Date?.Year == 2025 && !one.Text.Contains('\n', StringComparison.Ordinal);

    private static DocumentExtraction Read(string text) =>
        Extractor.Default.Extract(new SourceDocument { Id = "law", Text = text, Date = January, RegionCode = "370000" });

    private static string Join(CorpusCase[] cases) => string.Join('\n', cases.Select(one => one.Text));

    private static string[] Before(DocumentExtraction extraction, int end) =>
        [.. extraction.Observations.Where(observation => observation.Span.End <= end).Select(Shown)];

    private static string Shown(Observation observation)
    {
        var (quantity, status) = (CorpusCell.Of(observation, "quantity"), CorpusCell.Of(observation, "status"));
        return $"{observation.Span} {observation.Indicator} {quantity} {status} {CorpusCell.Of(observation, "period")}";
    }
}
