using System.Text;

namespace IndicatorPipeline.Cli.Output;

/// <summary>One line of comma-separated values.</summary>
internal static class CsvLine
{
    public static void Append(StringBuilder output, IEnumerable<string?> fields)
    {
        var first = true;
        foreach (var field in fields)
        {
            if (!first)
            {
                output.Append(',');
            }

            first = false;
            if (field.AsSpan().IndexOfAny(",\"\r\n") < 0)
            {
                output.Append(field);
            }
            else
            {
                output.Append('"').Append(field!.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
        }

        output.Append("\r\n");
    }
}
