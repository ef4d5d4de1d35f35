namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>A line of a document that is not blank, without the blanks around it.</summary>
/// <param name="Start">Offset of its first visible code unit in the decoded text.</param>
/// <param name="End">Offset behind its last visible code unit.</param>
internal readonly record struct Line(int Start, int End)
{
    public int Length => End - Start;
}
