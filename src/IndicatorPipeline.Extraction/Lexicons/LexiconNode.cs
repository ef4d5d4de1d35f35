namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>A state of the automaton in eight bytes. The states that it leads to lie side by side, as do the characters that lead there.</summary>
/// <param name="Next">The first state that it leads to.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Word">Number of the word that ends here, or 0.</param>
internal readonly record struct LexiconNode(int Next, ushort Count, ushort Word);
