namespace IndicatorPipeline.Extraction.Tables;

/// <summary>What names end in, and what that tells.</summary>
/// <param name="Text">The last characters, folded.</param>
/// <param name="Terms">The rows that have it among their aliases, each for a unit or measure of its own; none for a word that tells nothing.</param>
internal sealed record Ending(string Text, List<IndicatorTerm> Terms);
