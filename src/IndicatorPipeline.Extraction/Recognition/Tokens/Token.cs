using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Recognition.Tokens;

/// <summary>A piece of a sentence. The tokens of a sentence lie side by side and leave nothing out.</summary>
/// <param name="Start">Offset in the folded text.</param>
/// <param name="End">Offset behind the last code unit.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Mark">The punctuation mark, or NUL.</param>
/// <param name="Index">Index of the quantity, number or time, else −1.</param>
/// <param name="Word">The lexicon's word, or none.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, char Mark, int Index, LexiconWord Word)
{
    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>All that the tables say of the word, or null.</summary>
    public LexiconEntry? Entry => Word.Entry;

    /// <summary>The word's roles; of a mark, a quantity and a time what they are; none for other text.</summary>
    public Role Roles => Word.Roles;

    /// <summary>The same number with the unit that it shares with others.</summary>
    /// <param name="index">Index of the quantity that it is.</param>
    public Token AsQuantity(int index) => this with { Kind = TokenKind.Quantity, Index = index, Word = LexiconWord.Of(Role.Quantity) };

    /// <summary>Whether it is a word with any of <paramref name="roles"/>.</summary>
    public bool Is(Role roles) => (Word.Roles & roles) != 0;

    /// <summary>Whether it is the punctuation mark <paramref name="mark"/>.</summary>
    public bool IsMark(char mark) => Kind == TokenKind.Mark && Mark == mark;
}
