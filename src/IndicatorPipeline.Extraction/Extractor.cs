using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;

namespace IndicatorPipeline.Extraction;

/// <summary>Reads a document's text and returns its observations. Built once, immutable, safe on all threads.</summary>
public sealed class Extractor
{
    /// <summary>Version of the rules: rises with every change that can change a result, so that stored results can be told apart.</summary>
    public const int RulesVersion = 6;

    /// <summary>Which number reader is built in, <c>own</c> or <c>recognizers</c>: the same rules give other results with the other one.</summary>
    public const string NumberReader = NumeralReader.Name;

    // A reader holds the buffers of one extraction; threads take turns with a few of them.
    private readonly System.Collections.Concurrent.ConcurrentBag<DocumentReader> readers = [];
    private readonly Lexicon lexicon = Lexicon.Default;

    /// <summary>The extractor with the built-in tables.</summary>
    public static Extractor Default { get; } = new();

    /// <summary>Reads one document. Never throws on any text.</summary>
    public DocumentExtraction Extract(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var reader = Take();
        var extraction = reader.Read(document);
        readers.Add(reader);
        return extraction;
    }

    /// <summary>Reads one document, hands every observation on as soon as it is found, in order of the text, and keeps none. Throws nothing but what <paramref name="found"/> throws.</summary>
    public void Extract(SourceDocument document, Action<Observation> found)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(found);
        var reader = Take();
        reader.Read(document, found);
        readers.Add(reader);
    }

    /// <summary>Reads one document and tells what was recognised in it: the same result, slower.</summary>
    public Explanation Explain(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tracer = new Tracer();
        var extraction = new DocumentReader(lexicon, tracer).Read(document);
        return new Explanation(extraction, tracer.Sentences, tracer.Mentions);
    }

    private DocumentReader Take() => readers.TryTake(out var reader) ? reader : new DocumentReader(lexicon);
}
