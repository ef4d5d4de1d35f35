using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>在去年增长8.5%的基础上,今年地区生产总值增长8%: what is built upon is named only with what is built.</summary>
internal static class BuiltUpon
{
    // 的较高基数上, 的基础上: so many characters behind the number.
    private const int Reach = 8;

    /// <summary>Whether nothing but 的基础上 or 的高基数上 stands between the number and the end of its clause.</summary>
    public static bool IsOne(BindingContext context, int number)
    {
        var behind = context.Text[context.Tokens[number].End..context.Sentence.End];
        var comma = behind[..Math.Min(behind.Length, Reach)].IndexOf(',');
        return comma > 0 && behind[..comma] is ['的', .., '础' or '数', '上'];
    }

    /// <summary>The indicator of the next clause, if it names one before its number.</summary>
    public static Subject Next(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var comma = number + 1;
        while (!tokens[comma].IsMark(',')) comma++;
        var next = comma + 1;
        while (next < tokens.Count && tokens[next].Kind is TokenKind.Word or TokenKind.Text or TokenKind.Time) next++;
        if (next == tokens.Count || tokens[next].Kind != TokenKind.Quantity) return default;
        var left = default(LeftSide);
        LeftReader.Read(context, next, comma + 1, context.RolesOf(comma + 1, next), ref left);
        return SubjectFinder.Find(context, left.NameStart, left.NameEnd, left.NameWords, false);
    }
}
