namespace IndicatorPipeline.Cli.Output;

/// <summary>The reader of our output has gone away.</summary>
internal sealed class BrokenPipeException() : IOException("the reader of the output has gone away");
