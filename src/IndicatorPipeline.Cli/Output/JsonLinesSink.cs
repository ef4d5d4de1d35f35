using IndicatorPipeline.Extraction;
using IndicatorPipeline.Extraction.Serialization;

namespace IndicatorPipeline.Cli.Output;

/// <summary>One JSON object a line, written in large blocks that end at a line's end, so that parallel writers to one pipe seldom interleave.</summary>
internal sealed class JsonLinesSink(Stream output) : ObservationSink
{
    private const int BlockBytes = 1 << 16;

    private readonly ObservationJson _lines = new();

    public override void Write(DocumentExtraction extraction)
    {
        foreach (var observation in extraction.Observations)
        {
            _lines.Write(observation);
            if (_lines.Written.Length >= BlockBytes)
            {
                Flush();
            }
        }
    }

    public override void Complete() => Flush();

    public override void Dispose() => output.Dispose();

    private void Flush()
    {
        output.Write(_lines.Written.Span);
        _lines.Clear();
    }
}
