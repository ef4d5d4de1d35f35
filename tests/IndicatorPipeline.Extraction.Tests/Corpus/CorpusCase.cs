namespace IndicatorPipeline.Extraction.Tests.Corpus;

/// <summary>A text and all that must be read from it.</summary>
/// <param name="File">Name of its Markdown file.</param>
/// <param name="Line">Where its text begins, from 1.</param>
/// <param name="Setting">The speech it stands in.</param>
/// <param name="Text">The text, escapes resolved.</param>
/// <param name="Expected">The table below it; empty for <c>Nothing.</c></param>
/// <param name="IsNotYet">Whether the engine is known to read it otherwise.</param>
/// <param name="TableFrom">First line of the table, from 0.</param>
/// <param name="TableTo">Behind its last line.</param>
internal sealed record CorpusCase(
    string File, int Line, CorpusSetting Setting, string Text, CorpusTable Expected, bool IsNotYet, int TableFrom, int TableTo)
{
    /// <summary>What the engine reads, in the columns of the expectation.</summary>
    public CorpusTable Actual()
    {
        var explanation = Extractor.Default.Explain(Setting.Document(Text));
        if (Setting.Section != SectionKind.Unknown)
            Assert.Contains(explanation.Extraction.Speeches[0].Sections, section => section.Kind == Setting.Section);
        return CorpusTable.Of(explanation, Expected.Columns);
    }

    public override string ToString() => $"{File}:{Line}";
}
