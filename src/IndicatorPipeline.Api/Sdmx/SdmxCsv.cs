using System.Text;

namespace IndicatorPipeline.Api.Sdmx;

/// <summary>SDMX-CSV 2.0: one line a value, each naming its data flow.</summary>
internal static class SdmxCsv
{
    public static readonly string Heading = "STRUCTURE,STRUCTURE_ID,ACTION," + string.Join(',', SdmxKey.Dimensions) + ",TIME_PERIOD,OBS_VALUE,"
        + string.Join(',', SdmxValue.AttributeNames) + "\r\n";

    private static readonly string Start = $"dataflow,{SdmxFlow.Agency}:{SdmxFlow.Id}({SdmxFlow.Version}),I";

    public static string Line(SdmxValue value)
    {
        var line = new StringBuilder(Start);
        foreach (var cell in (IEnumerable<string>)[.. value.Series, value.Period, value.Value, .. value.Attributes])
        {
            line.Append(',').Append(cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        return line.Append("\r\n").ToString();
    }
}
