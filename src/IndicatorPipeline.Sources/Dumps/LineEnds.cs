namespace IndicatorPipeline.Sources.Dumps;

/// <summary>A record is a line. The byte 0x0A is a line feed in UTF-8, GB18030 and Big5 alike: it is never part of a longer character.</summary>
internal sealed class LineEnds : RecordEnds
{
    public override bool IsOpen => false;

    public override void Restart()
    {
    }

    public override int Find(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)'\n') + 1 is var end and > 0 ? end : -1;
}
