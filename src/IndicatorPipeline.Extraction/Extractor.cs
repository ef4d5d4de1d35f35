namespace IndicatorPipeline.Extraction;

/// <summary>Reads a document's text and returns its observations. Built once, immutable, safe on all threads.</summary>
public sealed class Extractor
{
    /// <summary>Version of the rules: rises with every change that can change a result, so that stored results can be told apart.</summary>
    public const int RulesVersion = 1;

    /// <summary>The extractor with the built-in tables.</summary>
    public static Extractor Default { get; } = new();

    /// <summary>Reads one document. Never throws on any text.</summary>
    public DocumentExtraction Extract(SourceDocument document)
    {
        var speech = new Speech { Number = 1, Span = new TextSpan(0, document.Text.Length) };
        return new DocumentExtraction(document, [speech], [], []);
    }
}
