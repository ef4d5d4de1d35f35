namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>What the automaton accepts: the number of a word and its roles, which are asked for far more often than the rest. The default is no
/// word.</summary>
/// <param name="Number">Number of the word in the lexicon, from 1; 0 for none.</param>
/// <param name="Roles">Its roles; of a mark, that it is one.</param>
internal readonly record struct LexiconWord(ushort Number, Role Roles)
{
    /// <summary>Whether it is no word.</summary>
    public bool IsNone => Number == 0;

    /// <summary>All that the built-in tables say of the word, or null.</summary>
    public LexiconEntry? Entry => Number == 0 ? null : Lexicon.Default.Entry(Number);
}
