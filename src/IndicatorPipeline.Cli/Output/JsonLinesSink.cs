using IndicatorPipeline.Extraction;
using IndicatorPipeline.Extraction.Serialization;

namespace IndicatorPipeline.Cli.Output;

/// <summary>One JSON object a line, written in large blocks that end at a line's end, so that parallel writers to one pipe seldom interleave.</summary>
internal sealed class JsonLinesSink : ObservationSink
{
    private const int BlockBytes = 1 << 16;

    private readonly Stream _output;
    private readonly ObservationJson _lines = new();
    private readonly Action<Observation> _write;

    public JsonLinesSink(Stream output)
    {
        _output = output;
        _write = Write;
    }

    /// <summary>Writes each observation while all that it speaks of is at hand.</summary>
    public override void Read(SourceDocument document) => Extractor.Default.Extract(document, _write);

    public void Write(Observation observation)
    {
        _lines.Write(observation);
        if (_lines.Length >= BlockBytes)
        {
            Flush();
        }
    }

    public override void Complete() => Flush();

    public override void Dispose() => _output.Dispose();

    private void Flush()
    {
        _output.Write(_lines.Written.Span);
        _lines.Clear();
    }
}
