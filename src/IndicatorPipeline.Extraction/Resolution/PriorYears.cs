using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>
/// Which years 前三年 means where its sentence names a year or a plan: 前三年增产十六万吨,而1956年就增产十一万吨 is 1953 to 1955; “十四五”前三年 is 2021 to 2023.
/// </summary>
internal static class PriorYears
{
    private const int YearsOfPlan = 5;

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

    private static int? PlanOf(int year) => year switch
    {
        >= FirstOfUnbroken => FirstOfUnbroken + ((year - FirstOfUnbroken) / YearsOfPlan * YearsOfPlan),
        >= 1958 and <= 1962 => 1958,
        >= 1953 and <= 1957 => 1953,
        _ => null,
    };
}
