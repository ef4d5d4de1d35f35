namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>
/// Finds in a line that runs on for paragraphs (a dump that lost its line ends) where lines once began: at the pieces of a
/// masthead, before a numbered heading, behind a salutation.
/// </summary>
internal static class RunOnLine
{
    /// <summary>Shorter lines are taken as they are.</summary>
    public const int Shortest = 300;

    private const int LongestPiece = 60;
    private const int LongestHeading = 45;

    /// <summary>Adds the lines of <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="start">Where the long line begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="opens">Whether the document begins with it, so that a masthead may stand in it.</param>
    /// <param name="add">Takes the ends of each line.</param>
    public static void Split(string text, int start, int end, bool opens, Action<int, int> add)
    {
        if (opens) start = Masthead(text, start, end, add);
        // Headings begin behind a sentence or a blank: 。二、 and ' 二、'
        for (var at = start; at < end;)
        {
            var comma = text.IndexOf('、', at, end - at);
            if (comma < 0) break;
            at = comma + 1;
            var number = comma;
            while (number > start && number > comma - 3 && IsNumeral(text[number - 1])) number--;
            if (number == comma || number <= start || !Precedes(text[number - 1])) continue;
            add(start, number);
            start = HeadingEnd(text, number, end) is var behind and > 0 ? behind : number;
            if (start > number) add(number, start);
            at = Math.Max(at, start);
        }

        add(start, end);
    }

    // Short pieces between blanks, up to the salutation.
    private static int Masthead(string text, int start, int end, Action<int, int> add)
    {
        while (start < end && IsBlank(text[start])) start++;
        for (var at = start; at < end;)
        {
            var piece = at;
            while (piece < end && !IsBlank(text[piece])) piece++;
            if (piece - at > LongestPiece || piece == end) return start;
            var salutation = text[piece - 1] is '：' or ':' or '！';
            add(at, piece);
            at = piece;
            while (at < end && IsBlank(text[at])) at++;
            start = at;
            if (salutation) return at;
        }

        return start;
    }

    // A heading ends at the next blank, if that is soon and no sentence ends before it.
    private static int HeadingEnd(string text, int start, int end)
    {
        for (var i = start; i < end && i <= start + LongestHeading; i++)
        {
            if (text[i] is '。' or '；' or ';') return 0;
            if (IsBlank(text[i])) return i;
        }

        return 0;
    }

    private static bool IsBlank(char c) => FoldTable.Fold(c) is FoldTable.Blank or FoldTable.LineEnd;

    private static bool Precedes(char c) => IsBlank(c) || c is '。' or '！' or '？' or '”' or '：' or ':' or '）' or ')' or '…';

    private static bool IsNumeral(char c) => c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';
}
