using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>The words that belong to a subject's name though they stand apart from it: 新建4条公路 tells of new roads, not of all.</summary>
internal static class Naming
{
    private const string Output = "产量";
    private const int LongestProduct = 6;

    /// <summary>Gives the subject the whole name of a product's output, which lists leave out: 原煤 is 原煤产量.</summary>
    public static void Complete(BindingContext context, ref Subject subject)
    {
        if (subject.Term is not { IsOutput: true, Indicator: var indicator } || subject.Name is not null) return;
        var length = subject.End - subject.Start;
        if (length > LongestProduct) return;
        Span<char> name = stackalloc char[LongestProduct + Output.Length];
        context.Text[subject.Start..subject.End].CopyTo(name);
        Output.CopyTo(name[length..]);
        name = name[..(length + Output.Length)];
        if (context.Lexicon.Find(name)?.Indicator?.Indicator == indicator) subject = subject with { Name = name.ToString() };
    }

    /// <summary>The verb of making anew that belongs to the name of a level, which <paramref name="claim"/> is; or an empty span.</summary>
    public static TextSpan VerbOf(BindingContext context, in Reading reading, in Claim claim)
    {
        // 新建公路7条98.4公里 are both of new ones; 新建绿道23公里,累计200公里 is not.
        if (reading.Inherits)
        {
            if (reading.Left.SegmentStart != reading.Number || context.Claims.Count == 0) return default;
            return context.Claims[^1].Subject == claim.Subject ? context.Claims[^1].Verb : default;
        }

        var tokens = context.Tokens;
        var i = reading.Source == SubjectSource.Behind ? reading.Number - 1 : reading.Left.NameStart - 1;
        if (i < reading.Left.SegmentStart) return default;
        ref readonly var verb = ref tokens[i];
        var makesAnew = verb.Length >= 2 && verb.Is(Role.Action) && !verb.Is(Role.Add | Role.Indicator) && context.Text[verb.Start] == '新';
        return makesAnew ? new TextSpan(verb.Start, verb.End) : default;
    }

    /// <summary>Token of the place that a subject begins with, or −1.</summary>
    public static int PlaceOf(BindingContext context, in Subject subject)
    {
        var tokens = context.Tokens;
        for (var i = 0; i < tokens.Count && tokens[i].Start <= subject.Start; i++)
            if (tokens[i].Start == subject.Start && tokens[i].Is(Role.Place)) return i;
        return -1;
    }

    /// <summary>生产总值1286亿元,人均突破4万元: so much a head is another indicator than the whole; null where nothing is counted by heads.</summary>
    public static Subject? PerHead(BindingContext context, in Reading reading)
    {
        if (reading.Subject.Term is not { } term || reading.IsPercent || reading.Dimension == Dimension.Points) return null;
        if (term.Indicator.Code.Contains("per_capita", StringComparison.Ordinal)) return null;
        for (var i = reading.Left.PredicateStart; i < reading.Number; i++)
        {
            if (context.TextOf(i) is not ("人均" or "户均" or "平均每人")) continue;
            var whole = context.NameOf(reading.Subject);
            var name = string.Concat(context.TextOf(i) is "户均" ? "户均" : "人均", whole);
            return reading.Subject with { Term = context.Lexicon.Find(name)?.Indicator, Name = name };
        }

        return null;
    }
}
