namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>A character of the lexicon.</summary>
/// <param name="Pairs">Where the pairs that it begins would stand if their second character were letter 0.</param>
/// <param name="Alone">What it is by itself: a word, a mark or nothing.</param>
internal readonly record struct LexiconLetter(int Pairs, Beginning Alone);
