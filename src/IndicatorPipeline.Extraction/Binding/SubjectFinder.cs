using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Finds the catalogue's indicator in a noun phrase: by its head, looking through what only says where, when and how much.</summary>
internal static class SubjectFinder
{
    private const int LongestName = 40;

    // Words that may stand before an indicator's name without making it a part of the indicator.
    private const Role Transparent =
        Role.Modifier | Role.Place | Role.Adverb | Role.Of | Role.Per | Role.Target | Role.Estimate | Role.Actual | Role.Will | Role.Link
        | Role.Modality | Role.And | Role.OfWhich | Role.Average | Role.Keep | Role.Planned | Role.From | Role.Than | Role.Respectively
        | Role.Negation;

    // Words that may stand behind an indicator's name without being of it: 总额, 增速, 占比.
    private const Role BehindHead = Role.Suffix | Role.Pace | Role.Share | Role.Add | Role.Of | Role.Change | Role.Adverb | Role.Average;

    // What a name that is looked up as one word goes without.
    private const Role LeftOut = Role.Mark | Role.Of | Role.Place;

    /// <summary>The subject that the tokens from <paramref name="start"/> to before <paramref name="end"/> name.</summary>
    /// <param name="context">The sentence.</param>
    /// <param name="start">First token of the noun phrase.</param>
    /// <param name="end">Token behind it.</param>
    /// <param name="first">Whether of several indicators joined by 、 the first is meant (均, 都), not the last.</param>
    public static Subject Find(BindingContext context, int start, int end, bool first = false) =>
        Find(context, start, end, context.RolesOf(start, end), first);

    /// <summary>The same where the roles of the words, <paramref name="words"/>, are known.</summary>
    public static Subject Find(BindingContext context, int start, int end, Role words, bool first)
    {
        var tokens = context.Tokens;
        // The last member of a list is the one that the number is said of.
        var member = (words & Role.Mark) == 0 ? start : LastMember(tokens, start, end);
        var found = default(Subject);
        if ((words & Role.Indicator) != 0)
        {
            if (first) found = FirstWhole(context, start, end);
            if (found.Term is not null) return found;
            found = AtHead(context, member, end);
        }
        else if ((words & LeftOut) == 0 ? tokens[end - 1].Length > 1 : !MayBeOneWord(tokens, member, end))
        {
            return new Subject(null, tokens[start].Start, tokens[end - 1].End);
        }

        if (found.Term is null) found = Compact(context, member, end);
        // 棉花|的|播种面积: the name without the particle is another indicator's.
        else if ((words & Role.Of) != 0 && IsOf(context, member, found.Start) && Compact(context, member, end) is { Term: not null } whole)
            found = whole;
        if (found.Term is not { } term || FalseNames.IsOne(context, found, term, end))
            return new Subject(null, tokens[start].Start, tokens[end - 1].End);
        // 航空产业产值: the row is of any branch, and only the name says of which.
        return !term.IsCore && term.TakesModifiers ? found with { Start = NameStart(tokens, member, found.Start) } : found;
    }

    // Whether 的 stands directly before the name, behind another indicator's.
    private static bool IsOf(BindingContext context, int first, int name)
    {
        var tokens = context.Tokens;
        var i = first;
        while (tokens[i].Start < name) i++;
        return i > first + 1 && tokens[i - 1].Is(Role.Of) && tokens[i - 2].Is(Role.Indicator);
    }

    private static int LastMember(Pieces<Token> tokens, int start, int end)
    {
        for (var i = end - 1; i > start; i--)
        {
            // 县(市、区).
            if (tokens[i].IsMark(')') && Boundaries.Opening(tokens, i, start) is var open and > 0) i = open;
            if (tokens[i].IsMark('、')) return i + 1;
        }

        return start;
    }

    // Words that name no indicator do so only where something between them is left out, or by one character.
    private static bool MayBeOneWord(Pieces<Token> tokens, int start, int end)
    {
        var (kept, inside) = (-1, false);
        for (var i = start; i < end; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(LeftOut))
            {
                if (token.Mark is '(' or ')') inside = token.Mark == '(';
            }
            else if (!inside)
            {
                if (kept >= 0 && kept < i - 1) return true;
                kept = i;
            }
        }

        return kept >= 0 && tokens[kept].Length == 1;
    }

    private static Subject FirstWhole(BindingContext context, int start, int end)
    {
        var tokens = context.Tokens;
        for (var i = start; i < end; i++)
            // 人口|调查失业率: what goes on as another indicator's name is no member of a list.
            if (context.IndicatorAt(i) is { } term && (i == start || IsWhole(context, start, i, term))
                && !(i + 1 < end && tokens[i + 1].Is(Role.Indicator)))
                return new Subject(term, tokens[i].Start, tokens[i].End);
        return default;
    }

    /// <summary>
    /// The first of several founding indicators that the name before a number lists, or nothing: 城镇居民收入、农民收入增长12% is one number of two, under the
    /// first-named; 医院和疗养院病床 names one thing.
    /// </summary>
    public static Subject FirstOfSeveral(BindingContext context, in LeftSide left)
    {
        var tokens = context.Tokens;
        var (start, end) = (left.NameStart, left.NameEnd);
        var first = default(Subject);
        var from = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && !Separates(tokens[i])) continue;
            if (i == end && first.Term is null) return default;
            var to = i;
            // 工业增加值、投资、税收等主要指标增速: what the list is a list of.
            if (i == end)
                for (var k = from + 1; k < end && to == end; k++)
                    if (context.Text[tokens[k].Start] == '等') to = k;
            if (to == from || AtHead(context, from, to) is not { Term: { IsCore: true } term } member) return default;
            if (first.Term is null) first = member;
            else if (first.Term.Indicator.Code == term.Indicator.Code) return default;
            from = i + 1;
        }

        return first;
    }

    private static bool Separates(in Token token) =>
        token.IsMark('、') || (token.Is(Role.And) && !token.Is(Role.Adverb | Role.Indicator));

    // The first word that is no 全市, 和, 累计.
    private static int NameStart(Pieces<Token> tokens, int first, int start)
    {
        while (tokens[first].Start < start && IsNoName(tokens[first])) first++;
        return Math.Min(tokens[first].Start, start);
    }

    private static bool IsNoName(in Token token)
    {
        // “两优”项目: what is quoted belongs to the name.
        if (token.Kind is TokenKind.Mark or TokenKind.Time) return token.Mark != '“';
        // 85个地级城市: no particle begins a name.
        return token.Is(Role.And | Role.Of | Role.Adverb | Role.Place) && token.Entry is { RegionCode: null, Term: not "地" };
    }

    // The indicator at the head: behind it nothing but 总额, 规模, 增速; before it nothing but places, times and the like.
    private static Subject AtHead(BindingContext context, int start, int end)
    {
        var tokens = context.Tokens;
        for (var i = end - 1; i >= start; i--)
        {
            ref readonly var token = ref tokens[i];
            if (context.IndicatorAt(i) is { } term)
            {
                if ((i > start && !IsWhole(context, start, i, term)) || (i + 1 < end && IsOfRate(context, i, end, term))) return default;
                return new Subject(term, token.Start, tokens[NameEnd(tokens, i, end) - 1].End);
            }

            if (token.Is(BehindHead) || token.Kind == TokenKind.Time) continue;
            // 地区生产总值(GDP): what a bracket behind a name repeats is not the name.
            if (token.IsMark(')') && Boundaries.Opening(tokens, i, start) is var open && open > start && tokens[open - 1].Is(Role.Indicator))
                i = open;
            if (token.Kind == TokenKind.Mark && token.Mark is ')' or '(' or '“' or '”') continue;
            // 保障性住房开工, 铁路投产里程: how far the thing has come.
            if (i > start && token.Is(Role.Action) && IsStage(context.TextOf(i))) continue;
            // 财政收入预算为4500万元: of which account the figure is.
            if (i > start && context.TextOf(i) is "预算" or "决算" or "概算" or "预算数" or "执行结果" or "执行的结果") continue;
            // 产值增速最快的.
            if (i > start && (token.Is(Role.Gap) || (token.Kind == TokenKind.Text && context.TextOf(i) is "最" or "最慢" or "最高" or "最低"))) continue;
            if (!InBrackets(tokens, i, start)) break;
        }

        return default;
    }

    private static bool IsStage(ReadOnlySpan<char> verb) =>
        verb is "开工" or "新开工" or "新安排" or "筹集" or "筹建" or "改造" or "提档升级" or "提升改造" or "升级改造" or "建成" or "基本建成" or "竣工" or "投产"
            or "投入运营" or "投入使用" or "完工" or "到位" or "通车" or "开工建设";

    // 投资完成率 is a rate, no investment; 粮食产量增长率 is how it grew; 出口指数 says how exporters see it.
    private static bool IsOfRate(BindingContext context, int indicator, int end, IndicatorTerm term)
    {
        var tokens = context.Tokens;
        if ((term.Dimension & Dimension.Ratio) != 0) return false;
        for (var i = indicator + 1; i < end; i++)
        {
            if (!tokens[i].Is(Role.Suffix) || tokens[i].Is(Role.Pace)) continue;
            if (context.Text[tokens[i].End - 1] == '率') return true;
            if (context.TextOf(i) is "指数" && !term.IsPriceIndex) return true;
        }

        return false;
    }

    // Of 地区生产总值(GDP) the name ends before the bracket.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NameEnd(Pieces<Token> tokens, int indicator, int end) =>
        end - indicator > 2 && tokens[end - 1].IsMark(')') && tokens[indicator + 1].IsMark('(') ? indicator + 1 : end;

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
    private static bool IsWhole(BindingContext context, int start, int indicator, IndicatorTerm term)
    {
        var tokens = context.Tokens;
        if (term.CountsProjects && Projects.IsProgramme(context.TextOf(start, indicator))) return false;
        // 平均每人的粮食占有量.
        var per = indicator - 1 > start && tokens[indicator - 1].Is(Role.Of) ? indicator - 2 : indicator - 1;
        if (IsPerHead(context, per) && !term.Indicator.NameZh.Contains("人均", StringComparison.Ordinal)) return false;
        // 苏北地区生产总值, 南疆三地州地区生产总值: by its name the product of a place, known or not.
        var hasPlace = indicator > start && (tokens[indicator - 1].Kind == TokenKind.Text || tokens[indicator - 1].Is(Role.Modifier));
        if (hasPlace && context.Text[tokens[indicator].Start..].StartsWith("地区生产总值")) return true;
        if (term.TakesModifiers || (term.IsInvestment && Projects.Named(context, start, indicator))) return true;
        for (var i = indicator - 1; i >= start; i--)
        {
            ref readonly var token = ref tokens[i];
            // “2+3”园区: the quoted name of a place.
            if (token.IsMark('”') && IsPlaceKind(context, tokens[i + 1])) i = Quoted(tokens, i, start);
            else if (token.Kind == TokenKind.Mark) return token.Mark is not ('“' or '”' or ')') || i == start;
            if (token.Kind is TokenKind.Time or TokenKind.Mark) continue;
            // 世界上乡村化率: where in the place.
            var within = i > start && token.Length == 1 && (context.Text[token.Start] is '上' or '内') && tokens[i - 1].Is(Role.Place);
            if (token.Kind == TokenKind.Text && (within || IsMasked(context, token) || NamesPlace(context, i, indicator))) continue;
            // 人代会批准|的财政收入预算: who set it.
            if (token.Is(Role.Opaque) && context.Text[token.Start..token.End] is [.., '批', '准']) return true;
            // 地方财政|一般公共预算收入: whose account it is.
            if (token.Is(Role.Indicator) && context.TextOf(i) is "地方财政") continue;
            // 每万人发明专利拥有量 is no number of patents.
            if (token.Is(Role.Per) && context.Text[token.Start] == '每' && context.Text[token.End - 1] is '人' or '口' or '户') return false;
            // 工业方面固定资产投资: a field of which several things are told.
            if ((token.Is(Role.Action) && !token.Is(Role.Modifier)) || context.Text[token.Start..token.End] is "方面") return true;
            if (!token.Is(Transparent)) return false;
        }

        return true;
    }

    /// <summary>Whether an unknown word ends in the kind of a division: 永宁县.</summary>
    public static bool IsUnknownPlace(BindingContext context, in Token token) =>
        token is { Kind: TokenKind.Text, Length: >= 3 and <= 6 } && context.Text[token.End - 1] is '县' or '市' or '镇' or '乡' or '州' or '旗' or '盟'
        && IsPlaceKind(context, token);

    private static int Quoted(Pieces<Token> tokens, int close, int start)
    {
        for (var i = close - 1; i >= start; i--)
            if (tokens[i].IsMark('“')) return i;
        return close;
    }

    // 武进高新区, 磨憨口岸: an unknown word that ends in the kind of a place, or that such a word follows, names one.
    private static bool NamesPlace(BindingContext context, int token, int indicator)
    {
        var tokens = context.Tokens;
        // 曹县: a county of one character.
        if (tokens[token].Length < 2) return token + 1 < indicator && context.TextOf(token + 1) is "县";
        return IsPlaceKind(context, tokens[token]) || (token + 1 < indicator && IsPlaceKind(context, tokens[token + 1]));
    }

    private static bool IsPlaceKind(BindingContext context, in Token token)
    {
        var name = context.Text[token.Start..token.End];
        if (token.Kind == TokenKind.Text ? name.Length < 3 : !token.Is(Role.Modifier)) return false;
        return name[^1] switch
        {
            '区' or '县' or '市' or '镇' or '乡' or '州' or '旗' or '盟' => true,
            '城' => name.EndsWith("新城", StringComparison.Ordinal),
            '岸' => name.EndsWith("口岸", StringComparison.Ordinal),
            '群' => name.EndsWith("城市群", StringComparison.Ordinal),
            '圈' => name.EndsWith("都市圈", StringComparison.Ordinal) || name.EndsWith("经济圈", StringComparison.Ordinal),
            _ => false,
        };
    }

    // 到20xx年, *县的: what a copy site masked says only where and when.
    private static bool IsMasked(BindingContext context, in Token token) =>
        context.Text[token.Start..token.End].ContainsAny('*', 'x', 'X') && IsMask(context.Text[token.Start..token.End]);

    private static bool IsMask(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (c is not ((>= '0' and <= '9') or '*' or 'x' or 'X' or '某' or '到' or '在' or '至')) return false;
        return true;
    }

    // 人均贷款 and 亩均税收 are not 贷款 and 税收; 年均 and 日均 say only how it is counted.
    private static bool IsPerHead(BindingContext context, int token) =>
        context.Tokens[token].Is(Role.Per) && context.TextOf(token) is "人均" or "户均" or "亩均" or "每人" or "平均每人" or "每户" or "年人均" or "月人均";

    // 粮食(不包括大豆)的产量 is 粮食产量: the phrase without brackets, particles and places, looked up as one word.
    private static Subject Compact(BindingContext context, int start, int end)
    {
        Span<char> name = stackalloc char[LongestName];
        var tokens = context.Tokens;
        for (var from = start; from < end && from < start + 4; from++)
        {
            var length = 0;
            var inside = false;
            for (var i = from; i < end; i++)
            {
                ref readonly var token = ref tokens[i];
                if (token.IsMark('(')) inside = true;
                else if (token.IsMark(')')) inside = false;
                else if (!inside && !token.Is(LeftOut))
                {
                    if (length + token.Length > LongestName) return default;
                    context.Text[token.Start..token.End].CopyTo(name[length..]);
                    length += token.Length;
                }
            }

            // 钢五百三十五万吨: of a product named by one character its output.
            if (length == 0) return default;
            if (length == 1)
            {
                "产量".CopyTo(name[1..]);
                length = 3;
            }

            if (context.Edges.MayBe(name[..length]) && context.Lexicon.Find(name[..length]) is { Indicator: { } term })
                return new Subject(term, tokens[from].Start, tokens[end - 1].End);
            // Only what is transparent may be left out at the front.
            if (IsPerHead(context, from) || (!tokens[from].Is(Transparent) && tokens[from].Kind is not (TokenKind.Mark or TokenKind.Time)))
                return default;
        }

        return default;
    }
}
