using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Where the words that belong to a number begin and end.</summary>
internal static class Boundaries
{
    // Two marks that end no clause have the last six bits in common with one of these: 《 with the line's end, ※ with the semicolon.
    private const ulong ClauseMarks =
        1UL << ',' | 1UL << ';' | 1UL << ':' | 1UL << '。' | 1UL << '!' | 1UL << '?' | 1UL << '\n' | 1UL << '…' | 1UL << '(';

    // Words that tell something of the nouns before them, unless they are words of a name.
    private const Role Predicates = Role.Link | Role.Change | Role.ChangeTo | Role.Will | Role.Share | Role.Respectively | Role.OfWhich | Role.Actual
        | Role.Estimate | Role.Negation;

    private const Role PartsOfNames = Role.Indicator | Role.Suffix | Role.Modifier | Role.Works | Role.Rhetoric;

    private const Role EndsOfNouns = Predicates | Role.Adverb | Role.Composition | Role.Manner | Role.Gap;

    /// <summary>First token behind the last clause mark or number before <paramref name="number"/>.</summary>
    public static int SegmentStart(Pieces<Token> tokens, int number) => SegmentStart(tokens, number, out _);

    /// <summary>The same; <paramref name="words"/> has the roles of all tokens from there to the number, and of a bound directly before
    /// them.</summary>
    public static int SegmentStart(Pieces<Token> tokens, int number, out Role words)
    {
        var (start, roles) = (0, Role.None);
        for (var i = number - 1; i >= 0; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(Role.Mark | Role.Quantity))
            {
                start = token.Kind == TokenKind.Quantity ? Math.Min(Bounds.End(tokens, i), number) : i + 1;
                if (token.Kind == TokenKind.Quantity || IsClauseMark(token)) break;
                if (token.Mark == ')')
                {
                    var open = OpenWithoutNumber(tokens, i);
                    if (open < 0 && Aside(tokens, i) is var aside and > 0 && IsYardstick(tokens, aside - 1))
                    {
                        (start, i) = (0, aside);
                        continue;
                    }

                    if (open < 0) break;
                    for (; i > open; i--) roles |= tokens[i].Roles;
                }

                start = 0;
            }

            roles |= tokens[i].Roles;
        }

        words = roles;
        return start;
    }

    /// <summary>Whether a mark ends a clause.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsClauseMark(in Token token) => (token.MarkBit & ClauseMarks) != 0 && token.Mark is not ('《' or '※');

    /// <summary>Whether only 、 and 和 stand from <paramref name="start"/> to before <paramref name="number"/>: the number continues a list.</summary>
    public static bool Continues(Pieces<Token> tokens, int start, int number)
    {
        if (start == 0 || start >= number) return false;
        for (var i = start; i < number; i++)
        {
            // 分别增长10%和近20%: the bound of this member alone.
            var isBound = i > start && i == number - 1 && tokens[i].Is(Role.BoundBefore);
            if (isBound && (tokens[i].Entry!.Bound == Bound.About || tokens[i - 1].Is(Role.And))) break;
            if (!tokens[i].IsMark('、') && !tokens[i].Is(Role.And)) return false;
        }

        return Previous(tokens, start) >= 0;
    }

    /// <summary>Token of the number directly before <paramref name="start"/>, or −1.</summary>
    public static int Previous(Pieces<Token> tokens, int start)
    {
        var i = start - 1;
        if (i >= 0 && tokens[i].Is(Role.BoundAfter)) i--;
        return i >= 0 && tokens[i].Kind == TokenKind.Quantity ? i : -1;
    }

    /// <summary>Token of the bracket that <paramref name="close"/> closes, not before <paramref name="from"/>; −1 where there is none.</summary>
    public static int Opening(Pieces<Token> tokens, int close, int from)
    {
        for (var i = close - 1; i >= from; i--)
            if (tokens[i].IsMark('(')) return i;
        return -1;
    }

    /// <summary>Token behind the nouns that begin at <paramref name="from"/>: up to a mark, a number, or a verb that no noun follows;
    /// <paramref name="withDeed"/> tells that what was done by them belongs to them (80%的企业开展技改).</summary>
    public static int NounEnd(BindingContext context, int from, bool withDeed = false)
    {
        var tokens = context.Tokens;
        var i = from;
        for (; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind is TokenKind.Quantity or TokenKind.Time or TokenKind.Number) break;
            if (token.Kind == TokenKind.Mark)
            {
                // 5个“五好两宜”片区: what is quoted is a name, whatever is in it.
                if (token.Mark == '“' && Closing(tokens, i) is var close and > 0) i = close;
                // 1所优质初中、每个县至少1所优质高中, 3所小学、幼儿园5所.
                else if (token.Mark == '、' && i + 1 < tokens.Count && (tokens[i + 1].Is(Role.Per) || IsCountedNext(tokens, i + 1))) break;
                else if (token.Mark != '“' && !(i > from && token.Mark is '”' or '、' or '(' or ')')) break;
                continue;
            }

            if (i > from)
            {
                if (token.Is(EndsOfNouns | Role.Action | Role.Add) && EndsNouns(context, i, withDeed)) break;
                // 56个口袋公园向市民开放, 3.5万名群众到安全地区避险: whither is told of them.
                if (token is { Kind: TokenKind.Text, Length: 1 } && context.Text[token.Start] is '向' or '到' or '被' && LeadsOn(tokens, i + 1)) break;
                continue;
            }

            if (token.Is(Role.And)) break;
            // 60万无电地区人口: here 无 is a part of the name.
            if (token.Is(Role.Negation) && token.Length == 1 && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Text) continue;
            if (token.Is(Predicates) && !token.Is(PartsOfNames)) break;
        }

        while (i > from && tokens[i - 1] is var last && (last.Kind == TokenKind.Mark || last.Is(Role.And | Role.Of) || SaysHow(context, last)))
        {
            // 12个县(市、区): the bracket belongs to the name.
            if (last.Mark == ')' && Opening(tokens, i - 1, from) > from) break;
            if (last.Mark == '”' && Quotes(tokens, i - 1, from)) break;
            // 20处矿产地: land, no particle.
            if (last.Is(Role.Of) && context.Text[last.Start] is not ('的' or '之')) break;
            i--;
        }

        return i;
    }

    // 提升|示范村, 提升|突出县|获得表彰: a thing, soon behind; 提升|较快 is none.
    private static bool NamesThing(BindingContext context, int from)
    {
        const int Furthest = 4;
        var tokens = context.Tokens;
        for (var i = from; i < from + Furthest; i++)
        {
            if (i == tokens.Count || tokens[i].Kind is not (TokenKind.Text or TokenKind.Word))
                return i > from && !tokens[i - 1].Is(Role.Suffix | Role.Indicator);
            if (!tokens[i].Is(Predicates | Role.Adverb | Role.Manner) || tokens[i].Is(PartsOfNames)) continue;
            return i > from && context.Text[tokens[i].Start - 1] is '村' or '区' or '园' or '厂' or '院' or '校' or '镇' or '县';
        }

        return false;
    }

    // Whether nothing but nouns stands from the token to a number of their own.
    private static bool IsCountedNext(Pieces<Token> tokens, int from)
    {
        const int Furthest = 5;
        for (var i = from; i < tokens.Count && i < from + Furthest; i++)
        {
            if (tokens[i].Kind == TokenKind.Quantity) return i > from;
            if (tokens[i].Kind is not (TokenKind.Text or TokenKind.Word)) return false;
            if (tokens[i].Is(Predicates | Role.BoundBefore) && !tokens[i].Is(PartsOfNames)) return false;
        }

        return false;
    }

    private static bool Quotes(Pieces<Token> tokens, int close, int from)
    {
        for (var i = close - 1; i >= from; i--)
            if (tokens[i].IsMark('“')) return true;
        return false;
    }

    // 24个工坊开展培训, 98家单位提供服务; but 4个提供商, 服务提供单位; of 3个县入选范例 nothing would be left.
    private static bool IsDeed(BindingContext context, int at, char first)
    {
        if (first is not ('开' or '提' or '启' or '获' or '配' or '入' or '列' or '建')) return false;
        var tokens = context.Tokens;
        ref readonly var token = ref tokens[at];
        if (token.Length != 2 || at + 1 == tokens.Count || tokens[at + 1].Kind is not (TokenKind.Text or TokenKind.Word)) return false;
        if (context.Text[token.Start - 1] is '县' or '市' or '区' or '镇' or '村' && first is '入' or '列' or '获' or '建') return false;
        return context.TextOf(at) is "开展" or "提供" or "启动" or "获评" or "配备" or "入选" or "列入" or "建成"
            && context.Text[token.End] is not ('商' or '者' or '率' or '区' or '单' or '资' or '量' or '方' or '数' or '额' or '的' or '中' or '机' or '项');
    }

    private static bool LeadsOn(Pieces<Token> tokens, int next) =>
        next < tokens.Count && tokens[next].Kind == TokenKind.Word && tokens[next].Is(Role.People | Role.Place | Role.Modifier);

    // 项目|率先|…, 品牌|新|入选.
    private static bool SaysHow(BindingContext context, in Token last) =>
        last.Is(Role.Adverb | Role.Modifier) && context.Text[last.Start..last.End] is "率先" or "全面" or "新" or "均已";

    // Token of the quotation mark that closes a short name, or −1.
    private static int Closing(Pieces<Token> tokens, int open)
    {
        const int LongestQuoted = 10;
        for (var i = open + 1; i < tokens.Count && i <= open + LongestQuoted && tokens[i].Kind != TokenKind.Quantity && !IsClauseMark(tokens[i]); i++)
            if (tokens[i].IsMark('”')) return i;
        return -1;
    }

    // Whether the word, behind the first of the nouns, is none of them.
    private static bool EndsNouns(BindingContext context, int at, bool withDeed)
    {
        var tokens = context.Tokens;
        ref readonly var token = ref tokens[at];
        var first = context.Text[token.Start];
        if (token.Is(Role.Negation)) return true;
        if (token.Length > 1 && token.Is(Role.Composition | Role.Gap)) return true;
        if (token.Is(Role.Adverb))
        {
            // 66个景区累计接待游客: the noun ends before what is told of it.
            if (token.Length == 2 && context.TextOf(at) is "累计" or "共计" or "合计" or "总计" or "全部" or "普遍" or "陆续" or "相继" or "先后"
                or "顺利" or "如期" or "圆满" or "大幅")
                return true;
            if (token.Length == 1 && first is '并' or '也' or '都' or '均' or '仍' or '还') return true;
        }

        if (token.Is(Role.Action) && !withDeed && IsDeed(context, at, first)) return true;
        // 64个县市新增城镇人口30万人; but 新增长点.
        if (token.Is(Role.Add) && token.Length > 1 && NumeralReader.At(context.Text, token.End) != '长') return true;
        // 千余名专家在我区开展服务.
        if (first == '在' && token.Length == 1 && at + 1 < tokens.Count && tokens[at + 1].Is(Role.Place)) return true;
        // 100万千瓦机组并网.
        if (first == '并' && token.Is(Role.Manner)) return true;
        if (token.Is(Role.Manner) && at + 1 < tokens.Count && tokens[at + 1].Is(Role.Action | Role.Change | Role.ChangeTo | Role.Link)) return true;
        // 340个旅游|提升|示范村: a verb inside the name of the things.
        if (token.Is(Role.Change) && context.TextOf(at) is "提升" or "改善" or "减排" or "提速" && NamesThing(context, at + 1)) return false;
        if (!token.Is(Predicates) || token.Is(PartsOfNames)) return false;
        // A single character may be a part of a noun: 增 in 增材制造.
        return token.Length > 1 || first is '为' or '达' or '是' or '有' or '了' or '占' or '将' or '要' or '已'
            || (first == '获' && NumeralReader.At(context.Text, token.End) is '“' or '《');
    }

    /// <summary>Token of the bracket that opens an aside with nothing but a number, which <paramref name="close"/> closes; else −1:
    /// 高于全省(7.1%)4.1个百分点, 完成全年任务(110万人)的16.8%.</summary>
    public static int Aside(Pieces<Token> tokens, int close) =>
        close >= 3 && tokens[close].IsMark(')') && tokens[close - 1].Kind == TokenKind.Quantity && tokens[close - 2].IsMark('(') ? close - 2 : -1;

    // What a number is compared with or is a part of: 全省, 全国平均水平, 全年任务.
    private static bool IsYardstick(Pieces<Token> tokens, int at)
    {
        while (at > 0 && tokens[at].Is(Role.Suffix | Role.Pace) && !tokens[at].Is(Role.Indicator | Role.Target)) at--;
        return tokens[at].Is(Role.Place | Role.Target | Role.Planned);
    }

    private static int OpenWithoutNumber(Pieces<Token> tokens, int close)
    {
        for (var i = close - 1; i >= 0; i--)
        {
            if (tokens[i].Kind == TokenKind.Quantity) return -1;
            if (tokens[i].IsMark('(')) return i;
        }

        return -1;
    }
}
