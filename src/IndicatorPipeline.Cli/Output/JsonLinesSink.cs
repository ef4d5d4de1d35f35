using System.Buffers;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Output;

/// <summary>One JSON object a line, written in large blocks that end at a line's end, so that parallel writers to one pipe seldom interleave.</summary>
internal sealed class JsonLinesSink(Stream output) : ObservationSink
{
    private const int BlockBytes = 1 << 16;

    private readonly ArrayBufferWriter<byte> _block = new(BlockBytes * 2);

    public override void Write(DocumentExtraction extraction)
    {
        foreach (var observation in extraction.Observations)
        {
            ObservationLine.Write(observation, _block);
            if (_block.WrittenCount >= BlockBytes)
            {
                Flush();
            }
        }
    }

    public override void Complete() => Flush();

    public override void Dispose() => output.Dispose();

    private void Flush()
    {
        output.Write(_block.WrittenSpan);
        _block.ResetWrittenCount();
    }
}
