using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Reads the nouns behind a number (5个园区, 74%的企业): where they end, and what they name.</summary>
internal static class RightReader
{
    /// <summary>Sets where the nouns behind the number begin and end; leaves the range empty where there are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(BindingContext context, ref Reading reading)
    {
        var tokens = context.Tokens;
        var start = Bounds.End(tokens, reading.Number);
        // Most numbers end what is said of them.
        if (start < tokens.Count && (!tokens[start].Is(Role.Mark) || tokens[start].Mark is '“' or '(')) ReadNouns(context, start, ref reading);
    }

    private static void ReadNouns(BindingContext context, int start, ref Reading reading)
    {
        var tokens = context.Tokens;
        start = SkipUnits(context, reading.Number, start);
        if (start < tokens.Count && tokens[start].Is(Role.Reached) && reading.IsThing) start = BehindClause(tokens, start);
        if (start >= tokens.Count || !MayBegin(context, reading, start)) return;
        // 12.7万人没有解决温饱, 26个村不通公路: what they lack is told of them.
        var lacks = tokens[start].Is(Role.Negation) && CountsPlacesOrPeople(context, reading);
        var end = EndOfName(context, lacks ? start + 1 : start, reading.IsPercent);
        if (lacks && end == start + 1) return;
        // 60个投资亿元以上工业项目, 3个百亿级以上重大项目: the class stands before the noun.
        if (end <= start + 5 && end < tokens.Count && tokens[end].Kind == TokenKind.Quantity
            && (Guards.ClassOf(context, end) is Guards.SizeClass or Guards.Scale || IsVagueClass(tokens, end)))
        {
            var noun = Bounds.End(tokens, end);
            if (noun < tokens.Count && tokens[noun].Is(Role.Of)) noun++;
            var last = Boundaries.NounEnd(context, noun);
            if (last > noun) (start, end) = (noun, last);
        }

        // 77个装置超八成: the bound is the next number's.
        if (end > start + 1 && end < tokens.Count && tokens[end].Kind == TokenKind.Quantity && tokens[end - 1].Is(Role.BoundBefore)) end--;
        if (reading.IsThing) end = Projects.NameEnd(context, start, end);
        while (end > start && tokens[end - 1].IsMark('、')) end--;
        if (end <= start) return;
        // 由39.7%到一九五七年上升为45.4%: one unknown character is no name, but of a product.
        if (end == start + 1 && tokens[start] is { Kind: TokenKind.Text, Length: 1 } only && !NameReader.IsProduct(context.Text[only.Start])) return;
        if (SaysOnlyKind(tokens, start, end)) return;
        reading.RightStart = start;
        reading.RightEnd = end;
    }

    // 100所达到二级医院能力的|卫生中心: the noun stands behind what is told of it; where nothing is told so, nothing changes.
    private static int BehindClause(Pieces<Token> tokens, int verb)
    {
        const int Furthest = 8;
        for (var i = verb + 1; i + 1 < tokens.Count && i < verb + Furthest && tokens[i].Kind is TokenKind.Text or TokenKind.Word; i++)
            if (tokens[i].Is(Role.Of)) return i + 1;
        return verb;
    }

    // 60家年产值上|亿元|的企业.
    private static bool IsVagueClass(Pieces<Token> tokens, int size) =>
        size + 1 < tokens.Count && tokens[size + 1].Is(Role.Of) && tokens[size - 1] is { Kind: TokenKind.Text };

    private static bool CountsPlacesOrPeople(BindingContext context, in Reading reading) =>
        reading.Dimension is Dimension.Persons or Dimension.Households
            || (reading.IsThing && context.Text[context.Tokens[reading.Number].End - 1] is '村' or '乡' or '镇');

    // What only goes on with the unit stands before the nouns.
    private static int SkipUnits(BindingContext context, int number, int start)
    {
        var tokens = context.Tokens;
        // 200亿元规模母基金, 50亿元规模的基金: how large it is.
        if (start + 1 < tokens.Count && tokens[start].Is(Role.Suffix) && tokens[start + 1].Kind != TokenKind.Mark && context.TextOf(start) is "规模"
            && context.Quantities[tokens[number].Index].Dimension == Dimension.Money)
            start++;
        // 100个|地|级以上城市: no particle.
        if (tokens[start].Is(Role.Of) && context.Text[tokens[start].Start] != '地') start++;
        // 40万3岁以下婴幼儿: how old they are.
        if (start == number + 1 && tokens[start].Kind == TokenKind.Quantity && context.Text[tokens[start].End - 1] == '岁')
            start = Bounds.End(tokens, start);
        // 85万头(只)牲畜: another unit of the same things.
        if (start < tokens.Count && tokens[start].IsMark('(')) start = BehindUnits(tokens, start);
        // 20个超千万元的大项目: the bound of the class stands before it.
        if (start == number + 1 && start + 2 < tokens.Count && tokens[start].Is(Role.BoundBefore) && tokens[start + 1].Kind == TokenKind.Quantity
            && Guards.ClassOf(context, start + 1) == Guards.SizeClass)
        {
            start++;
            number++;
        }

        // 269个50万元以上项目: the size class only says which ones.
        if (start == number + 1 && start + 1 < tokens.Count && tokens[start].Kind == TokenKind.Quantity
            && Guards.ClassOf(context, start) == Guards.SizeClass)
        {
            start = Bounds.End(tokens, start);
            // 1个2000万元以上的项目.
            if (start + 1 < tokens.Count && tokens[start].Is(Role.Of)) start++;
        }
        return start;
    }

    /// <summary>解决2.8万人、1.5万头大牲畜的饮水困难, 48万人、142个乡没有解决温饱: what is told of both counts alike, behind the second; nothing where
    /// none is.</summary>
    public static Subject Shared(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        var next = reading.Number + 2;
        if (!reading.IsCounted || next >= tokens.Count || tokens[next].Kind != TokenKind.Quantity) return default;
        if (!tokens[next - 1].IsMark('、') && !tokens[next - 1].Is(Role.And)) return default;
        if (context.Quantities[tokens[next].Index].Dimension is not (Dimension.Count or Dimension.Persons or Dimension.Households)) return default;
        const int Furthest = 4;
        var first = next + 1 < tokens.Count && tokens[next + 1].IsMark('(') ? BehindUnits(tokens, next + 1) : next + 1;
        for (var at = first; at + 1 < tokens.Count && at <= first + Furthest && tokens[at].Kind is TokenKind.Text or TokenKind.Word; at++)
        {
            var end = tokens[at].Is(Role.Of | Role.Negation) ? Boundaries.NounEnd(context, at + 1) : 0;
            if (end <= at + 1) continue;
            return tokens[at].Is(Role.Of) ? SubjectFinder.Find(context, at + 1, end) : new Subject(null, tokens[at].Start, tokens[end - 1].End);
        }

        // 620户、2300人生活在贫困线以下: the families and their members.
        var areFamilies = reading.Dimension == Dimension.Households && context.Quantities[tokens[next].Index].Dimension == Dimension.Persons;
        areFamilies = areFamilies && first < tokens.Count && tokens[first].Kind is TokenKind.Text or TokenKind.Word;
        var last = areFamilies ? Boundaries.NounEnd(context, first) : first;
        return last > first ? SubjectFinder.Find(context, first, last) : default;
    }

    // (只), (只、匹): nothing but units; else where the bracket opens.
    private static int BehindUnits(Pieces<Token> tokens, int open)
    {
        var i = open + 1;
        while (i < tokens.Count && (tokens[i].Is(Role.Unit) || tokens[i].IsMark('、'))) i++;
        return i > open + 1 && i + 1 < tokens.Count && tokens[i].IsMark(')') ? i + 1 : open;
    }

    // Whether a word can be the first of the nouns.
    private static bool MayBegin(BindingContext context, in Reading reading, int start)
    {
        var tokens = context.Tokens;
        ref readonly var first = ref tokens[start];
        if (first.Kind is TokenKind.Time or TokenKind.Number) return false;
        // 比“六五”期间的26.6%有所提高.
        if (first.Is(Role.Manner) && start + 1 < tokens.Count && tokens[start + 1].Is(Role.Change | Role.ChangeTo)) return false;
        // 3个百亿级产业: the scale of the things that are counted.
        if (first.Kind == TokenKind.Quantity && !(reading.IsThing && Guards.ClassOf(context, start) == Guards.Scale)) return false;
        if (first.Kind == TokenKind.Mark && first.Mark is not '“') return false;
        // 比过去的总和五百三十七个还多.
        if (context.Text[first.Start..] is ['还', '要' or '多' or '少' or '大' or '高' or '低', ..]) return false;
        return !first.Is(Role.BoundAfter | Role.Of | Role.And | Role.Than) || first.Is(Role.Indicator) || context.Text[first.Start] == '地';
    }

    private static int EndOfName(BindingContext context, int start, bool isPercent)
    {
        var tokens = context.Tokens;
        var end = Boundaries.NounEnd(context, start, isPercent);
        if (end > start + 1 && tokens[end - 1].Kind == TokenKind.Text && context.TextOf(end - 1) is "中" or "里" or "以外"
            && context.Text[tokens[end - 1].Start - 1] is not ('初' or '高'))
            end--;
        // What was done with them is no part of their name.
        while (end > start + 1 && tokens[end - 1].Is(Role.Action) && tokens[end - 1].Length > 1)
        {
            // 230个重点项目|开工建设.
            var behindNoun = tokens[end - 2].Is(Role.Indicator | Role.Works | Role.Suffix | Role.People) || IsStage(context.TextOf(end - 1));
            // 35%的企业|通过|了评估.
            if (!behindNoun && (end == tokens.Count || context.Text[tokens[end].Start] != '了')) break;
            end--;
        }

        return end;
    }

    // 9个科创园(中心)投入运营: how far they have come, whatever they are.
    private static bool IsStage(ReadOnlySpan<char> verb) =>
        verb is "投入运营" or "投入使用" or "投用" or "竣工" or "完工" or "投产" or "通车" or "开工建设" or "开工" or "落户";

    /// <summary>What the nouns behind the number name; of 10000套廉租房、廉价房 the first is meant.</summary>
    public static Subject Find(BindingContext context, in Reading reading)
    {
        // 2万人|未脱贫 are none of those lifted out of poverty.
        if (context.Tokens[reading.RightStart].Is(Role.Negation))
            return new Subject(null, context.Tokens[reading.RightStart].Start, context.Tokens[reading.RightEnd - 1].End);
        for (var i = reading.RightStart + 1; i < reading.RightEnd; i++)
        {
            if (!context.Tokens[i].IsMark('、')) continue;
            if (SubjectFinder.Find(context, reading.RightStart, i).For(reading.Dimension) is { Term: not null } first) return first;
            break;
        }

        var found = SubjectFinder.Find(context, reading.RightStart, reading.RightEnd);
        var subject = found.For(reading.Dimension);
        // 6个主产区的产量, 34个县经济总量: whose figure it is is counted, not the figure.
        if (reading.IsThing && found.Term is not null && subject.Term is null) return Owner(context, reading, found.Start) ?? subject;
        if (reading.Dimension == Dimension.None && subject.Term is null && FirstOfNouns(context, reading) is { IsNamed: true } noun) return noun;
        return subject;
    }

    // 降低900多万|个体工商户|税负, 6亿|人口|的大国: the first of the nouns is what the bare number counts.
    private static Subject FirstOfNouns(BindingContext context, in Reading reading)
    {
        var next = reading.RightStart + 1;
        if (next >= reading.RightEnd || context.IndicatorAt(reading.RightStart) is not { } thing) return default;
        if ((thing.Dimension & Dimension.Count) == 0) return default;
        ref readonly var behind = ref context.Tokens[next];
        if (behind.Is(Role.People) || !behind.Is(Role.Of | Role.Indicator)) return default;
        return SubjectFinder.Find(context, reading.RightStart, next);
    }

    private static Subject? Owner(BindingContext context, in Reading reading, int figure)
    {
        var start = context.Tokens[reading.RightStart].Start;
        // 8个村|通|水泥路: what they have now is told of them.
        if (context.Text[start..figure] is [.., '村' or '组' or '寨' or '乡' or '镇' or '县' or '户', '通'])
            return new Subject(null, start, context.Tokens[reading.RightEnd - 1].End);
        var end = figure > start && context.Text[figure - 1] == '的' ? figure - 1 : figure;
        while (end > start && context.Text[end - 1] == '、') end--;
        return end > start ? new Subject(null, start, end) : null;
    }

    /// <summary>The indicator that is what the counted people did: 9万多下岗职工实现再就业; null where none is told.</summary>
    public static IndicatorTerm? Deed(BindingContext context, in Reading reading)
    {
        if (reading.Dimension is not (Dimension.Persons or Dimension.None or Dimension.Households)) return null;
        var tokens = context.Tokens;
        if (tokens[reading.RightStart].Is(Role.Negation)) return null;
        for (var i = reading.RightStart; i < tokens.Count && i < reading.RightEnd + 4; i++)
        {
            if (tokens[i].Kind is TokenKind.Mark or TokenKind.Quantity) break;
            if (tokens[i].Indicator is not { } term || (term.Dimension & Dimension.Persons) == 0) continue;
            // 6100万湖北人民; but 110万要求改革的劳动人民 are some of them.
            if (!term.IsPopulation || i == reading.RightStart || tokens[i - 1].Is(Role.Place)) return term;
        }

        return null;
    }

    // 目标, 任务, 规模, 预定目标 behind a number name no subject.
    private static bool SaysOnlyKind(Pieces<Token> tokens, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!tokens[i].Is(Role.Target | Role.Suffix | Role.Will | Role.BoundAfter | Role.Planned)
                || tokens[i].Is(Role.Works | Role.People | Role.Indicator))
                return false;
        return true;
    }
}
