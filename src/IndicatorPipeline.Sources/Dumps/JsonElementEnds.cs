namespace IndicatorPipeline.Sources.Dumps;

/// <summary>
/// A record is an object at the top level or in the top array of UTF-8 JSON, on however many lines; what stands between is passed over.
/// </summary>
internal sealed class JsonElementEnds : RecordEnds
{
    private int depth;
    private bool inString;
    private bool escaped;

    public override bool IsOpen => depth > 0;

    public override void Restart()
    {
        depth = 0;
        inString = false;
        escaped = false;
    }

    public override int Find(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (inString)
            {
                if (escaped)
                    escaped = false;
                else if (b == '\\')
                    escaped = true;
                else if (b == '"')
                    inString = false;
            }
            else if (b == '"')
            {
                inString = true;
            }
            else if (b == '{')
            {
                depth++;
            }
            else if (b == '}' && depth > 0 && --depth == 0)
            {
                return i + 1;
            }
        }

        return -1;
    }
}
