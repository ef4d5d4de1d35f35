using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Quantities;

namespace IndicatorPipeline.Extraction.Recognition.Tokens;

/// <summary>The pieces of one sentence; reused from sentence to sentence by one thread.</summary>
internal sealed class Sentence
{
    /// <summary>Roles of which any token tells of promised or reached, or when: a token with none of them is no cue.</summary>
    public const Role Cues = Role.Target | Role.Will | Role.Actual | Role.Estimate | Role.Modality | Role.Change | Role.Time;

    // By the last six bits.
    private const ulong ClauseMarks = 1UL << ',' | 1UL << ';' | 1UL << ':' | 1UL << '\n';

    // The token that was asked for last, and the first of its clause.
    private int clauseOf;
    private int clause;

    private Beginning[] beginnings = new Beginning[64];
    private WordShape[] shapes = new WordShape[64];
    private ulong[] wordPlaces = new ulong[2];

    /// <summary>Offset of the sentence in the folded text.</summary>
    public int Start { get; private set; }

    /// <summary>Offset behind its last code unit.</summary>
    public int End { get; private set; }

    /// <summary>What begins at each of its places; filled as its words are read.</summary>
    public Span<Beginning> Beginnings
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => beginnings.AsSpan(0, End - Start);
    }

    /// <summary>The shapes of the words and marks that begin at its places; where none does, whatever stood there before.</summary>
    public Span<WordShape> Shapes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => shapes.AsSpan(0, End - Start);
    }

    /// <summary>A bit for each of its places, and for more behind its end, from the lowest: whether a word or a mark begins there. Filled as its words are
    /// read; none is set behind the end.</summary>
    public Span<ulong> WordPlaces
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => wordPlaces.AsSpan(0, ((End - Start) / Lexicon.Block) + 1);
    }

    /// <summary>What begins at <paramref name="offset"/> in the folded text, from the start on; nothing behind the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Beginning BeginningAt(int offset) => offset < End ? beginnings[offset - Start] : default;

    /// <summary>The pieces, side by side.</summary>
    public Pieces<Token> Tokens { get; } = new();

    /// <summary>The roles of all tokens, noted as they are added.</summary>
    public Role Roles { get; private set; }

    /// <summary>The bits of all marks, noted as they are added.</summary>
    public ulong Marks { get; private set; }

    /// <summary>Tokens of the cues, in order.</summary>
    public Pieces<int> CueTokens { get; } = new();

    /// <summary>The numbers with units, in order.</summary>
    public Pieces<QuantityMention> Quantities { get; } = new();

    /// <summary>The times, in order.</summary>
    public Pieces<TimeMention> Times { get; } = new();

    /// <summary>Tokens of the times, in order.</summary>
    public Pieces<int> TimeTokens { get; } = new();

    /// <summary>Tokens of the numbers that are no times, with a unit or without, in order.</summary>
    public Pieces<int> NumberTokens { get; } = new();

    /// <summary>All numbers, in order.</summary>
    public Pieces<Numeral> Numerals { get; } = new();

    /// <summary>Empties it for the sentence from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public void Reset(int start, int end)
    {
        Start = start;
        End = end;
        (clauseOf, clause) = (0, 0);
        (Roles, Marks) = (Role.None, 0);
        if (beginnings.Length < end - start)
        {
            beginnings = new Beginning[2 * (end - start)];
            shapes = new WordShape[beginnings.Length];
            wordPlaces = new ulong[(beginnings.Length / Lexicon.Block) + 1];
        }

        Tokens.Clear();
        CueTokens.Clear();
        Quantities.Clear();
        Times.Clear();
        TimeTokens.Clear();
        NumberTokens.Clear();
        Numerals.Clear();
    }

    /// <summary>Appends a word, a time or a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Token token)
    {
        if (token.Is(Cues)) CueTokens.Add(Tokens.Count);
        Roles |= token.Roles;
        Tokens.Add(token);
    }

    /// <summary>Takes in the tokens and the cues that were written behind those that there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int tokens, int cues, Role roles, ulong marks)
    {
        Tokens.Take(tokens);
        CueTokens.Take(cues);
        Roles |= roles;
        Marks |= marks;
    }

    /// <summary>Leaves what stands from <paramref name="end"/> on out, before its tokens are read.</summary>
    public void CutTo(int end)
    {
        End = end;
        var count = Numerals.Count;
        while (count > 0 && Numerals[count - 1].End >= end) count--;
        Numerals.Keep(count);
    }

    /// <summary>First token of the clause that the token <paramref name="at"/> stands in. Asked for one number after another, it reads the sentence
    /// once.</summary>
    public int ClauseStart(int at)
    {
        if (at < clauseOf) (clauseOf, clause) = (0, 0);
        for (var i = at - 1; i >= clauseOf; i--)
        {
            if ((Tokens[i].MarkBit & ClauseMarks) == 0 || Tokens[i].Mark is not (',' or ';' or ':' or '\n')) continue;
            clause = i + 1;
            break;
        }

        clauseOf = at;
        return clause;
    }
}
