using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Where the words that belong to a number begin.</summary>
internal static class Boundaries
{
    // Two marks that end no clause have the last six bits in common with one of these: 《 with the line's end, ※ with the semicolon.
    private const ulong ClauseMarks =
        1UL << ',' | 1UL << ';' | 1UL << ':' | 1UL << '。' | 1UL << '!' | 1UL << '?' | 1UL << '\n' | 1UL << '…' | 1UL << '(';

    /// <summary>First token behind the last clause mark or number before <paramref name="number"/>.</summary>
    public static int SegmentStart(Pieces<Token> tokens, int number) => SegmentStart(tokens, number, out _);

    /// <summary>The same; <paramref name="words"/> has the roles of all tokens from there to the number, and of a bound directly before
    /// them.</summary>
    public static int SegmentStart(Pieces<Token> tokens, int number, out Role words)
    {
        var (start, roles) = (0, Role.None);
        for (var i = number - 1; i >= 0; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(Role.Mark | Role.Quantity))
            {
                start = token.Kind == TokenKind.Quantity ? Math.Min(Bounds.End(tokens, i), number) : i + 1;
                if (token.Kind == TokenKind.Quantity || IsClauseMark(token)) break;
                if (token.Mark == ')')
                {
                    var open = OpenWithoutNumber(tokens, i);
                    if (open < 0) break;
                    for (; i > open; i--) roles |= tokens[i].Roles;
                }

                start = 0;
            }

            roles |= tokens[i].Roles;
        }

        words = roles;
        return start;
    }

    /// <summary>Whether a mark ends a clause.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsClauseMark(in Token token) => (token.MarkBit & ClauseMarks) != 0 && token.Mark is not ('《' or '※');

    /// <summary>Whether only 、 and 和 stand from <paramref name="start"/> to before <paramref name="number"/>: the number continues a list.</summary>
    public static bool Continues(Pieces<Token> tokens, int start, int number)
    {
        if (start == 0 || start >= number) return false;
        for (var i = start; i < number; i++)
            if (!tokens[i].IsMark('、') && !tokens[i].Is(Role.And)) return false;
        return Previous(tokens, start) >= 0;
    }

    /// <summary>Token of the number directly before <paramref name="start"/>, or −1.</summary>
    public static int Previous(Pieces<Token> tokens, int start)
    {
        var i = start - 1;
        if (i >= 0 && tokens[i].Is(Role.BoundAfter)) i--;
        return i >= 0 && tokens[i].Kind == TokenKind.Quantity ? i : -1;
    }

    /// <summary>Token of the bracket that <paramref name="close"/> closes, not before <paramref name="from"/>; −1 where there is none.</summary>
    public static int Opening(Pieces<Token> tokens, int close, int from)
    {
        for (var i = close - 1; i >= from; i--)
            if (tokens[i].IsMark('(')) return i;
        return -1;
    }

    private static int OpenWithoutNumber(Pieces<Token> tokens, int close)
    {
        for (var i = close - 1; i >= 0; i--)
        {
            if (tokens[i].Kind == TokenKind.Quantity) return -1;
            if (tokens[i].IsMark('(')) return i;
        }

        return -1;
    }
}
