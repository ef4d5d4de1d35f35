using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Finds the catalogue's indicator in a noun phrase: by its head, looking through what only says where, when and how much.</summary>
internal static class SubjectFinder
{
    private const int LongestName = 40;

    // Words that may stand before an indicator's name without making it a part of the indicator.
    private const Role Transparent = Role.Modifier | Role.Place | Role.Adverb | Role.Of | Role.Per | Role.Target | Role.Estimate | Role.Actual | Role.Will | Role.Link | Role.Modality | Role.And | Role.OfWhich | Role.Average | Role.Keep | Role.Planned | Role.From | Role.Than | Role.Respectively | Role.Negation;

    /// <summary>The subject that the tokens from <paramref name="start"/> to before <paramref name="end"/> name.</summary>
    /// <param name="context">The sentence.</param>
    /// <param name="start">First token of the noun phrase.</param>
    /// <param name="end">Token behind it.</param>
    /// <param name="first">Whether of several indicators joined by 、 the first is meant (均, 都), not the last.</param>
    public static Subject Find(BindingContext context, int start, int end, bool first = false)
    {
        var tokens = context.Sentence.Tokens;
        var named = new Subject(null, tokens[start].Start, tokens[end - 1].End);
        if (first)
        {
            for (var i = start; i < end; i++)
            {
                if (!tokens[i].Is(Role.Indicator)) continue;
                if (!IsWhole(context, start, i)) continue;
                return new Subject(tokens[i].Entry!.Indicator, tokens[i].Start, tokens[i].End);
            }
        }

        // The last member of a list is the one that the number is said of.
        var member = start;
        for (var i = end - 1; i > start; i--)
        {
            if (!tokens[i].IsMark('、')) continue;
            member = i + 1;
            break;
        }

        if (AtHead(context, member, end) is { } found) return found;
        if (Compact(context, member, end) is { } compact) return compact;
        return named with { Start = tokens[start].Start };
    }

    // The indicator at the head: behind it nothing but 总额, 规模, 增速; before it nothing but places, times and the like.
    private static Subject? AtHead(BindingContext context, int start, int end)
    {
        var tokens = context.Sentence.Tokens;
        for (var i = end - 1; i >= start; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(Role.Indicator))
            {
                if (!IsWhole(context, start, i)) return null;
                return new Subject(token.Entry!.Indicator, token.Start, tokens[end - 1].End);
            }

            if (token.Is(Role.Suffix | Role.Pace | Role.Share | Role.Add | Role.Of | Role.Change | Role.Adverb | Role.Average)) continue;
            if (token.Kind == TokenKind.Mark && token.Mark is ')' or '(' or '“' or '”') continue;
            if (InBrackets(tokens, i, start)) continue;
            return null;
        }

        return null;
    }

    private static bool InBrackets(Pieces<Token> tokens, int at, int start)
    {
        for (var i = at; i >= start; i--)
        {
            if (tokens[i].IsMark('(')) return true;
            if (tokens[i].IsMark(')')) return false;
        }

        return false;
    }

    // Whether what stands before the indicator leaves it whole (全市, 农村) or makes it a part (国有单位).
    private static bool IsWhole(BindingContext context, int start, int indicator)
    {
        var tokens = context.Sentence.Tokens;
        var term = tokens[indicator].Entry!.Indicator!;
        if (term.TakesModifiers || (term.Indicator.Code == Projects.Investment && Projects.Named(context, start, indicator))) return true;
        for (var i = indicator - 1; i >= start; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Mark) return token.Mark is not ('“' or '”' or ')') || i == start;
            if (token.Kind == TokenKind.Time) continue;
            if (token.Is(Role.Action) && !token.Is(Role.Modifier)) return true;
            if (!token.Is(Transparent) && !token.Is(Role.Indicator)) return false;
            if (token.Is(Role.Indicator) && !token.Is(Transparent)) return false;
        }

        return true;
    }

    // 粮食(不包括大豆)的产量 is 粮食产量: the phrase without brackets, particles and places, looked up as one word.
    private static Subject? Compact(BindingContext context, int start, int end)
    {
        Span<char> name = stackalloc char[LongestName];
        var tokens = context.Sentence.Tokens;
        for (var from = start; from < end && from < start + 4; from++)
        {
            var length = 0;
            var inside = false;
            for (var i = from; i < end; i++)
            {
                ref readonly var token = ref tokens[i];
                if (token.IsMark('(')) inside = true;
                else if (token.IsMark(')')) inside = false;
                else if (!inside && token.Kind != TokenKind.Mark && !token.Is(Role.Of) && !(token.Is(Role.Place) && length == 0))
                {
                    if (length + token.Length > LongestName) return null;
                    context.Text[token.Start..token.End].CopyTo(name[length..]);
                    length += token.Length;
                }
            }

            if (length < 2) return null;
            if (context.Lexicon.Find(name[..length]) is { Indicator: { } term }) return new Subject(term, tokens[from].Start, tokens[end - 1].End);
            // Only what is transparent may be left out at the front.
            if (!tokens[from].Is(Transparent) && tokens[from].Kind is not (TokenKind.Mark or TokenKind.Time)) return null;
        }

        return null;
    }
}
