using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Pairs a list of subjects with a list of numbers: 财政大、小口径收入分别增长12.6%、9.4%.</summary>
internal static class Pairing
{
    // What may stand behind a shared name without being of it: 增速, 规模.
    private const int LongestCut = 3;

    private const int LongestName = 40;
    private const int MostMembers = 32;

    private static readonly string[] SectorNames = ["第一产业", "第二产业", "第三产业"];
    private static readonly string[] ThreeSectors =
        ["第一、第二、第三产业", "第一、二、三产业", "一、二、三次产业", "一、二、三产业", "一二三次产业", "一二三产业", "三次产业", "一、二、三产", "一二三产", "三大产业"];
    private static readonly string[] TwoSectors =
        ["第二、第三产业", "第二、三产业", "第二和第三产业", "二、三次产业", "二、三产业", "二三产业", "二、三产", "二三产"];

    // One word for two: the joint, and what stands for it in either name.
    private static readonly (string Joint, string One, string Other)[] Joints =
        [
            ("城乡", "城镇", "农村"), ("城乡", "城市", "农村"), ("存贷款", "存款", "贷款"), ("产销量", "产量", "销量"), ("产销", "产量", "销量"),
            ("收支", "收入", "支出"), ("国地税", "国税", "地税"), ("进出口", "进口", "出口"),
        ];

    /// <summary>Whether a list of numbers may begin with the token <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayList(Pieces<Token> tokens, int first) =>
        Bounds.End(tokens, first) is var end && end < tokens.Count && (tokens[end].IsMark('、') || tokens[end].Is(Role.And));

    /// <summary>Whether the number and the next one of its list can be of two subjects of one kind: 增长8%、9%; of 解决了900人、400头大牲畜的饮水困难 they
    /// are not.</summary>
    public static bool AreAlike(BindingContext context, in LeftSide left, int number)
    {
        var tokens = context.Tokens;
        var next = Bounds.End(tokens, number) + 1;
        return left.Says(Role.Respectively) || next >= tokens.Count || tokens[next].Kind != TokenKind.Quantity
            || context.Quantities[tokens[next].Index].Dimension == context.Quantities[tokens[number].Index].Dimension;
    }

    /// <summary>Whether nothing but a joint and verbs stand from <paramref name="start"/> to before <paramref name="number"/>:
    /// 分别增长8%|、下降|3.2%, 每月650元|、每年|5400元.</summary>
    public static bool ContinuesWithVerb(Pieces<Token> tokens, int start, int number)
    {
        const Role OfVerb = Role.Change | Role.ChangeTo | Role.Adverb | Role.Average | Role.BoundBefore | Role.Per;
        if (start + 1 >= number || !(tokens[start].IsMark('、') || tokens[start].Is(Role.And))) return false;
        var changes = false;
        for (var i = start + 1; i < number; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || !tokens[i].Is(OfVerb) || tokens[i].Is(Role.Indicator)) return false;
            changes |= tokens[i].Is(Role.Change | Role.ChangeTo | Role.Per);
        }

        return changes;
    }

    /// <summary>Number of members of the list of numbers that begins with the token <paramref name="first"/>; with <paramref name="verbs"/>, each may
    /// have a verb of its own.</summary>
    public static int Count(Pieces<Token> tokens, int first, bool verbs = false)
    {
        var count = 1;
        for (var i = Bounds.End(tokens, first); i < tokens.Count && count < MostMembers; i++)
        {
            if (tokens[i].IsMark('、') || tokens[i].Is(Role.And | Role.BoundBefore)) continue;
            if (verbs && tokens[i].Is(Role.Change | Role.ChangeTo | Role.Adverb | Role.Per)) continue;
            if (tokens[i].Kind != TokenKind.Quantity) break;
            var start = Boundaries.SegmentStart(tokens, i);
            if (!Boundaries.Continues(tokens, start, i) && !(verbs && ContinuesWithVerb(tokens, start, i))) break;
            count++;
            i = Bounds.End(tokens, i) - 1;
        }

        return count;
    }

    /// <summary>Whether the words before a list of <paramref name="count"/> numbers list as many subjects, which then are the pairs.</summary>
    public static bool SplitsSubjects(BindingContext context, in LeftSide left, int count, Pieces<Subject> subjects)
    {
        if (left.HasName)
        {
            var isBehindRespectively = left.NameStart > 0 && context.Tokens[left.NameStart - 1].Is(Role.Respectively);
            if (isBehindRespectively && TryPartners(context, left, count, subjects)) return true;
            return (left.Says(Role.Respectively) || HasList(context.Tokens, left)
                || (count == 2 && NamesTwo(context.TextOf(left.NameStart, left.NameEnd))))
                && TrySplit(context, left.NameStart, left.NameEnd, count, subjects);
        }

        if (!left.Says(Role.Respectively)) return false;
        // 教育、卫生健康、社会保障和就业支出,分别增长6.9%、8.7%和10.3%: the clause before lists the subjects.
        var (first, last) = ListBefore(context, left.SegmentStart);
        return last > first && TrySplit(context, first, last, count, subjects);
    }

    /// <summary>新挂牌甲医院、乙医院2个医疗中心: whether as many are listed before the number as it counts, which then are what stands behind it.</summary>
    public static bool ListsAsMany(BindingContext context, in LeftSide left, decimal count)
    {
        if (count is < 2 or > 8 || left.NameEnd != left.End || (left.NameWords & (Role.Mark | Role.And)) == 0) return false;
        var members = 1;
        for (var i = left.NameStart; i < left.NameEnd; i++)
            if (context.Tokens[i].IsMark('、') || context.Tokens[i].Is(Role.And)) members++;
        return members == count;
    }

    // 城乡居民人均可支配收入达到3.5万元、1.3万元: one word for two.
    private static bool NamesTwo(ReadOnlySpan<char> name) => name.IndexOf("城乡") >= 0 || name.IndexOf("存贷款") >= 0;

    private static bool HasList(Pieces<Token> tokens, in LeftSide left)
    {
        if ((left.NameWords & (Role.Mark | Role.And)) == 0) return false;
        for (var i = left.NameStart; i < left.NameEnd; i++)
            if (tokens[i].IsMark('、') || tokens[i].Is(Role.And)) return true;
        return false;
    }

    // Splits the noun phrase into as many subjects; false where it has another number of members.
    private static bool TrySplit(BindingContext context, int start, int end, int count, Pieces<Subject> subjects)
    {
        subjects.Clear();
        var tokens = context.Tokens;
        if (count is 2 or 3 && Sectors(context, start, end, count, subjects)) return true;
        Span<(int Start, int End)> parts = stackalloc (int, int)[count + 1];
        var found = Split(tokens, start, end, parts, splitAtAnd: true);
        if (found != count) found = Split(tokens, start, end, parts, splitAtAnd: false);
        if (found == count)
        {
            for (var k = 0; k < count; k++) subjects.Add(Member(context, parts[..count], k));
            return true;
        }

        return found == 1 && count == 2 && Expand(context, start, end, subjects);
    }

    // The list of names without a number that fills the clause before the one that begins at the token; an empty range where there is none.
    private static (int First, int Last) ListBefore(BindingContext context, int start)
    {
        var tokens = context.Tokens;
        var last = start - 1;
        // 小麦、稻谷收购价平均每50公斤|分别提高7元和16元: the list ends before what its prices are of.
        if (last > 1 && tokens[last].Kind == TokenKind.Quantity && context.Text[tokens[last].Start - 1] == '每')
        {
            last--;
            while (last > 0 && tokens[last - 1].Is(Role.Average | Role.Adverb)) last--;
        }
        else if (last <= 0 || !tokens[last].IsMark(','))
        {
            return default;
        }

        var first = last;
        var joint = 0;
        var lists = false;
        for (; first > 0 && !Boundaries.IsClauseMark(tokens[first - 1]); first--)
        {
            if (tokens[first - 1].Kind == TokenKind.Quantity || tokens[first - 1].Is(Role.Change | Role.ChangeTo)) return default;
            lists |= tokens[first - 1].IsMark('、');
            if (tokens[first - 1].Is(Role.Indicator) && context.TextOf(first - 1).StartsWith("城乡")) joint = first;
        }

        while (first < last && (tokens[first].Kind == TokenKind.Time || tokens[first].Is(Role.Place | Role.OfWhich))) first++;
        // 城乡居民收入与经济增长同步,分别达到3.2万元和1.1万元.
        return lists ? (first, last) : joint > 0 ? (joint - 1, joint) : default;
    }

    private static int Split(Pieces<Token> tokens, int start, int end, Span<(int Start, int End)> parts, bool splitAtAnd)
    {
        var found = 0;
        var from = start;
        var depth = 0;
        for (var i = start; i <= end; i++)
        {
            if (i < end && tokens[i].IsMark('(')) depth++;
            if (i < end && tokens[i].IsMark(')')) depth--;
            var splits = i == end || (depth == 0 && (tokens[i].IsMark('、') || (splitAtAnd && tokens[i].Is(Role.And))));
            if (!splits) continue;
            if (i > from)
            {
                if (found == parts.Length) return -1;
                parts[found++] = (from, i);
            }

            from = i + 1;
        }

        return found;
    }

    private static Subject Member(BindingContext context, Span<(int Start, int End)> parts, int index)
    {
        var tokens = context.Tokens;
        var (start, end) = parts[index];
        // 服务业增加值占生产总值比重和…比重分别提高3个和4个百分点: a share is of what stands before 占.
        if (tokens[end - 1].Is(Role.Share) && tokens[end - 1].Is(Role.Pace))
        {
            for (var i = start + 1; i < end - 1; i++)
                if (tokens[i].Is(Role.Share) && tokens[i].Is(Role.Link)) end = i;
        }

        if (OfPlace(context, parts, index) is { } owned) return owned;
        var subject = SubjectFinder.Find(context, start, end);
        var own = context.TextOf(start, end);
        // 把小学、初中学生经费分别提高到300元和500元.
        if (index == 0 && subject.Term is null && own is ['把' or '将', _, _, ..])
        {
            subject = subject with { Start = subject.Start + 1 };
            own = own[1..];
        }

        if (Partner(context, parts, index) is { } partner) return partner;
        if (subject.Term is not null && (index == parts.Length - 1 || own.Length > 3))
            return WithSharedKind(context, parts, index, subject) ?? subject;
        var last = context.TextOf(parts[^1].Start, parts[^1].End);
        var first = context.TextOf(parts[0].Start, parts[0].End);
        Span<char> name = stackalloc char[LongestName];
        // 财政大 + 口径收入: the head that the last member shares with the others, the longest first.
        for (var k = 1; index < parts.Length - 1 && k < last.Length; k++)
        {
            if (Find(context, own, last[k..], name) is { } term) return subject with { Term = term, Name = string.Concat(own, last[k..]) };
        }

        // 生产安全事故 + 死亡人数: what the first member shares with the others.
        for (var k = first.Length - 1; index > 0 && k > 0; k--)
        {
            if (Find(context, first[..k], own, name) is { } term) return subject with { Term = term, Name = string.Concat(first[..k], own) };
        }

        return WithSharedKind(context, parts, index, subject) ?? subject;
    }

    // 卫生户厕、垃圾处理设施覆盖率和污水治理率: the next member that tells the kind of figure tells it for those before, too.
    private static Subject? WithSharedKind(BindingContext context, Span<(int Start, int End)> parts, int index, in Subject subject)
    {
        for (var i = index + 1; i < parts.Length; i++)
        {
            var next = context.TextOf(parts[i].Start, parts[i].End);
            if (!SharedKinds.NamesFigure(next)) continue;
            return SharedKinds.Complete(context, subject, context.TextOf(parts[index].Start, parts[index].End), next);
        }

        return null;
    }

    // 对东盟、拉美等地区进出口: trade with each of them.
    private static Subject? Partner(BindingContext context, Span<(int Start, int End)> parts, int index)
    {
        var tokens = context.Tokens;
        ref readonly var head = ref tokens[parts[^1].End - 1];
        if (!head.Is(Role.Indicator) || context.TextOf(parts[0].Start, parts[0].End) is not ['对' or '与' or '同', ..]) return null;
        for (var i = parts[0].Start; i < parts[^2].End; i++)
            if (tokens[i].Is(Role.Indicator | Role.Suffix)) return null;
        var (start, end) = parts[index];
        var with = context.Text.Slice(tokens[parts[0].Start].Start, index == 0 ? 0 : 1);
        var what = index == parts.Length - 1 ? default : context.Text[head.Start..head.End];
        return new Subject(null, tokens[start].Start, tokens[end - 1].End) { Name = string.Concat(with, context.TextOf(start, end), what) };
    }

    // The partners that the clause lists before 分别 and the verb of trade: 对东盟、欧盟分别出口; false where there are not as many.
    private static bool TryPartners(BindingContext context, in LeftSide left, int count, Pieces<Subject> subjects)
    {
        var tokens = context.Tokens;
        var end = left.NameStart - 1;
        if (end < 0 || !tokens[end].Is(Role.Respectively) || !tokens[left.NameEnd - 1].Is(Role.Indicator)) return false;
        var start = context.ClauseStart(end);
        // 我市对东盟.
        while (start < end && context.Text[tokens[start].Start] is not ('对' or '与' or '同')) start++;
        Span<(int Start, int End)> parts = stackalloc (int, int)[count + 1];
        if (start == end || Split(tokens, start, end, parts, splitAtAnd: true) != count) return false;
        foreach (var (_, last) in parts[..count])
            if (!tokens[last - 1].Is(Role.Place) && tokens[last - 1].Kind != TokenKind.Text) return false;
        subjects.Clear();
        foreach (var (_, last) in parts[..count])
        {
            ref readonly var partner = ref tokens[last - 1];
            var with = context.Text.Slice(tokens[start].Start, 1);
            var name = string.Concat(with, context.Text[partner.Start..partner.End], context.TextOf(left.NameStart, left.NameEnd));
            subjects.Add(new Subject(null, partner.Start, partner.End) { Name = name });
        }

        return true;
    }

    // 济南、青岛地区生产总值: the places before the last share its indicator.
    private static Subject? OfPlace(BindingContext context, Span<(int Start, int End)> parts, int index)
    {
        var tokens = context.Tokens;
        for (var i = 0; i < parts.Length - 1; i++)
            if (parts[i].End - parts[i].Start != 1 || !tokens[parts[i].Start].Is(Role.Place)) return null;
        var (start, end) = parts[^1];
        if (end - start < 2 || !tokens[start].Is(Role.Place)) return null;
        var shared = SubjectFinder.Find(context, start + 1, end);
        var (first, last) = index == parts.Length - 1 ? (start, end - 1) : (parts[index].Start, parts[index].Start);
        return shared with { Start = tokens[first].Start, End = tokens[last].End, Name = context.TextOf(start + 1, end).ToString() };
    }

    // 一、二、三产业增加值, 三次产业增加值: one word for several.
    private static bool Sectors(BindingContext context, int start, int end, int count, Pieces<Subject> subjects)
    {
        var text = context.TextOf(start, end);
        if (text.IndexOf('产') < 0) return false;
        Span<char> name = stackalloc char[LongestName];
        foreach (var joint in count == 3 ? ThreeSectors : TwoSectors)
        {
            var at = text.IndexOf(joint);
            if (at < 0) continue;
            var behind = text[(at + joint.Length)..];
            if (behind.IsEmpty) behind = "增加值";
            var whole = new Subject(null, context.Tokens[start].Start, context.Tokens[end - 1].End);
            foreach (var sector in SectorNames.AsSpan(3 - count))
                subjects.Add(whole with { Term = Find(context, sector, behind, name), Name = string.Concat(sector, behind) });
            return true;
        }

        return false;
    }

    // 城乡居民收入: one word for two.
    private static bool Expand(BindingContext context, int start, int end, Pieces<Subject> subjects)
    {
        var text = context.TextOf(start, end);
        Span<char> name = stackalloc char[LongestName];
        foreach (var (joint, one, other) in Joints)
        {
            var at = text.IndexOf(joint);
            if (at < 0) continue;
            var behind = text[(at + joint.Length)..];
            // 汽车产销; but 产销率 and 产销衔接 are of one thing.
            if (joint == "产销" && !behind.IsEmpty) continue;
            var first = Find(context, string.Concat(text[..at], one), behind, name) ?? Find(context, one, behind, name);
            var second = Find(context, string.Concat(text[..at], other), behind, name) ?? Find(context, other, behind, name);
            // Only these are always two; 收支 also stands in names of one thing.
            if ((first is null || second is null) && (one == "城镇" || joint is not ("城乡" or "产销量" or "产销"))) continue;
            var whole = new Subject(null, context.Tokens[start].Start, context.Tokens[end - 1].End);
            subjects.Add(whole with { Term = first, Name = string.Concat(text[..at], one, behind) });
            subjects.Add(whole with { Term = second, Name = string.Concat(text[..at], other, behind) });
            return true;
        }

        return false;
    }

    private static bool MayJoin(NameEdges edges, ReadOnlySpan<char> front, ReadOnlySpan<char> back)
    {
        for (var cut = 0; cut <= LongestCut && cut < back.Length; cut++)
            if (edges.MayJoin(front[^1], NameEdges.EndOf(back[..^cut]))) return true;
        return back.IsEmpty;
    }

    private static IndicatorTerm? Find(BindingContext context, ReadOnlySpan<char> front, ReadOnlySpan<char> back, Span<char> name)
    {
        if (front.IsEmpty || front.Length + back.Length > LongestName || !MayJoin(context.Edges, front, back)) return null;
        front.CopyTo(name);
        back.CopyTo(name[front.Length..]);
        var whole = name[..(front.Length + back.Length)];
        // What stands before the shared name (全市) does not belong to it.
        for (var k = 0; k < Math.Min(4, front.Length); k++)
        {
            if (context.Lexicon.Find(whole[k..]) is { Indicator: { } term }) return term;
            // 收入|增速: what stands behind the shared name does not, either.
            for (var cut = 1; cut <= LongestCut && cut < back.Length; cut++)
            {
                if (context.Lexicon.Find(whole[k..^cut]) is not { Indicator: { } shorter }) continue;
                if (context.Lexicon.Find(whole[^cut..]) is { } rest && rest.Is(Role.Suffix | Role.Pace)) return shorter;
            }
        }

        return null;
    }
}
