using System.Text;
using BenchmarkDotNet.Attributes;
using IndicatorPipeline.Cli.Documents;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Serialization;
using IndicatorPipeline.Extraction.Text;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Benchmarks.Stages;

/// <summary>The stages from bytes to lines, each over all documents of the file that <c>BENCH_STAGES</c> names.</summary>
[MemoryDiagnoser]
public class StageBenchmark
{

    private readonly List<byte[]> lines = [];
    private readonly List<SourceDocument> documents = [];
    private readonly List<FoldedText> foldedTexts = [];
    private readonly List<DocumentExtraction> extractions = [];
    private readonly FoldedText folded = new();
    private readonly Sentence sentence = new();

    /// <summary>Reads the file and prepares what each stage begins with.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var path = Environment.GetEnvironmentVariable("BENCH_STAGES")
            ?? throw new InvalidOperationException("set BENCH_STAGES to a file of documents as JSON lines, or run scripts/bench stages");
        foreach (var line in File.ReadLines(path))
        {
            lines.Add(Encoding.UTF8.GetBytes(line));
            var document = DocumentLine.Parse(lines[^1], out var fault) ?? throw new InvalidOperationException(fault);
            documents.Add(document);
            var text = new FoldedText();
            text.Fold(document.Text, 0, document.Text.Length);
            foldedTexts.Add(text);
            extractions.Add(Extractor.Default.Extract(document));
        }
    }

    /// <summary>JSON to text.</summary>
    [Benchmark]
    public int ReadJson()
    {
        var length = 0;
        foreach (var line in lines) length += DocumentLine.Parse(line, out _)!.Text.Length;
        return length;
    }

    /// <summary>Speeches, titles, dates, places, outlines.</summary>
    [Benchmark]
    public int Split()
    {
        var speeches = 0;
        foreach (var document in documents) speeches += SpeechSplitter.Split(document).Count;
        return speeches;
    }

    /// <summary>The text as it is matched.</summary>
    [Benchmark]
    public int Fold()
    {
        var length = 0;
        foreach (var document in documents)
        {
            folded.Fold(document.Text, 0, document.Text.Length);
            length += folded.Length;
        }

        return length;
    }

    /// <summary>The numbers of every sentence.</summary>
    [Benchmark]
    public int Numerals() => ReadSentences(andTokens: false);

    /// <summary>The numbers of every sentence, and the words of those with numbers that can count.</summary>
    [Benchmark]
    public int NumeralsAndTokens() => ReadSentences(andTokens: true);

    /// <summary>The whole engine, from text to observations.</summary>
    [Benchmark]
    public int Extract()
    {
        var observations = 0;
        foreach (var document in documents) observations += Extractor.Default.Extract(document).Observations.Count;
        return observations;
    }

    /// <summary>Observations to lines.</summary>
    [Benchmark]
    public void WriteJson()
    {
        var lines = new ObservationJson(block => Stream.Null.Write(block.Span));
        foreach (var extraction in extractions)
            foreach (var observation in extraction.Observations) lines.Write(observation);
        lines.Flush();
    }

    private int ReadSentences(bool andTokens)
    {
        var found = 0;
        foreach (var text in foldedTexts)
        {
            var (start, first) = (0, 0);
            for (var mark = 0; mark < text.Marks.Length; mark++)
            {
                if (!text.Marks[mark].EndsSentence) continue;
                var end = text.Marks[mark].Offset + 1;
                sentence.Reset(start, end);
                NumeralReader.Read(text, start, end, text.Marks[first..mark], sentence.Numerals);
                if (andTokens && sentence.Numerals.Count > 0 && QuantityReader.AnyCounts(text.Span, sentence.Numerals, Lexicon.Default))
                    Tokenizer.Read(text.Span, Lexicon.Default, sentence);
                found += sentence.Numerals.Count + sentence.Tokens.Count;
                (start, first) = (end, mark + 1);
            }
        }

        return found;
    }
}
