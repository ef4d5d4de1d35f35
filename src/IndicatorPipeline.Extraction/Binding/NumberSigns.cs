using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>What the writing of a number, or the character beside it, tells of why it is no observation: 第3, 2.0版, 3个月, 318国道.</summary>
internal static class NumberSigns
{
    // The characters before, at the end of and behind a number that can tell something, by their last six bits.
    private const ulong SignsBefore = 1UL << '第' | 1UL << '每' | 1UL << '前' | 1UL << '速' | 1UL << '折' | 1UL << '合';
    private const ulong SignsInside = 1UL << '类' | 1UL << '版' | 1UL << '节' | 1UL << '位';
    private const ulong SignsOfTime =
        1UL << '多' | 1UL << '半' | 1UL << '月' | 1UL << '小' | 1UL << '星' | 1UL << '季' | 1UL << '工' | 1UL << '年' | 1UL << '昼';
    private const ulong SignsBehind = 1UL << '集' | 1UL << '级' | 1UL << '型' | 1UL << '性' | 1UL << '强' | 1UL << '道' | 1UL << '世';

    private const NumeralTraits TellingTraits = NumeralTraits.Vague | NumeralTraits.ScaleOnly | NumeralTraits.Ratio | NumeralTraits.Doubling;

    // A slogan in quotation marks is no longer.
    private const int LongestSlogan = 8;

    /// <summary>Whether there can be a sign, which few numbers have: only then is <see cref="Find"/> worth a call.</summary>
    /// <param name="context">The sentence.</param>
    /// <param name="token">The number's token.</param>
    /// <param name="quantity">The number.</param>
    /// <param name="before">The character before it, or NUL.</param>
    /// <param name="next">The character behind it in the text, or NUL.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBe(BindingContext context, in Token token, in QuantityMention quantity, char before, char next)
    {
        if (quantity.Is(TellingTraits) || quantity.Dimension == Dimension.Grade) return true;
        var last = context.Text[token.End - 1];
        if (May(SignsBefore, before) || May(SignsInside, last) || May(SignsBehind, next)) return true;
        return (last == '个' && May(SignsOfTime, next)) || IsOneOfEach(context, token);
    }

    /// <summary>What the sign tells, or null.</summary>
    /// <param name="context">The sentence.</param>
    /// <param name="number">The number's token.</param>
    /// <param name="before">The character before it, or NUL.</param>
    /// <param name="behind">The character behind it in the sentence, or NUL.</param>
    public static string? Find(BindingContext context, int number, char before, char behind)
    {
        ref readonly var token = ref context.Tokens[number];
        ref readonly var quantity = ref context.Quantities[token.Index];
        var text = context.Text;
        var last = text[token.End - 1];
        var dimension = quantity.Dimension;
        var counts = dimension == Dimension.Count;
        if (quantity.Is(NumeralTraits.Vague)) return "vague";
        // 上百亿元, 数千家.
        if (quantity.Is(NumeralTraits.ScaleOnly) && before is '上' or '成' or '几' or '数') return "vague";
        if (quantity.Is(NumeralTraits.Ratio) && !NamesRatio(context, number)) return "score";
        // 水质优于3类, 2类水: a grade of quality.
        // 变电容量50万千伏安 is an amount, a transformer of 315千伏安 is of that kind.
        if (dimension == Dimension.Grade && !(last is '安' or 'a' && quantity.Is(NumeralTraits.Scaled))) return "grade";
        if (counts && last == '类' && (before is '于' || behind is '水' or '地' or '标')) return "grade";
        if (IsClass(dimension, behind)) return "class";
        if (before == '第') return "ordinal";
        // 化肥(折100%)3.6万吨: in terms of what it is counted.
        if (before is '折' or '合' && behind == ')' && dimension == Dimension.Ratio && IsConversion(text[..token.Start])) return "conversion";
        // 每10万人45台: the unit that something is counted by.
        if (before == '每') return "per unit";
        // “三个翻番”: a slogan counts its own goals.
        if (before == '个' && quantity.Is(NumeralTraits.Doubling) && IsInSlogan(context, token.Start)) return "rhetoric";
        // 西方7国集团.
        if (last == '国' && behind == '集' && text[token.End..].StartsWith("集团", StringComparison.Ordinal)) return "name";
        if (IsOneOfEach(context, token) && IsOne(text[(token.Start + 1)..token.End])) return "per unit";
        // “四好农村路”2.0版, 2.3节.
        if (counts && quantity.Is(NumeralTraits.Decimals) && last is '版' or '节') return "name";
        // 318国道, 101省道, 6县道.
        if (behind == '道' && last is '国' or '省' or '县' or '乡') return "name";
        if (before == '速' && dimension == Dimension.Length && text[..token.Start].EndsWith("时速")) return "speed";
        if ((last == '个' && IsDuration(text, token.End)) || text[token.End..].StartsWith("世纪")) return "duration";
        // 前3名, but 前10万人.
        if (before == '前' && dimension is Dimension.Count or Dimension.Persons or Dimension.Ratio && !quantity.Is(NumeralTraits.Scaled))
            return "rank";
        return last == '位' && dimension == Dimension.Persons && IsRank(context.Tokens, number) ? "rank" : null;
    }

    private static bool IsConversion(ReadOnlySpan<char> before) => before is [.., '(', '折'] or [.., '(', '折', '合'] or [.., '(', '折', '纯'];

    // Whether a character can be one of the signs; few others have the last six bits in common with one.
    private static bool May(ulong signs, char c) => (signs & (1UL << c)) != 0;

    // 5A级, 500千瓦级, 万吨级; of 强 only 百强 and its like, which have no unit.
    private static bool IsClass(Dimension dimension, char behind) => behind switch
    {
        '强' => dimension == Dimension.None,
        '级' or '型' or '性' =>
            dimension is Dimension.Count or Dimension.Mass or Dimension.Power or Dimension.None or Dimension.Money or Dimension.Persons,
        _ => false,
    };

    private static bool IsInSlogan(BindingContext context, int start)
    {
        var before = context.Text[Math.Max(context.Sentence.Start, start - LongestSlogan)..start];
        return before.LastIndexOf('“') > before.LastIndexOf('”');
    }

    // 每分出一吨, 每增加1个百分点: the unit that something is counted by, behind its verb.
    private static bool IsOneOfEach(BindingContext context, in Token token) =>
        context.Text[token.Start] is '1' or '一' && SaysEach(context.Text[context.Sentence.Start..token.Start]);

    // The unit may follow, but no more of the number: 1吨, not 10吨 or 一百吨.
    private static bool IsOne(ReadOnlySpan<char> behind) =>
        behind is not ([] or [(>= '0' and <= '9') or '.' or '-' or '十' or '百' or '千' or '万' or '亿' or '余' or '多' or '几', ..]);

    // 每投入|1元.
    private static bool SaysEach(ReadOnlySpan<char> before)
    {
        const int LongestVerb = 4;
        if (before.Length > LongestVerb) before = before[^(LongestVerb + 1)..];
        return before.LastIndexOf('每') is var each and >= 0 && IsPerVerb(before[(each + 1)..]);
    }

    // 每年, 每户 and 每个县 say of what there are so many.
    private static bool IsPerVerb(ReadOnlySpan<char> verb)
    {
        if (verb is []) return false;
        var isTime = verb[0] is '年' or '月' or '日' or '天' or '周' or '季';
        var isNumeral = verb[0] is '千' or '万' or '百';
        var isCounted = verb[0] is '户' or '人' or '村' or '镇' or '乡' or '县' or '个' or '家' or '次' or '亩' or '平' or '公' or '名' or '台' or '座';
        return !isTime && !isNumeral && !isCounted && verb.IndexOfAny(",、;:") < 0;
    }

    // 跃居第3位 has no number of persons, and 3位 alone none either.
    private static bool IsRank(Pieces<Token> tokens, int number)
    {
        if (number > 0 && tokens[number - 1].Is(Role.Change)) return true;
        if (number + 1 == tokens.Count) return true;
        ref readonly var next = ref tokens[number + 1];
        return next.Kind is not (TokenKind.Text or TokenKind.Word) || next.Is(Role.BoundAfter);
    }

    // 收入比2.38:1, 之比突破1:1; a score has no such name.
    private static bool NamesRatio(BindingContext context, int number)
    {
        const int Furthest = 8;
        for (var i = number - 1; i >= 0 && i > number - Furthest; i--)
        {
            ref readonly var token = ref context.Tokens[i];
            if (Boundaries.IsClauseMark(token) && token.Mark != ',') return false;
            if (context.TextOf(i) is [.., '比'] or [.., '比', '例' or '值'] or [.., '倍', '差']) return true;
        }

        return false;
    }

    // 1个多月, 3个半月, 3个小时: a time, though 个 could count.
    private static bool IsDuration(ReadOnlySpan<char> text, int end)
    {
        if (NumeralReader.At(text, end) is '多' or '半') end++;
        return text[end..] is ['月', ..] or ['小', '时', ..] or ['星', '期', ..] or ['季', '度', ..] or ['工', '作', '日', ..] or ['年', '头', ..]
            or ['昼', '夜', ..];
    }
}
