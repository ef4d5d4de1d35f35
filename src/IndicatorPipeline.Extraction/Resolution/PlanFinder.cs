using System.Globalization;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Finds the plan that a speech is about: 关于第一个五年计划的报告, in its title or opening.</summary>
internal static class PlanFinder
{
    // Title, salutation and the first paragraphs, in folded characters.
    private const int Opening = 600;

    private const int LongestName = 40;

    private const int YearDigits = 4;

    /// <summary>The years of the plan, or null.</summary>
    /// <param name="text">The folded speech.</param>
    /// <param name="plan">The folded title where it is that of a plan itself (and not of a report on it), else empty.</param>
    /// <param name="lexicon">The words of plans.</param>
    public static Period? Find(ReadOnlySpan<char> text, ReadOnlySpan<char> plan, Lexicon lexicon)
    {
        var opening = text[..Math.Min(text.Length, Opening)];
        for (var at = opening.IndexOf("关于"); at >= 0;)
        {
            if (Read(opening[at..Math.Min(opening.Length, at + LongestName)], lexicon) is { } told) return told;
            var next = opening[(at + 2)..].IndexOf("关于");
            at = next < 0 ? -1 : at + 2 + next;
        }

        return Outline(plan, lexicon);
    }

    // 清河县国民经济和社会发展第十二个五年规划纲要, 清河县水利发展规划(2021-2025年): the title of a plan itself.
    private static Period? Outline(ReadOnlySpan<char> title, Lexicon lexicon)
    {
        for (var i = 0; i < title.Length; i++)
        {
            if (lexicon.Longest(title, i, out _).Entry?.Time is { Kind: TimeKind.Absolute } time && time.From != time.To)
                return new Period(time.From, time.To);
            if (i + (2 * YearDigits) >= title.Length || title[i + YearDigits] is not ('-' or '至' or '~')) continue;
            if (Year(title[i..]) is { } first && Year(title[(i + YearDigits + 1)..]) is { } last && first < last) return new Period(first, last);
        }

        return null;
    }

    private static int? Year(ReadOnlySpan<char> text) =>
        text[0] is '1' or '2' && int.TryParse(text[..YearDigits], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year >= Period.Earliest
            ? year
            : null;

    private static Period? Read(ReadOnlySpan<char> name, Lexicon lexicon)
    {
        var end = name.IndexOfAny("。,;\n");
        if (end >= 0) name = name[..end];
        for (var i = 2; i < name.Length; i++)
        {
            if (lexicon.Longest(name, i, out _).Entry?.Time is not { Kind: TimeKind.Absolute } time || time.From == time.To) continue;
            var behind = name[i..];
            return behind.IndexOf("报告") > 0 || behind.IndexOf("说明") > 0 || behind.IndexOf("建议") > 0 ? new Period(time.From, time.To) : null;
        }

        return null;
    }
}
