using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>
/// Finds: the shares of a structure. Example: 三次产业结构由12:48:40调整为10:45:45 gives twice three shares, 农、轻、重的比例为31:35:34 three.
/// Counter-example: 比分3:2, 10:30 (a time).
/// </summary>
internal static class StructureRatio
{

    // Sums of rounded shares stray this far from 100.
    private const decimal Rounding = 3;

    private static readonly string[] Sectors = ["第一产业增加值", "第二产业增加值", "第三产业增加值"];

    private static readonly PhraseSearch OfSectors = new(["产业结构", "产业比", "产比例", "三次产业", "三产"]);

    // Between the names of the members and their numbers.
    private static readonly string[] Relations = ["比例", "比重", "结构", "之比"];

    /// <summary>Reads the ratio that begins with the number at <paramref name="first"/>; returns its last token, or 0.</summary>
    public static int TryRead(BindingContext context, int first)
    {
        var tokens = context.Tokens;
        if (first + 4 >= tokens.Count || !GoesOn(tokens, first + 1) || !GoesOn(tokens, first + 3)) return 0;
        var sum = Value(context, first, 0) + Value(context, first, 1) + Value(context, first, 2);
        if (sum is < 100 - Rounding or > 100 + Rounding) return 0;
        var subjects = new Subject[3];
        if (Continues(context, first, out var before))
        {
            for (var k = 0; k < 3; k++) subjects[k] = context.Claims[before + k].Subject;
        }
        else if (NamesSectors(context, first))
        {
            for (var k = 0; k < 3; k++) subjects[k] = new Subject(context.Lexicon.Find(Sectors[k])?.Indicator, 0, 0, Sectors[k]);
        }
        else if (!NamesMembers(context, first, subjects))
        {
            return 0;
        }

        // Years are looked for from a quantity; this one has its unit from the structure.
        var numeral = context.Sentence.Numerals[tokens[first].Index];
        var old = IsOld(tokens, first);
        var values = (Value(context, first, 0), Value(context, first, 1), Value(context, first, 2));
        tokens[first] = tokens[first].AsQuantity(context.Quantities.Count);
        context.Quantities.Add(new QuantityMention(numeral.Start, numeral.End, numeral.Low, numeral.High, null, null, numeral.Traits, false));
        Add(context, first, 0, values.Item1, subjects[0], old);
        Add(context, first, 1, values.Item2, subjects[1], old);
        Add(context, first, 2, values.Item3, subjects[2], old);
        return first + 4;
    }

    // 12|:48|:40.
    private static bool GoesOn(Pieces<Token> tokens, int colon) => tokens[colon].IsMark(':') && tokens[colon + 1].Kind == TokenKind.Number;

    private static decimal Value(BindingContext context, int first, int member) =>
        context.Sentence.Numerals[context.Tokens[first + (2 * member)].Index].Low;

    private static void Add(BindingContext context, int first, int member, decimal value, Subject subject, bool old)
    {
        ref readonly var token = ref context.Tokens[first + (2 * member)];
        context.Claims.Add(new Claim
        {
            // The times that govern the first member govern all.
            Token = first,
            Start = token.Start,
            End = token.End,
            Subject = subject,
            Measure = Measure.Share,
            Low = value,
            High = value,
            Bound = Bound.Exact,
            Unit = "%",
            IsOld = old,
            IsState = true,
            Place = -1,
            Time = -1,
            Rule = RuleKind.StructureOfSectors,
            Source = SubjectSource.Paired,
        });
    }

    // 由9.5:60.1:30.4 调整为 7.7:58.1:34.2: the second structure has the members of the first.
    private static bool Continues(BindingContext context, int first, out int before)
    {
        before = context.Claims.Count - 3;
        if (before < 0 || context.Claims[before].Rule != RuleKind.StructureOfSectors) return false;
        for (var i = context.Claims[before].Token + 5; i < first; i++)
            if (context.Tokens[i].Kind == TokenKind.Quantity || context.Tokens[i].IsMark(';')) return false;
        return true;
    }

    // The old value: 由 before it, and another ratio behind it.
    private static bool IsOld(Pieces<Token> tokens, int first)
    {
        const int Furthest = 10;
        var from = -1;
        for (var i = first - 1; i >= 0 && !Boundaries.IsClauseMark(tokens[i]); i--)
            if (tokens[i].Is(Role.From)) from = i;
        if (from < 0) return false;
        for (var i = first + 5; i < tokens.Count && i < first + 5 + Furthest; i++)
            if (tokens[i].Kind == TokenKind.Number && i + 1 < tokens.Count && tokens[i + 1].IsMark(':')) return true;
        return false;
    }

    private static bool NamesSectors(BindingContext context, int first)
    {
        const int Furthest = 10;
        var start = context.Tokens[Math.Max(0, first - Furthest)].Start;
        var before = context.Text[start..context.Tokens[first].Start];
        return OfSectors.IsIn(before);
    }

    // 农、轻、重的比例为31:35:34: as many names as numbers before 比例, 比重, 结构 or 之比.
    private static bool NamesMembers(BindingContext context, int first, Subject[] subjects)
    {
        var tokens = context.Tokens;
        var clause = context.ClauseStart(first);
        var text = context.TextOf(clause, first);
        var end = -1;
        foreach (var relation in Relations) end = Math.Max(end, text.IndexOf(relation));
        if (end <= 0) return false;
        var names = text[..end].TrimEnd('的');
        var found = 0;
        var from = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            if (i < names.Length && names[i] != '、') continue;
            if (i == from || found == subjects.Length) return false;
            subjects[found++] = new Subject(null, tokens[clause].Start + from, tokens[clause].Start + i);
            from = i + 1;
        }

        return found == subjects.Length;
    }
}
