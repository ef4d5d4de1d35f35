using IndicatorPipeline.Extraction.Resolution;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>Reads the numbers of tables by the sentences that they are written into, each by itself.</summary>
/// <remarks>One instance is used for one speech after another by one thread.</remarks>
internal sealed class CellReader
{
    private readonly Action<string, SpeechFacts, SectionKind, Found> reader;
    private readonly CellMemory memory = new();
    private readonly Found take;

    private SourceDocument? document;
    private SpeechFacts? facts;
    private SectionKind kind;

    // The cell whose sentence is read, and whether its number was found.
    private WrittenCell cell;
    private bool isFound;

    /// <param name="reader">Reads a sentence: the text, what is known of the speech, what its section does, and who is told.</param>
    public CellReader(Action<string, SpeechFacts, SectionKind, Found> reader) => (this.reader, take) = (reader, Take);

    /// <summary>What was read in the table at hand, in order of the text.</summary>
    public Pieces<Finding> Findings { get; } = new();

    /// <summary>Starts a speech.</summary>
    public void Open(SourceDocument document, SpeechFacts facts)
    {
        (this.document, this.facts) = (document, facts);
        memory.Clear();
        Findings.Clear();
    }

    /// <summary>Starts a table, in a section of <paramref name="kind"/>.</summary>
    public void Begin(SectionKind kind)
    {
        this.kind = kind;
        Findings.Clear();
    }

    /// <summary>Reads the sentence of a cell.</summary>
    public void Read(ReadOnlySpan<char> sentence, in WrittenCell cell)
    {
        this.cell = cell;
        isFound = false;
        if (memory.TryRead(sentence, cell, kind, facts!.Year, out var finding)) Add(finding);
        else reader(sentence.ToString(), facts, kind, take);
    }

    private void Take(in Finding finding)
    {
        // What stands outside of the cell was written around it.
        if (isFound || finding.Unit is null || finding.Span.Start < cell.Start || finding.Span.End > cell.End) return;
        isFound = true;
        var (text, name) = finding.Name;
        var found = finding with { GivenName = text.Substring(name.Start, name.Length) };
        memory.Remember(found);
        Add(found);
    }

    private void Add(in Finding finding)
    {
        Findings.Add(finding);
        ref var taken = ref Findings[Findings.Count - 1];
        (taken.Document, taken.Speech) = (document!, facts!.Speech);
        (taken.Span, taken.QuoteSpan) = (cell.Source, cell.Row);
        taken.Place ??= cell.Place;
        if (cell.IsGoal) taken.Status = Status.Target;
        taken.GivenDerivation = taken.Derivation with { Subject = "row of a table" };
    }
}
