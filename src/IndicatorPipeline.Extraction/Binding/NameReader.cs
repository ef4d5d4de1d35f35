using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Reads the noun phrase before a number's predicate, from right to left, and trims what does not belong to the name.</summary>
internal static class NameReader
{
    // Goods with a name of one character: 钢四十二万吨.
    private const string Products = "钢铁煤油电粮棉糖盐茶纸布铜铝铅锌纱麻丝肉蛋奶鱼猪羊牛烟药酒碱醇";

    // Words that can stand before the name and end it, as the verb in 新增企业20家 does.
    private const Role LeadingWords = Role.Action | Role.Link | Role.Change | Role.ChangeTo | Role.Add | Role.Target | Role.Will | Role.Estimate
        | Role.Actual | Role.OfWhich | Role.Modality | Role.Keep | Role.Adverb | Role.Negation;

    // Words that belong to a name, whatever else they can do.
    private const Role Nouns = Role.Indicator | Role.Suffix | Role.Modifier | Role.Place;

    // Words behind which a verb is the name's head.
    private const Role NounsBeforeVerb = Role.Of | Role.Suffix | Role.Works | Role.Indicator | Role.Modifier | Role.People | Role.Households;

    // Words, and the marks, of which some do not belong to the name at whose beginning or end they stand.
    private const Role Trimmed = Role.Mark | Role.And | Role.Of | Role.Adverb | Role.Negation | Role.From | Role.Planned;

    private static readonly Token NoToken;

    /// <summary>Whether one character names a product (钢增长一点二倍).</summary>
    public static bool IsProduct(char c) => Products.Contains(c);

    /// <summary>Reads the name that ends with the token <paramref name="i"/>, not before <paramref name="from"/>; <paramref name="number"/> is its
    /// number.</summary>
    public static void Read(BindingContext context, int i, int from, int number, ref LeftSide left)
    {
        var tokens = context.Tokens;
        left.NameStart = i + 1;
        var words = Role.None;
        for (; i >= from; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind is TokenKind.Quantity) break;
            if (token.Kind == TokenKind.Time && !StandsInName(context, i, from, left)) break;
            // 使城镇登记失业率…, 把物价涨幅….
            if (token is { Kind: TokenKind.Text, Length: 1 } && context.Text[token.Start] is '把' or '使' or '让' or '令') break;
            if (token.Kind == TokenKind.Mark)
            {
                if (token.Mark is ')' && Boundaries.Opening(tokens, i, from) is var open and >= 0)
                {
                    words |= context.RolesOf(open, i);
                    i = open;
                }
                else if (Boundaries.IsClauseMark(token)) break;
            }
            else if (token.Is(LeadingWords) && !token.Is(Nouns) && IsLeading(context, token, i, left.NameEnd))
            {
                if (i + 1 == left.NameEnd && FollowsName(context, token) && EndsClause(tokens, number))
                {
                    left.NameStart = left.NameEnd = i;
                    continue;
                }

                // M2预期增长|目标|拟定为13%: what the goal is of stands before the verb.
                if (token.Is(Role.Change) && i + 2 == left.NameEnd && NamesGoal(context, tokens[i + 1]) && EndsClause(tokens, number))
                {
                    left.Predicate |= token.Roles;
                    if (left.Sign == 0) left.Sign = token.Sign;
                    left.NameStart = left.NameEnd = i;
                    continue;
                }

                left.Leading |= token.Roles;
                if (token.Is(Role.Change | Role.Add) && left.LeadingSign == 0) left.LeadingSign = token.Sign;
                if (token.Is(Role.Action) && (left.Words & Role.Add) != 0) ReadAdding(tokens, i, from, ref left);
                break;
            }

            left.NameStart = i;
            words |= token.Roles;
        }

        // 剔除留抵退税因素同口径增长9.6%: what is left out names no figure.
        if (left.NameEnd > left.NameStart && LeavesOut(context.TextOf(left.NameStart, number))) left.NameEnd = left.NameStart;
        var (start, end) = (left.NameStart, left.NameEnd);
        if ((left.Words & Trimmed) != 0) TrimName(context, ref left);
        if ((left.Words & Role.From) != 0) CutOldValue(context, ref left);
        if (left.NameEnd <= i + 1 || IsNoName(context, left)) left.NameEnd = left.NameStart;
        if (left.NameEnd == left.NameStart + 1 && left.NameStart > from && IsPaidTo(context, left.NameStart)) left.NameStart--;
        var isWhole = (left.NameStart, left.NameEnd) == (start, end);
        left.NameWords = isWhole || !left.HasName ? words : context.RolesOf(left.NameStart, left.NameEnd);
    }

    // 上缴|国家1.8亿元: who takes the money is no name of it.
    private static bool IsPaidTo(BindingContext context, int taker) =>
        context.TextOf(taker) is "国家" or "财政" or "中央" or "国库" or "省" or "地方"
        && context.TextOf(taker - 1) is "上缴" or "上交" or "上解" or "缴纳" or "交纳" or "返还";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool LeavesOut(ReadOnlySpan<char> words) => words is ['剔' or '扣', '除', ..] && words.IndexOf("因素") > 0;

    // 保障性住房|基本建成|5万套: with nothing between verb and number, the thing done stands before the verb.
    // 经济增长预期|目标|为8%: what the goal is of stands before it.
    private static bool FollowsName(BindingContext context, in Token token)
    {
        if (token.Is(Role.Change | Role.ChangeTo | Role.Add)) return false;
        // 茶叶|要|新开发|1万亩.
        if (token.Is(Role.Will)) return token.Length == 1 && context.Text[token.Start] == '要';
        return token.Is(Role.Action | Role.Adverb) || NamesGoal(context, token) || context.Text[token.Start..token.End] is "预期";
    }

    private static bool NamesGoal(BindingContext context, in Token token) => token.Is(Role.Target) && context.Text[token.End - 1] is '标';

    // Only a place, or one unknown character that is no product: 钢增长一点二倍.
    private static bool IsNoName(BindingContext context, in LeftSide left)
    {
        if (!left.HasName) return false;
        ref readonly var first = ref context.Tokens[left.NameStart];
        if ((first.Is(Role.Place | Role.Adverb) || first.Kind == TokenKind.Text) && NamesOnlyPlace(context, left)) return true;
        if (!context.Tokens[left.NameEnd - 1].Is(Nouns) && IsRank(context.Text[..context.Tokens[left.NameEnd - 1].End])) return true;
        return left.NameEnd == left.NameStart + 1 && first is { Kind: TokenKind.Text, Length: 1 } && !IsProduct(context.Text[first.Start]);
    }

    // 总量居全市第一、占21.3%; 位居首位.
    private static bool IsRank(ReadOnlySpan<char> words) =>
        words is [.., '第', '一' or '二' or '三' or '四' or '五'] or [.., '首', '位'] or [.., '前', '列' or '茅'];

    // 储蓄年末余额, 贷款期末余额: of when the stock is stands inside its name.
    // 职工|全年|的平均人数.
    private static bool StandsInName(BindingContext context, int time, int from, in LeftSide left)
    {
        if (time <= from || time + 1 >= left.NameEnd) return false;
        var tokens = context.Tokens;
        ref readonly var before = ref tokens[time - 1];
        if (context.TextOf(time) is "全年")
        {
            var isOwner = before.Kind is TokenKind.Text or TokenKind.Word && !before.Is(Role.Place | Role.Adverb | Role.From);
            return isOwner && tokens[time + 1].Is(Role.Of) && !tokens[left.NameEnd - 1].Is(Role.Indicator);
        }

        return before.Is(Role.Indicator | Role.Suffix) && tokens[time + 1].Is(Role.Suffix)
            && context.TextOf(time) is "年末" or "年底" or "年终" or "期末" or "月末" or "季末";
    }

    private static bool EndsClause(Pieces<Token> tokens, int number) =>
        Bounds.End(tokens, number) is var end && (end == tokens.Count || tokens[end].Kind == TokenKind.Mark);

    // 全市, 城关区、永宁县.
    private static bool NamesOnlyPlace(BindingContext context, in LeftSide left)
    {
        var tokens = context.Tokens;
        for (var i = left.NameStart; i < left.NameEnd; i++)
        {
            if (tokens[i].Is(Role.Place | Role.Adverb)) continue;
            if (i > left.NameStart && (tokens[i].IsMark('、') || context.TextOf(i) is "以")) continue;
            if (!SubjectFinder.IsUnknownPlace(context, tokens[i])) return false;
        }

        return true;
    }

    // 新增上市企业1家, 新增引导落地企业80家: the verb of adding governs the verbs behind it.
    private static void ReadAdding(Pieces<Token> tokens, int verb, int from, ref LeftSide left)
    {
        for (var i = verb - 1; i >= from; i--)
        {
            if (tokens[i].Is(Role.Add))
            {
                left.Leading |= Role.Add;
                return;
            }

            if (!tokens[i].Is(Role.Action | Role.Modifier) && tokens[i] is not { Kind: TokenKind.Text, Length: <= 2 }) return;
        }
    }

    // A verb before the name; a single character may be a part of the name (高 in 高技能人才).
    private static bool IsLeading(BindingContext context, in Token token, int index, int nameEnd)
    {
        if (token.Length == 1 && !(token.Is(Role.Will) && index + 1 < nameEnd) && !IsVerb(context.Text[token.Start])) return false;
        if (token.Is(Role.Action) && IsInName(context, token, index, nameEnd)) return false;
        // 新增有实绩企业: 有 behind a verb.
        var isBehindVerb = token.Length == 1 && index > 0 && context.Tokens[index - 1].Is(Role.Add | Role.Action);
        return !isBehindVerb || context.Text[token.Start] is not ('有' or '为');
    }

    private static bool IsVerb(char c) => c is '达' or '有' or '为' or '是' or '将' or '要' or '了' or '增' or '建' or '共';

    // A verb that is a part of the name: 污水|处理|能力, 道路|运输|业; but 推广“四首”产品 is a deed.
    private static bool IsInName(BindingContext context, in Token verb, int index, int nameEnd)
    {
        ref readonly var before = ref index > 0 ? ref context.Tokens[index - 1] : ref NoToken;
        // 用于“三农”的|投入|62亿元: a verb directly before the number, behind a noun, is the name's head.
        if (index + 1 >= nameEnd)
        {
            // 一次性补贴1.87亿元, 就业补助3亿元: what is paid, no deed.
            if (before.Kind == TokenKind.Word && context.TextOf(index) is "补贴" or "补助" or "奖励") return index + 1 == nameEnd;
            return index + 1 == nameEnd && (before.Is(NounsBeforeVerb) || IsUnknownNoun(context, index - 1));
        }

        // 在餐饮等行业|开展|“瓶改电”6.9万户: always a deed.
        if (context.Text[verb.Start] is '开' or '举' or '出' && context.TextOf(index) is "开展" or "举办" or "出台" && context.Text[verb.End] is not '率')
            return false;
        // 污水|处理|能力: behind a noun.
        if (before is { Kind: TokenKind.Text, Length: > 1 } && !verb.Is(Role.Link | Role.Add | Role.Target)) return true;
        // 道路运输业, 水产养殖业; 办结率、满意率, 入选者; 生产性投资; 商品流转费.
        if (context.Text[verb.End] is '业' or '率' or '者' or '性' || IsCostOf(context, verb, index)) return true;
        // 雨污分流及纳厂|治理|项目: behind a noun, too.
        if (before.Is(Role.Works | Role.Unit) && index + 2 == nameEnd && context.TextOf(index + 1) is "项目" or "工程") return true;
        // 续建或竣工数: a joined verb goes with the one behind it.
        if (index + 3 < nameEnd && context.Tokens[index + 1].Is(Role.And) && context.Tokens[index + 2].Is(Role.Action)) return true;
        var endsMember = index + 2 == nameEnd || context.Tokens[index + 2].IsMark('、') || context.Tokens[index + 2].Is(Role.And);
        if (!endsMember) return false;
        // 绿化面积, 处理能力: before the noun of a measure.
        if (IsMeasureNoun(context, context.Tokens[index + 1])) return true;
        // 交通运输支出, 农业生产经费: the nouns before the verb tell that it is none.
        return (before.Kind == TokenKind.Text || before.Is(Role.Unit)) && context.TextOf(index + 1, index + 2) is "支出" or "收入" or "经费";
    }

    // 商品|流转|费; but 免收|费用 is a deed.
    private static bool IsCostOf(BindingContext context, in Token verb, int index) =>
        context.Text[verb.End] == '费' && context.Text[verb.End + 1] is not ('用' or '额' or '改' or '税') && index > 0
        && context.Tokens[index - 1] is { Kind: TokenKind.Text or TokenKind.Word } noun
        && !noun.Is(Role.Action | Role.Change | Role.Will | Role.Adverb);

    // An unknown word, or none at all; but 可|投入 is a deed.
    private static bool IsUnknownNoun(BindingContext context, int at) =>
        at < 0 || (context.Tokens[at].Kind == TokenKind.Text && context.TextOf(at) is not ("可" or "能" or "可以" or "能够"));

    private static bool IsMeasureNoun(BindingContext context, in Token token)
    {
        if (token is { Kind: TokenKind.Text, Length: 1 }) return context.Text[token.Start] == '量';
        return token.Is(Role.Suffix) && context.Text[token.Start..token.End] is "标准" or "面积" or "总面积" or "能力" or "规模" or "额" or "总额" or "数"
            or "数量" or "人数" or "户数" or "率" or "产能" or "里程" or "总里程" or "强度" or "比例" or "水平" or "价格" or "指数" or "总量";
    }

    // 再 in 再制造产品, 不 in 不动产登记, 非 in 非房投资: directly before an unknown word it is its first character; 而 and 仍 are not.
    private static bool BeginsName(BindingContext context, in LeftSide left)
    {
        ref readonly var first = ref context.Tokens[left.NameStart];
        if (first.Length > 1 || left.NameStart + 1 >= left.NameEnd) return false;
        // 非正常贷款: it makes another thing of whatever noun follows.
        if (context.Text[first.Start] == '非') return true;
        if (context.Tokens[left.NameStart + 1].Kind != TokenKind.Text) return false;
        return context.Text[first.Start] is '再' or '不' or '非' or '未' or '无' or '正' or '都' or '就' or '共' or '均' or '平';
    }

    private static void TrimName(BindingContext context, ref LeftSide left)
    {
        var tokens = context.Tokens;
        // (三)交通运输支出.
        if (left.NameStart + 3 < left.NameEnd && tokens[left.NameStart].IsMark('(') && tokens[left.NameStart + 1].Length <= 2
            && tokens[left.NameStart + 2].IsMark(')'))
        {
            left.NameStart += 3;
        }

        // 1.一般公共服务: the number of the item, with which the sentence begins.
        if (left.NameStart == 0 && left.NameEnd > 2 && tokens[0].Kind == TokenKind.Number && char.IsAsciiDigit(context.Text[tokens[0].Start])
            && tokens[left.NameStart + 1].Length == 1 && context.Text[tokens[left.NameStart + 1].Start] is '.' or '、' or ')')
        {
            left.NameStart += 2;
        }

        while (left.HasName && StandsBefore(context, tokens[left.NameStart], left)) left.NameStart++;
        while (left.HasName && StandsBehind(context, tokens[left.NameEnd - 1], left)) left.NameEnd--;
        if ((left.Words & Role.Planned) != 0) CutWhoSetIt(context, ref left);
        if (left.HasName && left.NameEnd == left.PredicateStart - 1 && SaysWhoSetIt(context, left))
        {
            left.NameEnd = left.NameStart;
            left.SaysWhoSetIt = true;
        }
    }

    // 人代会|确定的|生产总值增长14%: the figure stands behind what says who set it.
    private static void CutWhoSetIt(BindingContext context, ref LeftSide left)
    {
        var tokens = context.Tokens;
        for (var i = left.NameEnd - 2; i >= left.NameStart; i--)
        {
            if (tokens[i].Roles != Role.Planned || context.Text[tokens[i].End - 1] != '的' || !tokens[i + 1].Is(Role.Indicator)) continue;
            left.NameStart = i + 1;
            return;
        }
    }

    // 财政收入年初|县里定|的|是1100万元: who set the goal is no name of what it is of.
    private static bool SaysWhoSetIt(BindingContext context, in LeftSide left)
    {
        var tokens = context.Tokens;
        // 省人代会|确定的|是9%.
        if (tokens[left.NameEnd].Is(Role.Planned)) return context.Text[tokens[left.NameEnd].Start] == '确';
        if (!tokens[left.NameEnd].Is(Role.Of) || context.Text[tokens[left.PredicateStart].Start] is not ('是' or '为')) return false;
        return context.TextOf(left.NameStart, left.NameEnd) is [.., '定'] or [.., '下', '达'] or [.., '提', '出'] or [.., '安', '排'] or [.., '批', '准'];
    }

    // 、|企业, 和|企业, 也|企业.
    private static bool StandsBefore(BindingContext context, in Token first, in LeftSide left)
    {
        if (!first.Is(Trimmed)) return false;
        if (first.Mark is '、' or '”' or '-' or '.' || first.Is(Role.And | Role.Of)) return true;
        return first.Is(Role.Adverb | Role.Negation | Role.From) && !first.Is(Role.Suffix | Role.Indicator) && !BeginsName(context, left);
    }

    // 企业|、, 企业|的, 能耗|由.
    private static bool StandsBehind(BindingContext context, in Token last, in LeftSide left)
    {
        if (!last.Is(Trimmed)) return false;
        if (last.Mark is '、' or '“' || (last.Is(Role.Of) && !IsLand(context, left))) return true;
        // 粮食总产|原计划|78亿斤, 完成|年初确定的|22.8亿元.
        if (last.Roles == Role.Planned) return true;
        return last.Is(Role.From) && !last.Is(Role.Suffix | Role.Indicator);
    }

    // 能耗由前三年分别上升…: 由 behind an indicator begins the old value.
    private static void CutOldValue(BindingContext context, ref LeftSide left)
    {
        var tokens = context.Tokens;
        for (var i = left.NameStart + 1; i < left.NameEnd; i++)
        {
            if (!tokens[i].Is(Role.From) || tokens[i].Length > 1 || !tokens[i - 1].Is(Role.Indicator | Role.Suffix)) continue;
            left.NameEnd = i;
            return;
        }
    }

    // 征地, 占地: here 地 is land, no particle.
    private static bool IsLand(BindingContext context, in LeftSide left)
    {
        if (left.NameEnd - 2 < left.NameStart || context.Text[context.Tokens[left.NameEnd - 1].Start] != '地') return false;
        // 自然保护地9000处: the particle has a verb behind it.
        if (left.NameEnd == left.End) return true;
        ref readonly var before = ref context.Tokens[left.NameEnd - 2];
        return before.Kind == TokenKind.Text && (before.Length == 1 || context.Text[before.End - 1] is '浇' or '耕' or '荒' or '旱' or '坡');
    }
}
