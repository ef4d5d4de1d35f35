using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Output;

/// <summary>Where the observations of documents go, in the order they are found.</summary>
internal abstract class ObservationSink : IDisposable
{
    public static ObservationSink Open(ObservationFormat format, Stream output) => format switch
    {
        ObservationFormat.Csv => new CsvSink(output),
        ObservationFormat.Table => new TableSink(output),
        _ => new JsonLinesSink(output),
    };

    /// <summary>Reads a document and writes its observations.</summary>
    public abstract void Read(SourceDocument document);

    /// <summary>Writes what is still held back; without it, output may be cut.</summary>
    public abstract void Complete();

    public abstract void Dispose();
}
