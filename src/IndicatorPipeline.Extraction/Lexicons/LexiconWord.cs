namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>What the automaton accepts: an entry, and beside it the roles, which are asked for far more often than the rest. The default is no word.</summary>
/// <param name="Entry">All that the tables say of the word.</param>
/// <param name="Roles">Its roles.</param>
internal readonly record struct LexiconWord(LexiconEntry? Entry, Role Roles)
{
    /// <summary>Whether it is no word.</summary>
    public bool IsNone => Entry is null;
}
