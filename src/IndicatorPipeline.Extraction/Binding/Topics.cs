using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>
/// Completes a name by its topic: 规模以上工业完成增加值71.6亿元,利润38.2亿元 is the industry's value added and profit;
/// 粮食生产再获丰收,总产达到557亿斤 is the grain's output.
/// </summary>
internal static class Topics
{
    private const int LongestName = 8;
    private const int LongestWhole = 40;
    private const int LongestLookedThrough = 3;
    private const int NamedBefore = 8;
    private const int ClausesBefore = 8;
    private const int ShortestEnd = NameEdges.Longest;
    private static readonly string[] Counts = ["人次", "人数"];

    // What a topic ends in that its other figures do not share.
    private static readonly EndingTable Ends =
        new(["企业", "生产", "播种面积", "种植面积", "增加值", "总产值", "产值", "面积", "总产量", "总产", "产量", "主营业务收入", "营业收入", "利税", "税收", "经济", "工作",
            "企业中", "总额", "投资", "人数", "通车里程", "总人数", "对象", "能耗", "输出", "利润"]);

    /// <summary>Whether <see cref="Deficit"/> is to be asked: an amount directly behind 收入 or 收.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBeDeficit(BindingContext context, in Reading reading) =>
        reading.Dimension == Dimension.Money && reading.Number > 0 && context.Text[context.Tokens[reading.Number - 1].End - 1] is '入' or '收';

    /// <summary>支出超过收入18亿元, 支出大于收入: the deficit, said as a comparison; nothing where nothing of the kind stands before the number.</summary>
    public static Subject Deficit(BindingContext context, in Reading reading)
    {
        var from = context.Tokens[reading.Left.SegmentStart].Start;
        var to = context.Tokens[reading.Number - 1].End;
        if (!SaysDeficit(context.Text[from..to]) || context.Lexicon.Find("财政赤字") is not { Indicator: { } term }) return default;
        return new Subject(term, from, to);
    }

    private static bool SaysDeficit(ReadOnlySpan<char> said)
    {
        if (said.EndsWith("支大于收") || said.EndsWith("支大于收的差额")) return true;
        if (!said.EndsWith("收入")) return false;
        var over = Math.Max(said.LastIndexOf("超过"), Math.Max(said.LastIndexOf("大于"), said.LastIndexOf("超出")));
        return over >= 2 && said[..over] is [.., '支', '出'];
    }

    /// <summary>The subject of the number whose left side is <paramref name="left"/>, completed; nothing where no topic makes an indicator of
    /// it.</summary>
    public static Subject Compose(BindingContext context, in LeftSide left, Dimension dimension)
    {
        var tokens = context.Tokens;
        var first = left.NameStart;
        while (first + 1 < left.NameEnd && tokens[first].Is(Role.Place)) first++;
        if (tokens[left.NameEnd - 1].End - tokens[first].Start > LongestName) return default;
        var own = new Subject(null, tokens[first].Start, tokens[left.NameEnd - 1].End);
        // 支出预算4460万元: of which account the figure is.
        if (left.NameEnd - first > 1 && context.TextOf(left.NameEnd - 1) is "预算" or "决算" or "概算")
            own = own with { End = tokens[left.NameEnd - 2].End };
        if (dimension == Dimension.Money && Actually(context, first, own) is { Term: not null } paidIn) return paidIn;
        // Most names are the end or the beginning of none, and a beginning is made whole by an indicator alone.
        var part = new Part(context.Edges, own, context.Text[own.Start..own.End]);
        if (dimension == Dimension.Persons && context.Edges.MayBegin(part.Name) && ByUnit(context, own) is { Term: not null } counted) return counted;
        var mayShare = context.Topic.Term is not null || context.Head.Term is not null;
        return part.MayEnd || (mayShare && part.MayBegin) ? Complete(context, left, part) : default;
    }

    // 签订利用外资协议金额345亿美元,实际使用226亿美元: of the foreign capital that was agreed upon.
    private static Subject Actually(BindingContext context, int first, in Subject own)
    {
        if (first == 0 || own.End - own.Start != 2 || context.TextOf(first - 1) is not "实际" || !context.Topic.IsNamed) return default;
        var topic = context.NameOf(context.Topic);
        var at = topic.IndexOf("外资");
        if (at < 0) return default;
        // 合同利用市外资金216亿元,实际到位92亿元: capital from elsewhere at home.
        var capital = at > 0 && topic[at - 1] is '市' or '省' or '县' or '区' or '域' or '州' ? "市外资金" : "外资";
        var name = string.Concat("实际", context.Text[own.Start..own.End], capital);
        return context.Lexicon.Find(name) is { Indicator: { } term } ? own with { Term = term, Name = name } : default;
    }

    /// <summary>规模以上工业企业达46家,实现工业增加值4亿元: of those firms alone; nothing where no such firms were told of.</summary>
    public static Subject AboveScale(BindingContext context, in LeftSide left)
    {
        const int NameOfIndustry = 2;
        if (left.NameEnd != left.NameStart + 1 || context.Text[context.Tokens[left.NameStart].Start] != '工') return default;
        var name = context.TextOf(left.NameStart, left.NameEnd);
        if (name is not ("工业增加值" or "工业总产值" or "工业产值") || left.NameStart == left.SegmentStart) return default;
        var firms = Before(context, left.NameStart - 1, left.SegmentStart);
        if (firms.IsEmpty && left.NameStart - 1 == left.SegmentStart && context.Topic.IsNamed)
            firms = context.NameOf(context.Topic);
        if (!firms.EndsWith("企业") || (firms.IndexOf("规模") < 0 && firms.IndexOf("规上") < 0)) return default;
        var own = new Subject(null, context.Tokens[left.NameStart].Start, context.Tokens[left.NameEnd - 1].End);
        return Find(context, "规模以上工业", name[NameOfIndustry..], own);
    }

    /// <summary>高速公路|新增|通车里程: the indicator that the nouns on both sides of the verb name together; nothing where they name none.</summary>
    public static Subject AcrossVerb(BindingContext context, in LeftSide left)
    {
        var tokens = context.Tokens;
        if (tokens[left.NameEnd - 1].End - tokens[left.NameStart].Start > LongestName) return default;
        if (Before(context, left.NameStart - 1, left.SegmentStart) is not { Length: > 1 } near) return default;
        var own = new Subject(null, tokens[left.NameStart].Start, tokens[left.NameEnd - 1].End);
        var part = new Part(context.Edges, own, context.Text[own.Start..own.End]);
        return part.MayEnd && part.MayFollow(near) ? Find(context, near, part.Name, own) : default;
    }

    /// <summary>高速公路从无到有,|通车里程: the roads that the clause before speaks of; nothing where it names none.</summary>
    public static Subject OfClauseBefore(BindingContext context, in LeftSide left)
    {
        var tokens = context.Tokens;
        var own = new Subject(null, tokens[left.NameStart].Start, tokens[left.NameEnd - 1].End);
        var part = new Part(context.Edges, own, context.Text[own.Start..own.End]);
        return part.MayEnd ? ClauseBefore(context, left, part) : default;
    }

    // The name by the topics around it, the nearest first.
    private static Subject Complete(BindingContext context, in LeftSide left, in Part part)
    {
        var tokens = context.Tokens;
        // The topic before the verb in the same clause: 规模以上工业|完成|增加值.
        if (Before(context, left.NameStart - 1, left.SegmentStart) is { IsEmpty: false } near)
        {
            // 制造业贷款|新增|投放: a topic that is an indicator is taken whole, and the one before does not complete it.
            var isWhole = context.Lexicon.Find(near) is { Indicator: not null };
            var found = part.MayEnd ? With(context, near, part) : default;
            if (found.Term is not null && (!isWhole || found.Name!.StartsWith(near[..2], StringComparison.Ordinal))) return found;
            if (isWhole) return default;
        }

        var prefixes = (left.Leading & Role.Action) == 0 && part.Name is not "企业";
        // 工业生产增长较快,总产值比上年增长14%: the clause before, where it has no number, goes before the number before.
        if (part.MayEnd && ClauseBefore(context, left, part) is { Term: not null } clause) return clause;
        var ofFamily = OfOneFamily(context.Head, context.Topic);
        // 财政收入预算4500万元,其中…农业税320万元;支出预算4460万元: a part of its own goes with the head before the last of the parts.
        var isAccount = ofFamily && left.SegmentStart > 0 && tokens[left.SegmentStart - 1].IsMark(';') && part.Name is "收入" or "支出";
        if (isAccount && WithIndicator(context, context.Head, part, prefixes) is { Term: not null } account) return account;
        if (WithIndicator(context, context.Topic, part, prefixes) is { Term: not null } carried) return carried;
        if ((ofFamily || !context.Topic.IsNamed) && WithIndicator(context, context.Head, part, prefixes) is { Term: not null } headed) return headed;
        // 农村低保户563户, …, 月人均标准提高到90元: one of the last indicators that the sentence has named.
        for (var (i, named) = (left.SegmentStart - 1, 0); part.MayEnd && context.Says(Role.Indicator) && i >= 0 && named < NamedBefore; i--)
        {
            if (!tokens[i].Is(Role.Indicator)) continue;
            named++;
            if (With(context, context.TextOf(i), part) is { Term: not null } completed) return completed;
        }

        if (!prefixes || !part.MayBegin) return default;
        var shared = SharedEnd(context, context.Topic, part);
        return shared.Term is null && ofFamily ? SharedEnd(context, context.Head, part) : shared;
    }

    // 城镇居民人均可支配收入3.8万元,农村居民1.8万元: the name shares the end of the topic's.
    private static Subject SharedEnd(BindingContext context, in Subject whose, in Part part)
    {
        if (whose.Term is null) return default;
        var topic = context.NameOf(whose);
        var name = part.Name;
        Span<char> whole = stackalloc char[LongestWhole + LongestName];
        if (topic.Length is < 2 or > LongestWhole || name.Length < 2) return default;
        // 国家预算收入300亿元,…,结余5亿元: what is left of it.
        if (name is "结余" or "结转") return default;
        name.CopyTo(whole);
        var joins = part.MayGoBefore(topic);
        for (var k = 0; k < topic.Length - 1; k++)
        {
            // 工|农业总产值: no end begins in the middle of a word; but 钢|产量.
            if (k == 1 && topic[1..] is not ("产量" or "总产量")) continue;
            if (topic.Length - k < NameEdges.Longest) joins = part.MayGoBefore(topic[k..]);
            if (!joins) continue;
            topic[k..].CopyTo(whole[name.Length..]);
            var length = name.Length + topic.Length - k;
            // 消费 of 社会消费品零售总额 is a part of its word, no name beside it.
            if (context.Lexicon.Find(whole[..length]) is { Indicator: { } term } && !topic.EndsWith(whole[..length]))
                return part.Own with { Term = term, Name = whole[..length].ToString() };
        }

        return default;
    }

    // The topic of a clause before, which had no number: 粮食生产再获丰收.
    private static Subject ClauseBefore(BindingContext context, in LeftSide left, in Part part)
    {
        var tokens = context.Tokens;
        var since = context.Claims.Count > 0 ? context.Claims[^1].Token + 1 : 0;
        // What was searched for the same name before a number that no rule could bind holds nothing for the next.
        var searched = context.Topicless;
        var isKnown = searched.Since == since && context.Text[searched.Name.Start..searched.Name.End].SequenceEqual(part.Name);
        var first = isKnown ? Math.Max(since, searched.Last) : since;
        for (var (end, passed) = (left.SegmentStart - 1, 0); end > first && passed < ClausesBefore; end--)
        {
            if (!Boundaries.IsClauseMark(tokens[end])) continue;
            passed++;
            var start = Math.Max(since, context.ClauseStart(end));
            if (start < end && With(context, context.TextOf(start, end), part) is { Term: not null } clause) return clause;
            // 我国的农业在严重灾害中: whose it is and when stand before the topic.
            var noun = start;
            while (noun < end && (tokens[noun].Kind == TokenKind.Time || tokens[noun].Is(Role.Place | Role.Of | Role.Adverb))) noun++;
            var isWord = noun < end && tokens[noun].Kind is TokenKind.Text or TokenKind.Word;
            if (isWord && With(context, context.TextOf(noun), part) is { Term: not null } head) return head;
            // 1956年国家决算,收入287亿元,支出306亿元.
            if (end - noun == 2 && context.TextOf(noun, end) is "国家决算" or "国家预算" && With(context, "国家预算", part) is { Term: not null } account)
                return account;
        }

        context.Topicless = (since, left.SegmentStart - 1, new TextSpan(part.Own.Start, part.Own.End));
        return default;
    }

    // 旅游接待4200万人次: the unit tells what is counted.
    private static Subject ByUnit(BindingContext context, in Subject own)
    {
        foreach (var count in Counts)
        {
            var whole = string.Concat(context.Text[own.Start..own.End], count);
            if (context.Lexicon.Find(whole) is { Indicator: { } term }) return own with { Term = term, Name = whole };
        }

        return default;
    }

    private static bool OfOneFamily(in Subject one, in Subject other)
    {
        if (one.Term is null || other.Term is null || one == other) return false;
        return ReferenceEquals(one.Term.Family, other.Term.Family);
    }

    // 主营业务收入640亿元、利润38.2亿元 of 规模以上工业增加值: the name may share the beginning of the topic's: 实际利用外资 and 内资.
    private static Subject WithIndicator(BindingContext context, in Subject topic, in Part part, bool prefixes)
    {
        if (!topic.IsNamed) return default;
        var text = context.NameOf(topic);
        if (text is "结余" or "结转") return default;
        if (part.MayEnd && With(context, text, part) is { Term: not null } found) return found;
        if (topic.Term is null) return default;
        // 全体居民人均可支配收入32186元;其中城镇居民41235元: the part shares the end of the whole's name, beyond its first word.
        if (part.MayBegin && text.Length > ShortestEnd && part.MayGoBefore(text) && text.IndexOf(part.Name) < 0)
        {
            for (var k = 2; k <= text.Length - ShortestEnd; k++)
                if (Find(context, part.Name, text[k..], part.Own) is { Term: not null } owned) return owned;
        }

        for (var k = Math.Min(text.Length, LongestWhole) - 1; part.MayEnd && prefixes && k > 1; k--)
            if (part.MayFollow(text[..k]) && Find(context, text[..k], part.Name, part.Own) is { Term: not null } shared) return shared;
        return default;
    }

    private static ReadOnlySpan<char> Before(BindingContext context, int verb, int from)
    {
        var tokens = context.Tokens;
        if (verb <= from || !tokens[verb].Is(Role.Link | Role.Action | Role.Add)) return default;
        var start = verb;
        while (start > from && MayBeOfTopic(tokens[start - 1])) start--;
        while (start < verb && tokens[start].Is(Role.Place | Role.Adverb)) start++;
        return context.TextOf(start, verb);
    }

    private static bool MayBeOfTopic(in Token token) =>
        token.Kind is TokenKind.Text or TokenKind.Word && !token.Is(Role.Target | Role.Will | Role.Estimate | Role.OfWhich);

    private static Subject With(BindingContext context, ReadOnlySpan<char> topic, in Part part)
    {
        if (topic.Length is < 2 or > LongestWhole) return default;
        if (part.MayFollow(topic) && Find(context, topic, part.Name, part.Own) is { Term: not null } whole) return whole;
        // 粮食|生产, 粮食|播种面积: without what only the topic ends in.
        for (var from = 0; Ends.Next(topic, ref from) is > 0 and var end;)
        {
            if (topic.Length <= end + 1 || !part.MayFollow(topic[..^end])) continue;
            if (Find(context, topic[..^end], part.Name, part.Own) is { Term: not null } stem) return stem;
        }

        return default;
    }

    private static Subject Find(BindingContext context, ReadOnlySpan<char> topic, ReadOnlySpan<char> name, in Subject own)
    {
        if (topic.Length + name.Length > LongestWhole + LongestName) return default;
        Span<char> whole = stackalloc char[LongestWhole + LongestName];
        topic.CopyTo(whole);
        name.CopyTo(whole[topic.Length..]);
        whole = whole[..(topic.Length + name.Length)];
        // 全市规模以上工业: what stands before the topic's own name is looked through.
        for (var k = 0; k <= LongestLookedThrough && topic.Length - k >= 2; k++)
        {
            if (context.Lexicon.Find(whole[k..]) is { Indicator: { } term }) return own with { Term = term, Name = whole[k..].ToString() };
        }

        return default;
    }

    // A name that is no indicator's by itself, and whether it may be the end or the beginning of one; false is sure.
    private readonly ref struct Part
    {
        private readonly NameEdges edges;
        private readonly uint end;

        public Part(NameEdges edges, in Subject own, ReadOnlySpan<char> name)
        {
            this.edges = edges;
            Own = own;
            Name = name;
            end = NameEdges.EndOf(name);
            MayEnd = edges.MayEnd(end);
        }

        public readonly Subject Own;

        public ReadOnlySpan<char> Name { get; }

        public bool MayEnd { get; }

        public bool MayBegin
        {
            get
            {
                // What says only whose it is may stand before it (全市规模以上工业).
                for (var k = 0; k <= LongestLookedThrough && Name.Length - k >= 2; k++)
                    if (edges.MayBegin(Name[k..])) return true;
                return false;
            }
        }

        public bool MayFollow(ReadOnlySpan<char> words) => edges.MayJoin(words[^1], end);

        public bool MayGoBefore(ReadOnlySpan<char> words) => edges.MayJoin(Name[^1], NameEdges.EndOf(words));
    }
}
