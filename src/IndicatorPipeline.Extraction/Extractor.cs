using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Serialization;

namespace IndicatorPipeline.Extraction;

/// <summary>Reads a document's text and returns its observations. Built once, immutable, safe on all threads.</summary>
public sealed class Extractor
{
    /// <summary>Version of the rules: rises with every change that can change a result, so that stored results can be told apart.</summary>
    public const int RulesVersion = 11;

    /// <summary>Which number reader is built in, <c>own</c> or <c>recognizers</c>: the same rules give other results with the other one.</summary>
    public const string NumberReader = NumeralReader.Name;

    private const int MostReaders = 16;

    // A reader holds the buffers of one extraction; threads take turns with a few of them. What is taken is not there for another.
    private readonly DocumentReader?[] readers = new DocumentReader?[MostReaders];
    private readonly Lexicon lexicon = Lexicon.Default;

    /// <summary>The extractor with the built-in tables.</summary>
    public static Extractor Default { get; } = new();

    /// <summary>Reads one document. Never throws on any text.</summary>
    public DocumentExtraction Extract(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var reader = Take();
        var extraction = reader.Read(document);
        Return(reader);
        return extraction;
    }

    /// <summary>Reads one document, hands every observation on as soon as it is found, in order of the text, and keeps none. Throws nothing but what
    /// <paramref name="found"/> throws.</summary>
    public void Extract(SourceDocument document, Action<Observation> found)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(found);
        Read(document, (in finding) => found(new Observation(finding)));
    }

    /// <summary>Reads one document and writes its observations as lines, in order of the text. Throws nothing but what taking the lines over
    /// throws.</summary>
    public void Extract(SourceDocument document, ObservationJson lines)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(lines);
        Read(document, lines.Found);
    }

    /// <summary>Reads one document and tells what was recognised in it: the same result, slower.</summary>
    public Explanation Explain(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tracer = new Tracer();
        var extraction = new DocumentReader(lexicon, tracer).Read(document);
        return new Explanation(extraction, tracer.Sentences, tracer.Mentions);
    }

    private void Read(SourceDocument document, Found found)
    {
        var reader = Take();
        reader.Read(document, found);
        Return(reader);
    }

    private DocumentReader Take()
    {
        for (var i = 0; i < readers.Length; i++)
            if (Interlocked.Exchange(ref readers[i], null) is { } reader) return reader;
        return new DocumentReader(lexicon);
    }

    // One that finds no place is forgotten.
    private void Return(DocumentReader reader)
    {
        for (var i = 0; i < readers.Length; i++)
            if (Interlocked.CompareExchange(ref readers[i], reader, null) is null) return;
    }
}
