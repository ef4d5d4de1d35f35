using IndicatorPipeline.Extraction;
using IndicatorPipeline.Extraction.Serialization;

namespace IndicatorPipeline.Cli.Output;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesSink(Stream output) : ObservationSink
{
    private readonly ObservationJson _lines = new(block => output.Write(block.Span));

    /// <summary>Writes each observation while all that it speaks of is at hand.</summary>
    public override void Read(SourceDocument document) => Extractor.Default.Extract(document, _lines);

    public override void Complete() => _lines.Flush();

    public override void Dispose() => output.Dispose();
}
