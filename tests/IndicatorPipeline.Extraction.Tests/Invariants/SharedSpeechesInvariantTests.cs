using IndicatorPipeline.Extraction.Tests.Properties;

namespace IndicatorPipeline.Extraction.Tests.Invariants;

public class SharedSpeechesInvariantTests
{
    [SharedFact]
    public void Every_extraction_of_every_speech_is_in_order()
    {
        var problems = SharedSpeeches.Texts.AsParallel().Select(SharedSpeeches.Document)
            .SelectMany(document => Checks.Of(Extractor.Default.Extract(document)).Select(problem => $"{document.Id}: {problem}"));
        Assert.Equal([], problems.Order(StringComparer.Ordinal).Take(20));
    }

    [SharedFact]
    public void Every_speech_is_read_the_same_twice() => Assert.All(SharedSpeeches.Texts.Select(SharedSpeeches.Document), document =>
        Assert.Equal(Readings.Of(Extractor.Default.Extract(document)), Readings.Of(Extractor.Default.Extract(document))));
}
