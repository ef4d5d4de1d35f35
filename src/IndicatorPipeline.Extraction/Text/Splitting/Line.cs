namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>A line of a document that is not blank, without the blanks around it.</summary>
/// <param name="Start">Offset of its first visible code unit in the decoded text.</param>
/// <param name="End">Offset behind its last visible code unit.</param>
/// <param name="First">Its first code unit, folded.</param>
/// <param name="Last">Its last code unit, folded; a bracket may end injected pinyin.</param>
/// <param name="Scope">What it says as furniture; null until somebody asks.</param>
internal readonly record struct Line(int Start, int End, char First, char Last, FurnitureScope? Scope = null)
{
    public int Length => End - Start;
}
