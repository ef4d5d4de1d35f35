namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>The year of a session of the National People's Congress (第…届全国人民代表大会第…次会议): a report to it speaks in that year.</summary>
/// <remarks>Source: the Congress's own list of sessions. Yearly since the fifth (1978), five to a term; before that as they were held.</remarks>
internal static class CongressCalendar
{
    /// <summary>Without this a folded line names no session.</summary>
    public const string Congress = "全国人民代表大会";

    private static readonly int[][] Early = [[1954, 1955, 1956, 1957, 1958], [1959, 1960, 1962, 1963], [1964], [1975]];

    /// <summary>The month of that year's session where it was held in May or later, else null: months of the year itself were over by then.</summary>
    public static int? LateMonth(int year) => year switch
    {
        1954 => 9,
        1955 => 7,
        1956 or 1957 or 1979 or 1983 => 6,
        1984 or 2020 => 5,
        1963 => 11,
        1964 => 12,
        1980 => 8,
        1981 or 1982 => 11,
        _ => null,
    };

    /// <summary>The year of the session that a folded line is spoken to (在, 向), or null.</summary>
    public static int? YearOf(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf(Congress, StringComparison.Ordinal);
        if (at < 3 || line[at - 1] != '届') return null;
        var ordinal = line[..at].LastIndexOf('第');
        // 从第一届全国人民代表大会第三次会议闭幕以来 names another session than the one that is spoken to.
        if (ordinal < 1 || line[ordinal - 1] is not ('向' or '在' or '日' or '-')) return null;
        var (term, end) = HeadingMark.Numeral(line, ordinal + 1);
        var rest = line[(at + Congress.Length)..];
        if (term == 0 || end != at - 1 || rest is not ['第', ..]) return null;
        var (session, after) = HeadingMark.Numeral(rest, 1);
        if (session is 0 or > 5 || after >= rest.Length || rest[after] != '次') return null;
        if (term >= 5) return 1978 + (5 * (term - 5)) + session - 1;
        return session <= Early[term - 1].Length ? Early[term - 1][session - 1] : null;
    }
}
