using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Finds the plan that a speech is about: 关于第一个五年计划的报告, in its title or opening.</summary>
internal static class PlanFinder
{
    // Title, salutation and the first paragraphs, in folded characters.
    private const int Opening = 600;

    private const int LongestName = 40;

    private static readonly PhraseSearch Signs = new(["关于", "纲要\n"]);

    /// <summary>The years of the plan, or null.</summary>
    public static Period? Find(ReadOnlySpan<char> text, Lexicon lexicon)
    {
        var opening = text[..Math.Min(text.Length, Opening)];
        if (!Signs.IsIn(opening)) return null;
        for (var at = opening.IndexOf("关于"); at >= 0;)
        {
            if (Read(opening[at..Math.Min(opening.Length, at + LongestName)], lexicon) is { } plan) return plan;
            var next = opening[(at + 2)..].IndexOf("关于");
            at = next < 0 ? -1 : at + 2 + next;
        }

        return Outline(opening, lexicon);
    }

    // 清河县国民经济和社会发展第十二个五年规划纲要: the title of a plan itself.
    private static Period? Outline(ReadOnlySpan<char> opening, Lexicon lexicon)
    {
        var end = opening.IndexOf("纲要\n");
        if (end < 0) return null;
        for (var i = opening[..end].LastIndexOf('\n') + 1; i < end; i++)
            if (lexicon.Longest(opening, i, out _).Entry?.Time is { Kind: TimeKind.Absolute } time && time.From != time.To) return new Period(time.From, time.To);
        return null;
    }

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
