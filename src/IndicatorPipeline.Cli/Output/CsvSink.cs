using System.Globalization;
using System.Text;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Output;

/// <summary>Comma-separated values as RFC 4180 has them: a heading, CRLF, quotes where needed.</summary>
internal sealed class CsvSink : ObservationSink
{
    private const int BlockChars = 1 << 15;

    private readonly Stream _output;
    private readonly StringBuilder _block = new(BlockChars * 2);

    public CsvSink(Stream output)
    {
        _output = output;
        AppendLine(ObservationColumns.All.Select(column => column.Name));
    }

    public override void Read(SourceDocument document) => Extractor.Default.Extract(document, Write);

    public override void Complete() => Flush();

    public override void Dispose() => _output.Dispose();

    private void Write(Observation observation)
    {
        AppendLine(ObservationColumns.All.Select(column => Convert.ToString(column.Value(observation), CultureInfo.InvariantCulture)));
        if (_block.Length >= BlockChars)
        {
            Flush();
        }
    }

    private void AppendLine(IEnumerable<string?> fields) => CsvLine.Append(_block, fields);

    private void Flush()
    {
        _output.Write(Encoding.UTF8.GetBytes(_block.ToString()));
        _block.Clear();
    }
}
