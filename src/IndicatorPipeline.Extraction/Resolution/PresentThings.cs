using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Numbers of people and things that are there, whatever is promised of them: 14亿中国人, 全市有11家企业, 现行16%的税率.</summary>
internal static class PresentThings
{
    // No group of people that a goal speaks of is as large as a nation's.
    private const decimal ManyPeople = 100_000_000;

    /// <summary>Whether the number is that of a nation's people: 六亿人民, 14亿多中国人, 八亿农民.</summary>
    public static bool IsWholePeople(BindingContext context, in Claim claim) =>
        claim is { Measure: Measure.Level, Source: SubjectSource.Behind, Unit: "person", Low: >= ManyPeople }
        && context.Text[claim.Subject.Start..] is ['人', '口' or '民', ..] or ['农', '民', ..] or ['中', '国', '人', ..] or ['各', '族', ..];

    /// <summary>Whether the number is what a thing consists of, said of the present in any section: 三分之二的村…, 13亿人口的国家.</summary>
    public static bool IsComposition(in Claim claim, in Setting setting)
    {
        if (claim.Bound != Bound.Exact || setting.Section == SectionKind.Goals) return false;
        return claim.Measure == Measure.Share ? claim.Rule == RuleKind.PercentageOfNoun
            : claim.Measure == Measure.Level && claim.Subject.Term is { IsPopulation: true };
    }

    /// <summary>Whether the number is what holds until it is changed: 将现行16%的税率降至13%.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCurrent(BindingContext context, int number)
    {
        var tokens = context.Sentence.Tokens;
        var behind = Bounds.End(tokens, number);
        return behind < tokens.Count && tokens[behind].Is(Role.Of) && number > 0 && SaysCurrent(context.Text[..tokens[number].Start]);
    }

    private static bool SaysCurrent(ReadOnlySpan<char> before) =>
        before is [.., '现', '行'] or [.., '现', '行', '的'] or [.., '原', '来', '的'];

    /// <summary>Whether the number counts people or things that are there: 14亿中国人, 全区有280万农牧民, 全市有11家企业, 今年高校毕业生874万人.</summary>
    public static bool IsThere(BindingContext context, in Claim claim)
    {
        if (claim.Unit is not ("person" or "household" or "item")) return false;
        if (claim.Source != SubjectSource.Behind) return claim.Unit == "person" && AreGraduates(context, claim);
        // 解决1亿农村居民的饮水问题 is a deed for some of them.
        if (claim.Unit == "person" && claim.Low >= ManyPeople) return claim.Token == 0 || !context.Sentence.Tokens[claim.Token - 1].Is(Role.Action);
        var at = claim.Token - 1;
        return at > 0 && context.TextOf(at) is "有" && context.Sentence.Tokens[at - 1].Is(Role.Place);
    }

    // 今年全省高校毕业生874万人: the clause begins with them; 帮助毕业生874万人 is a deed.
    private static bool AreGraduates(BindingContext context, in Claim claim)
    {
        if (!context.Text[claim.Subject.Start..claim.Subject.End].EndsWith("毕业生", StringComparison.Ordinal)) return false;
        var tokens = context.Sentence.Tokens;
        var first = context.Sentence.ClauseStart(claim.Token);
        while (first < claim.Token && (tokens[first].Kind == TokenKind.Time || tokens[first].Is(Role.Place))) first++;
        return tokens[first].Start >= claim.Subject.Start;
    }
}
