using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>
/// Which years 前三年 means where its sentence names a year or a plan: 前三年增产十六万吨,而1956年就增产十一万吨 is 1953 to 1955; “十四五”前三年 is 2021 to 2023.
/// 后三年 is the last ones of the years that are told of.
/// </summary>
internal static class PriorYears
{
    private const int YearsOfPlan = 5;
    private const int ShortestTerm = 4;

    // The third plan began in 1966; since then each has followed on the one before.
    private const int FirstOfUnbroken = 1966;

    /// <summary>The years, or null where the sentence names neither, so that they are counted from the speech.</summary>
    public static Period? Find(BindingContext context, in TimeMention prior)
    {
        var years = prior.To - prior.From + 1;
        var (year, ofPlan) = (0, false);
        foreach (var time in context.Sentence.Times)
        {
            var isPlan = time is { Kind: TimeKind.Absolute, From: >= Period.Earliest, Use: not TimeUse.Name }
                && time.To - time.From == YearsOfPlan - 1;
            if (isPlan && years < YearsOfPlan) return new Period(time.From, time.From + years - 1);
            if (time is { Kind: TimeKind.Absolute, Use: not TimeUse.Base } && time.From == time.To) year = time.From;
            ofPlan |= time.Part == "plan";
        }

        if (year - years < Period.Earliest) return null;
        if (ofPlan && years < YearsOfPlan && PlanOf(year) is { } start) return new Period(start, start + years - 1);
        return new Period(year - years, year - 1);
    }

    /// <summary>The first or last years of <paramref name="term"/>, as <paramref name="part"/> says, or null where it has no more than
    /// those.</summary>
    public static Period? Of(Period term, in TimeMention part)
    {
        var years = part.To - part.From + 1;
        if (term.EndYear - term.StartYear < years) return null;
        return part.Part == "prior" ? new Period(term.StartYear, term.StartYear + years - 1) : new Period(term.EndYear - years + 1, term.EndYear);
    }

    /// <summary>The years by what holds around the sentence: a term that is not over has first years and last ones, one that is over only last
    /// ones.</summary>
    public static Period? Within(in TimeMention part, SpeechFacts facts, in Setting setting)
    {
        // 前三年新开工500公里;后两年建成64公里: what the paragraph began with is such a part itself.
        var lead = setting.Period is { } told && told.EndYear - told.StartYear >= ShortestTerm - 1 ? setting.Period : null;
        foreach (var frame in (ReadOnlySpan<Period?>)[lead, setting.Past, setting.Coming, setting.Heading, setting.Frame, facts.Plan])
            if (frame is { } term && (part.Part == "latter" || term.EndYear >= facts.Year) && Of(term, part) is { } years) return years;
        return null;
    }

    private static int? PlanOf(int year) => year switch
    {
        >= FirstOfUnbroken => FirstOfUnbroken + ((year - FirstOfUnbroken) / YearsOfPlan * YearsOfPlan),
        >= 1958 and <= 1962 => 1958,
        >= 1953 and <= 1957 => 1953,
        _ => null,
    };
}
