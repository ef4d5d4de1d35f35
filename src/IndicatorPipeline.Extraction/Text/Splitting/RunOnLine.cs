namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>
/// Finds in a line that runs on for paragraphs (a dump that lost its line ends) where lines once began: at the pieces of a
/// masthead, before a numbered heading, behind a salutation.
/// </summary>
internal static class RunOnLine
{
    /// <summary>Shorter lines are taken as they are.</summary>
    public const int Shortest = 300;

    private static readonly PhraseSearch Marks = new(["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、"]);

    private const int LongestPiece = 60;
    private const int LongestHeading = 45;

    /// <summary>Adds to <paramref name="page"/> the lines of its text from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <param name="page">The document's text, and the lines found so far.</param>
    /// <param name="start">Where the long line begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="opens">Whether the document begins with it, so that a masthead may stand in it.</param>
    public static void Split(Page page, int start, int end, bool opens)
    {
        var text = page.Text;
        if (opens) start = Masthead(page, start, end);
        // Headings begin behind a sentence or a blank: 。二、 and ' 二、'
        for (var at = start + 1; (at = Marks.NextEnd(text.AsSpan(0, end), at)) > 0; at++)
        {
            var number = at;
            while (number > start && number > at - 3 && IsNumeral(text[number - 1])) number--;
            if (number == at || number <= start || !Precedes(text[number - 1])) continue;
            page.Add(start, number);
            start = HeadingEnd(text, number, end) is var behind and > 0 ? behind : number;
            if (start > number) page.Add(number, start);
            at = Math.Max(at, start - 1);
        }

        page.Add(start, end);
    }

    // Short pieces between blanks, up to the salutation. A text that is nothing but short pieces has no masthead.
    private static int Masthead(Page page, int start, int end)
    {
        var text = page.Text;
        while (start < end && IsBlank(text[start])) start++;
        var most = Math.Min(end, start + MastheadReader.MostText);
        for (var at = start; at < most;)
        {
            var piece = at;
            while (piece < end && piece - at <= LongestPiece && !IsBlank(text[piece])) piece++;
            if (piece - at > LongestPiece || piece == end) return start;
            var salutation = text[piece - 1] is '：' or ':' or '！';
            page.Add(at, piece);
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
