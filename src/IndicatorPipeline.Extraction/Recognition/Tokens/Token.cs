using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Recognition.Tokens;

/// <summary>A piece of a sentence. The tokens of a sentence lie side by side and leave nothing out.</summary>
/// <remarks>Four fields: the compiler keeps a structure of so many in registers and writes it without a copy.</remarks>
internal readonly record struct Token
{
    // From the lowest bit: 8 of the kind, 16 of the word's number or the mark, 32 from the 33rd of the index.
    private readonly ulong detail;

    /// <param name="start">Offset in the folded text.</param>
    /// <param name="end">Offset behind the last code unit.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="code">The punctuation mark; number of the lexicon's word; else 0.</param>
    /// <param name="index">Index of the quantity, number or time, else −1.</param>
    /// <param name="roles">The word's roles; of a mark, a quantity and a time what they are; none for other text.</param>
    public Token(int start, int end, TokenKind kind, ushort code, int index, Role roles)
    {
        Start = start;
        End = end;
        detail = unchecked(((ulong)(uint)index << 32) | ((uint)code << 8) | (uint)kind);
        Roles = roles;
    }

    /// <summary>Offset in the folded text.</summary>
    public int Start { get; }

    /// <summary>Offset behind the last code unit.</summary>
    public int End { get; }

    /// <summary>The word's roles; of a mark, a quantity and a time what they are; none for other text.</summary>
    public Role Roles { get; }

    /// <summary>What it is.</summary>
    public TokenKind Kind => unchecked((TokenKind)detail);

    /// <summary>Index of the quantity, number or time, else −1.</summary>
    public int Index => unchecked((int)(detail >> 32));

    /// <summary>The punctuation mark, or NUL.</summary>
    public char Mark => Kind == TokenKind.Mark ? (char)Code : '\0';

    /// <summary>The bit that stands for the punctuation mark, by its last six bits; none for what is no mark.</summary>
    /// <remarks>Without a jump, which could not be foreseen: marks are all over a text.</remarks>
    public ulong MarkBit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => unchecked(((ulong)(Roles & Role.Mark) / (ulong)Role.Mark) << Code);
    }

    /// <summary>Number of code units.</summary>
    public int Length => unchecked(End - Start);

    /// <summary>All that the tables say of the word, or null.</summary>
    public LexiconEntry? Entry => Kind == TokenKind.Mark || Code == 0 ? null : Lexicon.Default.Entry(Code);

    /// <summary>The indicator that the word names, or null.</summary>
    public IndicatorTerm? Indicator => IndicatorIn(Lexicon.Default);

    /// <summary>The direction that the word gives, +1 or −1; 0 where it gives none: known without a look at its entry.</summary>
    public int Sign => Is(Role.Rises) ? 1 : Is(Role.Falls) ? -1 : 0;

    /// <summary>The same by the lexicon that the word is of, where it is at hand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IndicatorTerm? IndicatorIn(Lexicon lexicon) => Is(Role.Indicator) ? lexicon.Indicator(Code) : null;

    private ushort Code => unchecked((ushort)(detail >> 8));

    /// <summary>The same number with the unit that it shares with others.</summary>
    /// <param name="index">Index of the quantity that it is.</param>
    public Token AsQuantity(int index) => new(Start, End, TokenKind.Quantity, 0, index, Role.Quantity);

    /// <summary>Whether it is a word with any of <paramref name="roles"/>.</summary>
    public bool Is(Role roles) => (Roles & roles) != 0;

    /// <summary>Whether it is the punctuation mark <paramref name="mark"/>.</summary>
    public bool IsMark(char mark) => unchecked((uint)detail & 0xFFFFFF) == (((uint)mark << 8) | (uint)TokenKind.Mark);
}
