using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>
/// Completes a name by its topic: 规模以上工业完成增加值203.5亿元,利润41.3亿元 is the industry's value added and profit;
/// 粮食生产再获丰收,总产达到557亿斤 is the grain's output.
/// </summary>
internal static class Topics
{
    /// <summary>The source of such a subject.</summary>
    public const string Composed = "completed by the topic";

    private const int LongestName = 8;
    private const int LongestWhole = 40;

    // What a topic ends in that its other figures do not share.
    private static readonly string[] Ends = ["企业", "生产", "播种面积", "种植面积", "增加值", "总产值", "产值", "面积", "总产量", "总产", "产量", "主营业务收入", "营业收入", "利税", "税收", "经济", "工作", "企业中", "总额", "投资", "人数", "通车里程", "总人数", "对象", "能耗", "输出", "利润", "营业收入"];

    /// <summary>The subject of the number whose left side is <paramref name="left"/>, completed; null where no topic makes an indicator of it.</summary>
    public static Subject? Compose(BindingContext context, in LeftSide left)
    {
        var tokens = context.Sentence.Tokens;
        if (!left.HasName || tokens[left.NameEnd - 1].End - tokens[left.NameStart].Start > LongestName) return null;
        var first = left.NameStart;
        while (first < left.NameEnd - 1 && tokens[first].Is(Role.Place)) first++;
        var own = new Subject(null, tokens[first].Start, tokens[left.NameEnd - 1].End);
        if (context.Text[own.Start..own.End] is "企业") return null;
        // The topic before the verb in the same clause: 规模以上工业|完成|增加值.
        if (Before(context, left.NameStart - 1, left.SegmentStart) is { } near && With(context, near, own) is { } found) return found;
        if (context.Topic.End > context.Topic.Start && With(context, context.Text[context.Topic.Start..context.Topic.End].ToString(), own) is { } carried) return carried;
        // 农村低保户563户, …, 月人均标准提高到90元: an indicator that the sentence has named.
        for (var i = left.SegmentStart - 1; i >= 0; i--)
            if (tokens[i].Is(Role.Indicator) && With(context, tokens[i].Entry!.Term, own) is { } named) return named;
        // The topic of the clause before, which had no number: 粮食生产再获丰收.
        var since = context.Claims.Count > 0 ? context.Claims[^1].Token + 1 : 0;
        for (var end = left.SegmentStart - 1; end > since; end--)
        {
            if (!Boundaries.IsClauseMark(tokens[end])) continue;
            var start = end;
            while (start > since && !Boundaries.IsClauseMark(tokens[start - 1])) start--;
            if (start < end && With(context, context.TextOf(start, end).ToString(), own) is { } clause) return clause;
            if (start < end && tokens[start].Kind is TokenKind.Text or TokenKind.Word && With(context, context.TextOf(start, start + 1).ToString(), own) is { } head) return head;
        }

        return null;
    }

    private static string? Before(BindingContext context, int verb, int from)
    {
        var tokens = context.Sentence.Tokens;
        if (verb <= from || !tokens[verb].Is(Role.Link | Role.Action | Role.Add)) return null;
        var start = verb;
        while (start > from && tokens[start - 1].Kind is TokenKind.Text or TokenKind.Word && !tokens[start - 1].Is(Role.Target | Role.Will | Role.Estimate | Role.OfWhich)) start--;
        while (start < verb && tokens[start].Is(Role.Place | Role.Adverb)) start++;
        return start < verb ? context.TextOf(start, verb).ToString() : null;
    }

    private static Subject? With(BindingContext context, string topic, Subject own)
    {
        if (topic.Length is < 2 or > LongestWhole) return null;
        var name = context.Text[own.Start..own.End];
        if (Find(context, topic, name, own) is { } whole) return whole;
        foreach (var end in Ends)
        {
            if (topic.Length > end.Length + 1 && topic.EndsWith(end, StringComparison.Ordinal) && Find(context, topic[..^end.Length], name, own) is { } stem) return stem;
        }

        return null;
    }

    private static Subject? Find(BindingContext context, string topic, ReadOnlySpan<char> name, Subject own)
    {
        // 全市规模以上工业: what stands before the topic's own name is looked through.
        for (var k = 0; k <= 3 && topic.Length - k >= 2; k++)
        {
            var whole = string.Concat(topic.AsSpan(k), name);
            if (context.Lexicon.Find(whole) is { Indicator: { } term }) return own with { Term = term, Name = whole };
        }

        return null;
    }
}
