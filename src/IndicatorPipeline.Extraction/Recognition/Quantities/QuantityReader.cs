using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Recognition.Quantities;

/// <summary>Joins a number to its unit and two numbers to a range.</summary>
internal static class QuantityReader
{
    private static readonly UnitTerm Percent = new("%", 1, Dimension.Ratio);
    private static readonly UnitTerm Multiple = new("ratio", 1, Dimension.Multiple);

    // The classifiers that count things of their own: 大桥三座. Behind other classifiers a small Chinese number is a manner of speaking (两手, 三个方面).
    private const string OwnClassifiers = "座家所艘台套架辆栋幢处";

    // Behind a number without a unit: the end of its clause, or what became of it.
    private const string BehindIndex = ",。;、\n\0上下提回升降以左";
    private const string BehindIncomeRatio = ",。;、\n\0缩下降扩提以左";

    // No one says a larger number before 个亿.
    private const decimal MostSpoken = 100_000_000;

    // Chinese numerals below it are small.
    private const decimal SmallChineseCount = 10;

    /// <summary>
    /// Whether any of the numbers can be a quantity: a quick look at what stands behind them, before the sentence's words are read.
    /// </summary>
    public static bool AnyCounts(ReadOnlySpan<char> text, Pieces<Numeral> numerals, Lexicon lexicon)
    {
        foreach (ref readonly var numeral in numerals.Span)
            if (Counts(text, numeral, lexicon)) return true;
        return false;
    }

    /// <summary>Whether any of the numbers can be a year.</summary>
    public static bool AnyYear(ReadOnlySpan<char> text, Pieces<Numeral> numerals)
    {
        foreach (ref readonly var numeral in numerals.Span)
            if (IsYear(text, numeral)) return true;
        return false;
    }

    /// <summary>Whether any of the numbers can have a unit or be of a time, by the character behind it: (一) and 第二, are neither.</summary>
    public static bool AnyMeasures(ReadOnlySpan<char> text, Pieces<Numeral> numerals, Lexicon lexicon)
    {
        foreach (ref readonly var numeral in numerals.Span)
            if (TimeReader.MayRead(text, numeral) || lexicon.BeginsUnit(NumeralReader.At(text, numeral.End))) return true;
        return false;
    }

    private static bool IsYear(ReadOnlySpan<char> text, in Numeral numeral) =>
        numeral.Is(NumeralTraits.Year) || NumeralReader.At(text, numeral.End) == '年';

    private static bool Counts(ReadOnlySpan<char> text, in Numeral numeral, Lexicon lexicon)
    {
        const NumeralTraits Telling = NumeralTraits.Percent | NumeralTraits.Scaled | NumeralTraits.Doubling | NumeralTraits.Decimals;
        if ((numeral.Traits & Telling) != 0) return true;
        // Structures (10:45:45), 3个亿.
        var next = NumeralReader.At(text, numeral.End);
        if (next == '年') return false;
        if (next == ':' || (next == '个' && NumeralReader.At(text, numeral.End + 1) == '亿')) return true;
        if (lexicon.Unit(text, numeral.End) is not { Unit: var unit, Last: var last }) return false;
        if (!numeral.Is(NumeralTraits.Chinese) || numeral.High >= SmallChineseCount) return true;
        if (numeral.High <= 2) return unit.Dimension is Dimension.Ratio or Dimension.Points or Dimension.Multiple;
        return unit.Dimension is not (Dimension.Count or Dimension.Persons) || OwnClassifiers.Contains(last);
    }

    /// <summary>
    /// Reads the quantity that begins with the number <paramref name="index"/> of the sentence, whose words have been looked up; <paramref
    /// name="used"/> numbers were taken. False where the number has no unit and cannot be a quantity; then <paramref name="quantity"/> is left as it
    /// was.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, Sentence sentence, int index, Lexicon lexicon, ref QuantityMention quantity, out int used)
    {
        used = 1;
        var numerals = sentence.Numerals;
        ref readonly var first = ref numerals[index];
        if (first.Start > 0 && text[first.Start - 1] == '第') return false;
        var end = first.End;
        if (IsRatioToOne(text, numerals, index))
        {
            used = 2;
            quantity.Set(first.Start, end + 2, first.Low, first.High, Multiple, null, first.Traits | NumeralTraits.Ratio, false);
            return true;
        }

        var unit = UnitOf(text, sentence, first, lexicon, ref end, out var per, out var factor);
        // 一倍一: and a tenth.
        if (unit is { Dimension: Dimension.Multiple } && factor is null && IsTenth(text, numerals, index + 1, end))
        {
            used = 2;
            SetWithTenth(numerals, index, unit, per, ref quantity);
            return true;
        }

        if (index + 1 < numerals.Count && RangeSeparator(text, end) is var width and > 0 && numerals[index + 1].Start == end + width
            && TryReadRange(text, sentence, index, lexicon, unit, factor, ref quantity))
        {
            used = 2;
            return true;
        }

        if (unit is { IsBase: true, Code: "CNY" } && IsChange(text, numerals, index + 1, end)
            && ReadChange(text, numerals, index, ref end, ref used) is var change and > 0)
        {
            quantity.Set(first.Start, end, Clean(first.Low + change), Clean(first.High + change), unit, per, first.Traits, first.Low != first.High);
            return true;
        }

        var traits = first.Traits;
        if (unit is { Dimension: Dimension.Points } && text[first.End..end] is ['个', '多', ..]) traits |= NumeralTraits.AndMore;
        if (factor > 1 && unit is not { Dimension: Dimension.Multiple }) traits |= NumeralTraits.Scaled;
        if (unit is null && (traits & NumeralTraits.Scaled) == 0)
        {
            if (IsIncomeRatio(text, first)) (unit, traits) = (Multiple, traits | NumeralTraits.Ratio);
            else if (IsIndex(text, first)) unit = Percent;
            else return false;
        }

        var isRange = first.High != first.Low;
        var lower = InBase(first.Low, factor, unit);
        quantity.Set(first.Start, end, lower, isRange ? InBase(first.High, factor, unit) : lower, unit, per, traits, isRange);
        return true;
    }

    // 50-60亿元, 4.5-5%: the number and the next one, of which the first is in the unit or in none. A method of its own: few numbers need its room,
    // which has to be cleared.
    private static bool TryReadRange(ReadOnlySpan<char> text, Sentence sentence, int index, Lexicon lexicon, UnitTerm? unit, decimal? factor,
        ref QuantityMention quantity)
    {
        ref readonly var first = ref sentence.Numerals[index];
        ref readonly var second = ref sentence.Numerals[index + 1];
        var end = second.End;
        var secondUnit = UnitOf(text, sentence, second, lexicon, ref end, out var per, out var secondFactor);
        // 百分之三到五.
        var isShort = secondUnit is null && unit is { Code: "%" } && first.Is(NumeralTraits.Percent);
        if (isShort && second.Is(NumeralTraits.Chinese) && !second.Is(NumeralTraits.Year)) secondUnit = Percent;
        if (secondUnit is null || (unit is not null && unit.Code != secondUnit.Code)) return false;
        // The lower number shares the scale of the upper one; or the unit.
        var low = unit is null ? SharedScale(first, second) * (secondFactor ?? 1) * secondUnit.Factor : first.Low * (factor ?? 1) * unit.Factor;
        var high = second.High * (secondFactor ?? 1) * secondUnit.Factor;
        if (low > high) return false;
        quantity.Set(first.Start, end, Clean(low), Clean(high), secondUnit, per, first.Traits | second.Traits, low != high);
        return true;
    }

    // 消费价格指数为102.3, 综合指数由96.4上升到103.2: in percent of the year before, or of what is 100.
    private static bool IsIndex(ReadOnlySpan<char> text, in Numeral numeral)
    {
        const int Furthest = 20;
        const string Between = "为达到至由从是的升上降下提高回落()pmi年月.0123456789";
        if (numeral.Start < 2 || numeral.Low is < 10 or > 1000 || (numeral.Traits & (NumeralTraits.Year | NumeralTraits.Chinese)) != 0) return false;
        if (text[numeral.Start - 1] is not ('数' or '为' or '达' or '到' or '至' or ')' or '由' or '从')) return false;
        if (!BehindIndex.Contains(NumeralReader.At(text, numeral.End))) return false;
        var before = text[Math.Max(0, numeral.Start - Furthest)..numeral.Start];
        before = before[(before.LastIndexOfAny(",;。\n") + 1)..];
        return before.LastIndexOf("指数") is var at and > 1 && before[(at + 2)..].IndexOfAnyExcept(Between) < 0;
    }

    // 城乡居民收入比由2.15缩小至2.07: to one.
    private static bool IsIncomeRatio(ReadOnlySpan<char> text, in Numeral numeral)
    {
        const int Furthest = 20;
        const string Between = "为达到至由从是的值缩小降低下扩大提高回落约在()年度末上去今同期.0123456789";
        if (!numeral.Is(NumeralTraits.Decimals) || numeral.Low is < 1 or >= 10 || numeral.Is(NumeralTraits.Chinese)) return false;
        if (!BehindIncomeRatio.Contains(NumeralReader.At(text, numeral.End))) return false;
        var before = text[Math.Max(0, numeral.Start - Furthest)..numeral.Start];
        before = before[(before.LastIndexOfAny(",;。\n") + 1)..];
        var at = Math.Max(before.LastIndexOf("收入比"), before.LastIndexOf("入倍差"));
        return at >= 0 && before[(at + 3)..].IndexOfAnyExcept(Between) < 0;
    }

    private static decimal InBase(in decimal value, in decimal? factor, UnitTerm? unit)
    {
        var scaled = factor is { } times ? value * times : value;
        return Clean(unit is { IsBase: false } ? scaled * unit.Factor : scaled);
    }

    // 八元九角五分: the parts of a yuan that follow it.
    private static decimal ReadChange(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, ref int end, ref int used)
    {
        var change = 0m;
        while (IsChange(text, numerals, index + used, end))
        {
            ref readonly var next = ref numerals[index + used];
            change += next.Low * (text[next.End] == '角' ? 0.1m : 0.01m);
            end = next.End + 1;
            used++;
        }

        return change;
    }

    private static bool IsChange(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, int end)
    {
        if (index >= numerals.Count || numerals[index].Start != end) return false;
        ref readonly var next = ref numerals[index];
        return next.Low == next.High && next.Low < 10 && next.End < text.Length && text[next.End] is '角' or '分'
            && !next.Is(NumeralTraits.Percent | NumeralTraits.Fraction);
    }

    // Apart from the reading of all other quantities, whose frame it would enlarge.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetWithTenth(Pieces<Numeral> numerals, int index, UnitTerm unit, string? per, ref QuantityMention quantity)
    {
        ref readonly var first = ref numerals[index];
        var tenth = numerals[index + 1].Low / 10;
        quantity.Set(first.Start, numerals[index + 1].End, Clean(first.Low + tenth), Clean(first.High + tenth), unit, per, first.Traits,
            first.Low != first.High);
    }

    // 2个多百分点: 多 stands inside the unit.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadPoints(Sentence sentence, Lexicon lexicon, int at, ref UnitTerm unit, ref int length)
    {
        if (lexicon.Unit(sentence.BeginningAt(at)) is { Unit.Dimension: Dimension.Points } points) (unit, length) = (points.Unit, points.Length + 2);
    }

    private static bool IsTenth(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, int end)
    {
        if (index >= numerals.Count || numerals[index].Start != end) return false;
        ref readonly var next = ref numerals[index];
        return next.End == end + 1 && next.Low is > 0 and < 10 && next.Is(NumeralTraits.Chinese)
            && NumeralReader.At(text, next.End) is ',' or '。' or ';' or '、' or '\n' or '多';
    }

    // 2.38:1; but not 1:2:1 and not 10:15.
    private static bool IsRatioToOne(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index)
    {
        var end = numerals[index].End;
        if (end + 1 >= text.Length || text[end] != ':' || text[end + 1] != '1' || index + 1 >= numerals.Count) return false;
        if (numerals[index + 1].Start != end + 1 || numerals[index + 1].End != end + 2) return false;
        return (end + 2 == text.Length || text[end + 2] != ':') && (numerals[index].Start == 0 || text[numerals[index].Start - 1] != ':');
    }

    // What is counted in, of what, and what the number is multiplied by besides.
    private static UnitTerm? UnitOf(ReadOnlySpan<char> text, Sentence sentence, in Numeral numeral, Lexicon lexicon, ref int end, out string? per,
        out decimal? factor)
    {
        per = null;
        factor = null;
        if (numeral.Is(NumeralTraits.Doubling)) return Multiple;
        if (numeral.Is(NumeralTraits.Percent)) return Percent;
        if (end < text.Length && text[end] == '个' && end + 1 < text.Length && text[end + 1] is '亿' && !numeral.Is(NumeralTraits.Scaled))
        {
            if (numeral.High >= MostSpoken) return null;
            // 3个亿: the spoken way to say 3亿.
            factor = 100000000m;
            end += 2;
        }

        if (lexicon.Unit(sentence.BeginningAt(end)) is not { Unit: var unit, Length: var length }) return null;
        // 8个人工智能应用: 人 begins a word.
        if (length == 2 && text[end] == '个' && text[end + 1] == '人' && BeginsWord(text[(end + 2)..])) (unit, length) = (lexicon.Find("个")!.Unit!, 1);
        if (numeral.Is(NumeralTraits.Year) && unit.Dimension is Dimension.Time) return null;
        if (length == 1 && text[end] == '个' && NumeralReader.At(text, end + 1) == '多') ReadPoints(sentence, lexicon, end + 2, ref unit, ref length);
        end += length;
        if (unit.Dimension == Dimension.Multiple && end < text.Length && text[end] == '半')
        {
            // 一倍半.
            factor = numeral.Low == 0 ? null : (numeral.Low + 0.5m) / numeral.Low;
            end++;
        }
        else if (end + 1 < text.Length && text[end] == '/' && lexicon.Unit(sentence.BeginningAt(end + 1)) is { } denominator)
        {
            end += 1 + denominator.Length;
            per = denominator.Unit.Code;
        }

        return unit;
    }

    // 人工智能, 人才, 人民; but 3个人工作, 3个人力争.
    private static bool BeginsWord(ReadOnlySpan<char> behind) => behind switch
    {
        ['才' or '民' or '口' or '员' or '文' or '居' or '造' or '形' or '防' or '物' or '体' or '社' or '大', ..] => true,
        ['工', not ('作' or '资' or '会' or '地' or '人'), ..] or ['力', '资', ..] or ['行', '天' or '道' or '横', ..] => true,
        _ => false,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int RangeSeparator(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length) return 0;
        if (text[at] is '至' or '到' or '~') return 1;
        if (text[at] != '-') return 0;
        return at + 1 < text.Length && text[at + 1] == '-' ? 2 : 1;
    }

    private static decimal SharedScale(in Numeral low, in Numeral high)
    {
        if (low.Is(NumeralTraits.Scaled) || !high.Is(NumeralTraits.Scaled)) return low.Low;
        foreach (var scale in (ReadOnlySpan<decimal>)[1000000000000m, 100000000m, 10000m])
        {
            if (high.Low >= scale && low.Low * scale <= high.High) return low.Low * scale;
        }

        return low.Low;
    }

    /// <summary>The value without zeros behind the last decimal, and with six decimals at most: beyond them there is only the division by 15 of
    /// 亩.</summary>
    internal static decimal Clean(in decimal value)
    {
        if (value.Scale == 0) return value;
        if (!DecimalDigits.TryRead(value, out var digits, out var places) || places > 6) return decimal.Round(value, 6) / 1.0000000000000000000m;
        if (digits % 10 != 0) return value;
        for (; places > 0 && digits % 10 == 0; places--) digits /= 10;
        DecimalDigits.Write(out var clean, digits, places);
        return value < 0 ? -clean : clean;
    }
}
