using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Finds: the shares of a structure. Example: 三次产业结构调整为10:45:45 gives three shares. Counter-example: 比分3:2, 10:30 (a time).</summary>
internal static class StructureRatio
{
    private static readonly string[] Sectors = ["第一产业增加值", "第二产业增加值", "第三产业增加值"];

    /// <summary>Reads the ratio that begins with the number at <paramref name="first"/>; returns its last token, or 0.</summary>
    public static int TryRead(BindingContext context, int first)
    {
        var tokens = context.Sentence.Tokens;
        if (first + 4 >= tokens.Count) return 0;
        for (var k = 0; k < 5; k++)
        {
            ref readonly var token = ref tokens[first + k];
            if (k % 2 == 0 ? token.Kind != TokenKind.Number : !token.IsMark(':')) return 0;
        }

        if (!NamesStructure(context, first)) return 0;
        Span<decimal> values = stackalloc decimal[3];
        var sum = 0m;
        for (var k = 0; k < 3; k++) sum += values[k] = context.Sentence.Numerals[tokens[first + (2 * k)].Index].Low;
        if (sum is < 97 or > 103) return 0;
        for (var k = 0; k < 3; k++)
        {
            ref readonly var token = ref tokens[first + (2 * k)];
            var term = context.Lexicon.Find(Sectors[k])?.Indicator;
            context.Claims.Add(new Claim
            {
                Token = first + (2 * k),
                Start = token.Start,
                End = token.End,
                Subject = new Subject(term, 0, 0, Sectors[k]),
                Measure = Measure.Share,
                Low = values[k],
                High = values[k],
                Bound = Bound.Exact,
                Unit = "%",
                IsState = true,
                Place = -1,
                Time = -1,
                Rule = "structure of sectors",
                Source = "paired",
                Certainty = 1,
            });
        }

        return first + 4;
    }

    private static bool NamesStructure(BindingContext context, int first)
    {
        var start = context.Sentence.Tokens[Math.Max(0, first - 8)].Start;
        var before = context.Text[start..context.Sentence.Tokens[first].Start];
        return before.IndexOf("产业结构") >= 0 || before.IndexOf("产业比") >= 0 || before.IndexOf("产比例") >= 0 || before.IndexOf("三次产业") >= 0 || before.IndexOf("三产") >= 0;
    }
}
