using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Numbers that are a manner of speaking, or that count what the speech says: 一户一策, 以下十项工作, 3个方面.</summary>
internal static class Rhetoric
{
    // 一个, 三项, 五件: Chinese numerals this small before a classifier are a manner of speaking.
    private const decimal SmallChineseCount = 10;

    // How many tokens behind the number its noun may end.
    private const int Reach = 8;

    // How the names of firms, works and houses end.
    private const string BuiltThings = "厂站库校院馆场桥港楼所司社店园塔坝渠井路线矿轮";

    private const Role Verbs = Role.Link | Role.Change | Role.ChangeTo | Role.Will | Role.Actual | Role.Adverb | Role.Manner | Role.Negation;

    // What is counted is what the speech says next.
    private static readonly string[] Ahead = ["下列", "上述", "如下", "前述", "下面", "以下"];

    /// <summary>Whether the number is one.</summary>
    public static bool Is(BindingContext context, int number, in QuantityMention quantity)
    {
        if (IsWord(context, number, quantity)) return true;
        var tokens = context.Tokens;
        // 以百倍的努力: a round multiple of what has no number.
        if (quantity is { Dimension: Dimension.Multiple, Low: 10 or 100 or 1000 } && quantity.Is(NumeralTraits.Chinese)
            && number + 1 < tokens.Count && tokens[number + 1].Is(Role.Of))
        {
            return true;
        }

        if (quantity.Unit is null || quantity.Dimension is not (Dimension.Count or Dimension.Persons)) return false;
        if (quantity.Is(NumeralTraits.Chinese) && !quantity.Is(NumeralTraits.Scaled | NumeralTraits.Decimals) && quantity.Low < SmallChineseCount)
        {
            return !EndsPhrase(context, number) && !GoesOnCounting(context, number) && !CountsWhatWasBuilt(context, number, quantity)
                && !IsOldCount(context, number);
        }

        // 以下十项工作, 下列的五个问题: what is counted is what the speech says next.
        if (PointsAhead(context.Text[context.Sentence.Start..tokens[number].Start])) return true;
        // 连跨3个千亿台阶.
        if (number + 2 < tokens.Count && tokens[number + 1].Kind == TokenKind.Quantity
            && context.Quantities[tokens[number + 1].Index].Is(NumeralTraits.ScaleOnly) && tokens[number + 2].Is(Role.Rhetoric))
        {
            return true;
        }

        if (!context.Says(Role.Rhetoric | Role.Abstract)) return false;
        // 召开会议8次, 出台措施15条.
        if (number > 0 && tokens[number - 1].Is(Role.Rhetoric) && quantity.Dimension == Dimension.Count) return true;
        if (CountsWords(context, number)) return true;
        // 17条稳就业、8条促增收措施: of what the last is, the others are.
        var next = number + 1;
        while (next < tokens.Count && next < number + 4 && tokens[next].Kind is TokenKind.Text or TokenKind.Word) next++;
        return next > number + 1 && next + 1 < tokens.Count && tokens[next].IsMark('、') && tokens[next + 1].Kind == TokenKind.Quantity
            && context.Text[tokens[next + 1].End - 1] == context.Text[tokens[number].End - 1] && CountsWords(context, next + 1);
    }

    // 一户一策, 二元结构, 一方: one and two in Chinese characters are words, whatever the unit.
    private static bool IsWord(BindingContext context, int number, in QuantityMention quantity)
    {
        if (!quantity.Is(NumeralTraits.Chinese) || quantity.Low > 2 || quantity.IsRange) return false;
        if (quantity.Dimension is Dimension.Ratio or Dimension.Points or Dimension.Multiple) return false;
        return !quantity.Is(NumeralTraits.Decimals | NumeralTraits.Scaled) && !EndsPhrase(context, number);
    }

    // The head of the nouns behind the number decides: 3个方面, 24项便利化措施; but 10项重点实事, 26个健身中心.
    private static bool CountsWords(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        // 全年新增就业70万人的|目标|不变: a goal's own number.
        if (number + 2 < tokens.Count && tokens[number + 1].Is(Role.Of) && tokens[number + 2].Is(Role.Target)) return false;
        var named = false;
        var rhetoric = false;
        for (var i = number + 1; i < tokens.Count && i <= number + Reach; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Mark is '“' or '”') continue;
            if (token.Kind is not (TokenKind.Text or TokenKind.Word)) break;
            if (token.Is(Role.Rhetoric)) rhetoric = true;
            else if (token.Is(Role.Abstract)) rhetoric = !named;
            // 6条促|增收|措施: a verb inside the name.
            else if (token.Is(Verbs) && !token.Is(Role.Suffix | Role.Modifier)
                && context.Text[token.Start - 1] is not ('促' or '稳' or '保' or '助'))
                break;
            else if (rhetoric && EndsHead(context, token, named)) break;
            else if (!token.Is(Role.Of) && (token.Length > 1 || !token.Is(Role.Gap)))
            {
                rhetoric = false;
                named |= token.Length > 1 && !token.Is(Role.Action);
            }
        }

        return rhetoric;
    }

    // 3项措施|推进…, 3个方面|的, 3件大事|上: what stands behind the head does not change what it is.
    private static bool EndsHead(BindingContext context, in Token token, bool named)
    {
        if (token.Is(Role.Action) || (token.Is(Role.And) && !named)) return true;
        var text = context.Text[token.Start..token.End];
        if (text is "的" or "工作" or "任务" or "内容" or "重点任务" or "重点工作") return true;
        // 8项指标|进展顺利, 17项指标|逐一落实.
        if (text is ['进', '展', ..] or ['逐', _, ..]) return true;
        // 20个会议|上作交流.
        return token.Kind == TokenKind.Text && text is "上" or "中" or "里" or ['上', '作' or '发' or '交' or '介', ..];
    }

    // 新建大型桥梁三座, 超千万元的企业仅云海和天工两家: a thing's own classifier at the end of the phrase counts.
    private static bool EndsPhrase(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        if (number == 0) return false;
        if (context.Text[tokens[number].End - 1] is not ('座' or '家' or '所' or '艘' or '台' or '套' or '架' or '辆' or '栋' or '幢' or '处')) return false;
        if (number + 1 < tokens.Count && tokens[number + 1].Mark is not (',' or '。' or ';' or '、' or '\n')) return false;
        ref readonly var thing = ref tokens[number - 1];
        if (thing.Is(Role.Works | Role.Indicator | Role.People)) return true;
        return thing.Kind == TokenKind.Text && (thing.Length > 1 || (number > 1 && tokens[number - 2].Roles == Role.Unit));
    }

    // 建成三座水库, 成立了四家贸易公司: a thing's own classifier between a deed and the thing counts; 三家, 一座 and 两座 alone do not.
    private static bool CountsWhatWasBuilt(BindingContext context, int number, in QuantityMention quantity)
    {
        var tokens = context.Tokens;
        var deed = number - 1;
        if (deed > 0 && tokens[deed] is { Length: 1 } && context.Text[tokens[deed].Start] is '了' or '过') deed--;
        if (quantity.Low <= 2 || deed < 0 || !tokens[deed].Is(Role.Action | Role.Add)) return false;
        if (context.Text[tokens[number].End - 1] is not ('座' or '家' or '所' or '艘' or '栋' or '幢' or '处' or '条')) return false;
        var end = Boundaries.NounEnd(context, number + 1);
        if (end == number + 1) return false;
        ref readonly var thing = ref tokens[end - 1];
        if (thing.Is(Role.Rhetoric | Role.Abstract)) return false;
        return thing.Is(Role.Works | Role.Indicator) || BuiltThings.Contains(context.Text[thing.End - 1]);
    }

    // 由原来的七种增加到十四种: what a count grew from.
    private static bool IsOldCount(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        if (number == 0 || number + 2 >= tokens.Count) return false;
        if (!tokens[number + 1].Is(Role.ChangeTo) || tokens[number + 2].Kind != TokenKind.Quantity) return false;
        return tokens[number - 1].Is(Role.From) || (number > 1 && tokens[number - 1].Is(Role.Of) && context.TextOf(number - 2).EndsWith("原来"));
    }

    // 十二座大电站,四条铁路新干线和三个重点港口: a list of counts that has begun with a larger one.
    private static bool GoesOnCounting(BindingContext context, int number)
    {
        if (number < 2 || context.Claims.Count == 0 || context.Claims[^1].Unit is not "item") return false;
        ref readonly var last = ref context.Claims[^1];
        if (last.Measure != Measure.Level || last.Low <= 2) return false;
        var tokens = context.Tokens;
        if (context.Quantities[tokens[number].Index].Low > 2)
        {
            // 有37种完成了计划,有九种没有完成.
            if (context.TextOf(number - 1) is "有" && context.Text[last.End - 1] == context.Text[tokens[number].End - 1]) return true;
            if (StandsBehindThing(tokens, number, last.Token)) return true;
        }

        if (!tokens[number - 1].IsMark(',') && !tokens[number - 1].IsMark('、') && !tokens[number - 1].Is(Role.And)) return false;
        var end = Boundaries.NounEnd(context, last.Token + 1);
        return end > last.Token + 1 && end == number - 1 && Boundaries.NounEnd(context, number + 1) > number + 1;
    }

    // 钢铁基地十个,有色金属基地九个,铁路干线六条: things before their counts.
    private static bool StandsBehindThing(Pieces<Token> tokens, int number, int last)
    {
        if (number + 1 == tokens.Count || tokens[number + 1].Kind != TokenKind.Mark) return false;
        ref readonly var thing = ref tokens[number - 1];
        var named = thing is { Kind: TokenKind.Text, Length: > 1 } || thing.Is(Role.Works | Role.Indicator);
        return named && Boundaries.SegmentStart(tokens, number) - 2 == last;
    }

    // 以下|十项工作, 下列的|五个问题.
    private static bool PointsAhead(ReadOnlySpan<char> text)
    {
        if (text is [.., '的']) text = text[..^1];
        // 以上十四条, 除以上十项外; 限额以上的694个 is a class.
        if (text is [.., '以', '上']) return text.Length == 2 || text[^3] is ',' or ';' or '除' or '对' or '把' or '将' or '在';
        if (text is not [.., '列' or '述' or '下' or '面']) return false;
        foreach (var word in Ahead)
        {
            if (!text.EndsWith(word, StringComparison.Ordinal)) continue;
            if (text.Length == word.Length) return true;
            // 30岁以下, 2000元以下: a bound.
            var before = text[^(word.Length + 1)];
            return !char.IsAsciiDigit(before) && before is not ('岁' or '元' or '人' or '米' or '级' or '亩');
        }

        return false;
    }
}
