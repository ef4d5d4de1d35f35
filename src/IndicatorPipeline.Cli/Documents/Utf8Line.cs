namespace IndicatorPipeline.Cli.Documents;

/// <summary>One line of a stream.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What it is worth.</param>
/// <param name="Bytes">The line without its end; valid until the next one is read.</param>
internal readonly record struct Utf8Line(long Number, Utf8LineKind Kind, ReadOnlyMemory<byte> Bytes);
