using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>A list of as many numbers as years, with 分别 and one subject, gives each year its own: 前三年分别上升4.9%、5.5%、0.2%.</summary>
internal static class YearsInTurn
{
    /// <summary>The year of the number at <paramref name="number"/>, or null where its list is none of <paramref name="years"/>.</summary>
    public static Period? Find(BindingContext context, int number, Period years)
    {
        var (first, before) = First(context.Sentence.Tokens, number);
        if (Pairing.Count(context.Sentence.Tokens, first) != years.EndYear - years.StartYear + 1 || !OfOneSubject(context, first)) return null;
        return Leads(context, first, out _) ? new Period(years.StartYear + before, years.StartYear + before) : null;
    }

    /// <summary>
    /// Index of the time in the number's clause that is said of its list, and the number's place in the list; −1 where there is none. As many times
    /// as numbers (2022年、2023年生产总值分别增长3.0%、5.2%) give the number's own.
    /// </summary>
    public static (int Time, int Place) FindListed(BindingContext context, int number)
    {
        var tokens = context.Sentence.Tokens;
        var (first, before) = First(tokens, number);
        if (!Leads(context, first, out var last) || last < 0 || !OfOneSubject(context, first)) return (-1, 0);
        var start = last;
        while (start > 1 && (tokens[start - 1].IsMark('、') || tokens[start - 1].Is(Role.And)) && tokens[start - 2].Kind == TokenKind.Time) start -= 2;
        if (start == last) return (tokens[last].Index, before);
        return ((last - start) / 2) + 1 == Pairing.Count(tokens, first) ? (tokens[start + (2 * before)].Index, -1) : (-1, 0);
    }

    // Whether 分别 stands before the list in its clause, and the last time there, else the last of those that the sentence begins with.
    private static bool Leads(BindingContext context, int first, out int time)
    {
        var tokens = context.Sentence.Tokens;
        time = -1;
        var paired = false;
        for (var i = first - 1; i >= 0 && tokens[i].Kind != TokenKind.Quantity && !Boundaries.IsClauseMark(tokens[i]); i--)
        {
            paired |= tokens[i].Is(Role.Respectively);
            // 比同年平均增幅高: the same years again.
            if (tokens[i].Kind != TokenKind.Time || context.Sentence.Times[tokens[i].Index].Kind == TimeKind.Same) continue;
            time = i;
            break;
        }

        if (paired && time < 0) time = LeadingList(tokens);
        return paired;
    }

    // 1995年、1996年、1997年,…分别为…,分别增长…: the last of the years that the sentence begins with, or −1.
    private static int LeadingList(Pieces<Token> tokens)
    {
        var last = 0;
        while (last + 2 < tokens.Count && tokens[last].Kind == TokenKind.Time && (tokens[last + 1].IsMark('、') || tokens[last + 1].Is(Role.And)))
            last += 2;
        return last > 0 && tokens[last].Kind == TokenKind.Time && tokens[last + 1].IsMark(',') ? last : -1;
    }

    // The first number of the list that a number is a member of, and how many members stand before the latter.
    private static (int First, int Before) First(Pieces<Token> tokens, int number)
    {
        var first = number;
        var before = 0;
        while (first > 1 && (tokens[first - 1].IsMark('、') || tokens[first - 1].Is(Role.And)) && tokens[first - 2].Kind == TokenKind.Quantity)
        {
            first -= 2;
            before++;
        }

        return (first, before);
    }

    private static bool OfOneSubject(BindingContext context, int first)
    {
        var end = first;
        while (end < context.Sentence.Tokens.Count && !Boundaries.IsClauseMark(context.Sentence.Tokens[end])) end++;
        Subject? subject = null;
        foreach (var claim in context.Claims)
        {
            if (claim.Token < first || claim.Token > end) continue;
            if (subject is { } one && one != claim.Subject) return false;
            subject = claim.Subject;
        }

        return true;
    }
}
