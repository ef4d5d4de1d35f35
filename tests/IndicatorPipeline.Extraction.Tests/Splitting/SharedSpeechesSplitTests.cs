using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tests.Splitting;

public class SharedSpeechesSplitTests
{
    [SharedFact]
    public void The_collections_become_their_speeches()
    {
        Assert.Equal(19, SpeechSplitter.Split(SharedSpeeches.Named("001.txt")).Count);
        var five = SpeechSplitter.Split(SharedSpeeches.Named("002.txt"));
        Assert.Equal([2009, 2012, 2006, null, null], five.Select(speech => speech.Year?.Value));
        Assert.Equal(new DateOnly(2012, 2, 24), five[1].Date?.Value);
    }

    [SharedFact]
    public void Every_report_knows_its_year_and_place()
    {
        foreach (var document in SharedSpeeches.Texts.Select(SharedSpeeches.Document)
            .Where(document => document.Id.Contains('_', StringComparison.Ordinal)))
        {
            var speech = Assert.Single(SpeechSplitter.Split(document));
            Assert.Contains(speech.Year!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), document.Id, StringComparison.Ordinal);
            Assert.Equal(document.Id.StartsWith("national", StringComparison.Ordinal) ? "全国" : document.Id[14..], speech.Place!.Value);
            Assert.NotNull(speech.RegionCode);
            if (document.Id.StartsWith("province", StringComparison.Ordinal))
            {
                Assert.NotNull(speech.Date);
                Assert.NotNull(speech.Speaker);
                Assert.NotNull(speech.Office);
                Assert.Contains(speech.Sections, section => section.Kind == SectionKind.Review);
                Assert.Contains(speech.Sections, section =>
                    section.Kind == SectionKind.Goals || section.Heading.Contains("任务", StringComparison.Ordinal));
            }
        }
    }

    [SharedFact]
    public void The_text_alone_never_contradicts_the_file_s_name()
    {
        foreach (var document in SharedSpeeches.Texts.Select(SharedSpeeches.Document)
            .Where(document => document.Id.Contains('_', StringComparison.Ordinal)))
        {
            var named = SpeechSplitter.Split(document)[0];
            var unnamed = SpeechSplitter.Split(document with { Id = "x", FileName = null })[0];
            Assert.True(unnamed.Year is null || unnamed.Year.Value == named.Year!.Value, document.Id);
            Assert.True(unnamed.RegionCode is null || unnamed.RegionCode.Value == named.RegionCode!.Value, document.Id);
        }
    }

    [SharedFact]
    public void Speeches_and_sections_lie_in_order_and_sections_cover_their_speech()
    {
        foreach (var document in SharedSpeeches.Texts.Select(SharedSpeeches.Document))
        {
            var before = 0;
            foreach (var speech in SpeechSplitter.Split(document))
            {
                Assert.True(speech.Span.Start >= before && speech.Span.End <= document.Text.Length, document.Id);
                before = speech.Span.End;
                Assert.Equal(speech.Span.Start, speech.Sections[0].Span.Start);
                Assert.Equal(speech.Span.End, speech.Sections[^1].Span.End);
                foreach (var (section, next) in speech.Sections.Zip(speech.Sections.Skip(1))) Assert.Equal(section.Span.End, next.Span.Start);
            }
        }
    }

    [SharedFact]
    public void Any_cut_of_a_text_is_split_without_throwing()
    {
        foreach (var document in SharedSpeeches.Texts.Select(SharedSpeeches.Document))
        {
            for (var length = 1; length < document.Text.Length; length += 1 + (document.Text.Length / 37))
            {
                Assert.NotEmpty(SpeechSplitter.Split(document with { Text = document.Text[..length] }));
                Assert.NotEmpty(SpeechSplitter.Split(document with { Text = document.Text[length..] }));
            }
        }
    }
}
