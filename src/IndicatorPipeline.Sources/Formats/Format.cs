namespace IndicatorPipeline.Sources.Formats;

/// <summary>The formats that have a reader.</summary>
internal enum Format
{
    PlainText,
    Html,
    Pdf,
    Zip,
    Gzip,
    JsonLines,
    JsonArray,
    Delimited,
}
