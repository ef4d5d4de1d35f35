namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>The lines of one speech in its document.</summary>
/// <param name="First">Index of the first line.</param>
/// <param name="End">Index behind the last line.</param>
/// <param name="Collected">Whether the document is a collection, whose own title, name and dates say nothing about this speech.</param>
/// <param name="TitleStart">For a marker that carries the speech's own title (<c>第一篇:…</c>) the folded offset of the title in the first line, else
/// −1.</param>
internal readonly record struct Part(int First, int End, bool Collected, int TitleStart);
