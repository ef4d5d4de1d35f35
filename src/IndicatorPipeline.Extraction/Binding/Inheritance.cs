using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Finds the subject of a predicate that names none: 地区生产总值完成188亿元,增长30%.</summary>
internal static class Inheritance
{
    // What a figure's name ends in.
    private static readonly EndingTable Figures =
        new(["收入", "支出", "产量", "总额", "余额", "面积", "人数", "户数", "产值", "总值", "数量", "总量", "水平", "标准", "里程"]);

    /// <summary>The last indicator named since the number before, else that number's subject, else the clause before.</summary>
    public static Subject Find(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        var since = context.Claims.Count > 0 ? context.Claims[^1].Token + 1 : 0;
        if (BeforeBracket(context, reading.Left.SegmentStart - 1, since) is { } bracketed) return bracketed;
        if (ShareBefore(context, reading.Left.SegmentStart - 1, since) is { } share) return share;
        if (context.Claims.Count == 0 && VerbThatNames(context, reading) is { IsNamed: true } verb) return verb;
        if (Bearers.Find(context, reading) is { IsNamed: true } bearer) return bearer;
        // 经济增长连续三年达到或略高于8%: words that the predicate could not take in stand between.
        if (!reading.Left.HasName && NamedWithin(context, reading) is { } within) return within;
        // What was searched for a number that no rule could bind holds nothing for the next.
        var first = context.Unnamed.First == since ? Math.Max(since, context.Unnamed.End) : since;
        for (var i = reading.Left.SegmentStart - 1; i >= first; i--)
        {
            // 工业总产值(不包括手工业产值,下同): what a bracket leaves out or explains is no subject.
            if (tokens[i].IsMark(')') && Boundaries.Opening(tokens, i, since) is var open and >= 0) i = open;
            if (!tokens[i].Is(Role.Indicator)) continue;
            var from = Math.Max(since, context.ClauseStart(i));
            if (LeavesOut(context.Text[tokens[from].Start..])) continue;
            var found = SubjectFinder.Find(context, from, i + 1);
            if (found.Term is not null) return found;
            // 国有单位固定资产投资增长加快,全年增长19%: a part of an indicator, of which the clause before tells how it goes.
            if (TellsHow(context, reading, from, i)) return found with { Start = tokens[from].Start };
        }

        context.Unnamed = (since, Math.Max(first, reading.Left.SegmentStart));
        if (context.Claims.Count == 0 && ClauseOfFigure(context, reading.Left.SegmentStart - 1) is { IsNamed: true } noun) return noun;
        if (context.Claims.Count == 0 && WithBareNumber(context, reading.Left.SegmentStart - 1) is { IsNamed: true } figure) return figure;
        if ((context.Current.IsNamed || context.Current.Term is not null) && !TellsOfClauseBefore(context, reading)) return context.Current;
        // No number before: the clause before names the subject.
        var end = reading.Left.SegmentStart - 1;
        if (end <= 0) return default;
        var start = context.ClauseStart(end);
        return start < end ? new Subject(null, tokens[start].Start, tokens[end - 1].End) : default;
    }

    /// <summary>全县辖12个镇、325个行政村,8.5万户,32万人: who lives in the places that were counted; null where none were.</summary>
    public static Subject? InPlaces(BindingContext context, in Reading reading)
    {
        if (reading.Dimension is not (Dimension.Persons or Dimension.Households) || context.Claims.Count == 0) return null;
        ref readonly var before = ref context.Tokens[Math.Max(0, reading.Number - 1)];
        if (!(before.IsMark(',') || before.IsMark('、')) || reading.Subject.Term is { IsCore: true }) return null;
        // 涉及12个乡镇,3.2万人: some of them.
        var first = context.Claims[0].Start;
        if (first == 0 || context.Text[first - 1] is not ('辖' or '有' or '共' or '设' or '括' or '含')) return null;
        var counted = context.Claims[^1] is { Unit: "item", Source: SubjectSource.Behind } or { Unit: "household" };
        if (!counted || reading.Subject is not ({ Name: "户数" } or { Name: null, IsNamed: true })) return null;
        if (reading.Subject.Name is null && context.Text[reading.Subject.End - 1] is not ('镇' or '乡' or '村' or '社' or '队' or '组' or '道')) return null;
        var name = reading.Dimension == Dimension.Persons ? "人口" : "户数";
        return new Subject(context.Lexicon.Find(name)?.Indicator, reading.Subject.Start, reading.Subject.End, name);
    }

    /// <summary>全村146户、511口人: the families of a place and the people beside them; null where the numbers are said of anything else.</summary>
    public static Subject? OfPlace(BindingContext context, in Reading reading)
    {
        if (reading.Dimension is not (Dimension.Persons or Dimension.Households) || reading.HasRight) return null;
        var tokens = context.Tokens;
        var number = reading.Number;
        var end = Bounds.End(tokens, number);
        if (reading.Dimension == Dimension.Persons)
        {
            var follows = context.Claims.Count > 0 && context.Claims[^1] is { Unit: "household", Subject.Name: "户数" } && EndsPhrase(tokens, end);
            if (!follows || context.Claims[^1].Token < number - 2) return null;
            return context.Claims[^1].Subject with { Term = context.Lexicon.Find("人口")?.Indicator, Name = "人口" };
        }

        var first = number;
        while (first > 0 && (tokens[first - 1].Is(Role.Link | Role.Adverb) || tokens[first - 1].Kind == TokenKind.Time)) first--;
        if (first == 0 || !tokens[first - 1].Is(Role.Place) || (first > 1 && !Boundaries.IsClauseMark(tokens[first - 2]))) return null;
        var next = end < tokens.Count && (tokens[end].IsMark('、') || tokens[end].IsMark(',')) ? end + 1 : end;
        if (next >= tokens.Count || tokens[next].Kind != TokenKind.Quantity) return null;
        if (context.Quantities[tokens[next].Index].Dimension != Dimension.Persons || !EndsPhrase(tokens, Bounds.End(tokens, next))) return null;
        return new Subject(context.Lexicon.Find("户数")?.Indicator, tokens[first - 1].Start, tokens[first - 1].End, "户数");
    }

    /// <summary>治理隐患1884处、搬迁26216户: what was done with people, beside things of another kind; null where nothing was.</summary>
    public static Subject? MovesPeople(BindingContext context, in Reading reading)
    {
        if (reading.Dimension is not (Dimension.Persons or Dimension.Households) || reading.HasRight || reading.Number == 0) return null;
        if (context.Claims.Count == 0) return null;
        if (ServesPeople(context, reading) is { } served) return served;
        if (context.Claims[^1] is not { Unit: "item" }) return null;
        ref readonly var verb = ref context.Tokens[reading.Number - 1];
        return context.TextOf(reading.Number - 1) is "搬迁" or "安置" or "转移" or "避险转移" or "转移安置" or "救助"
            ? new Subject(null, verb.Start, verb.End)
            : null;
    }

    // 新增就业5500万人、培训8300万人次: what was done for people beside what was told before.
    private static Subject? ServesPeople(BindingContext context, in Reading reading)
    {
        var (tokens, number) = (context.Tokens, reading.Number);
        if (number < 3 || !tokens[number - 2].IsMark('、') || Bounds.End(tokens, context.Claims[^1].Token) != number - 2) return null;
        ref readonly var verb = ref tokens[number - 1];
        if (!verb.Is(Role.Action) || verb.Is(Role.Indicator)) return null;
        var deed = context.TextOf(number - 1);
        if (deed is not ("培训" or "接待" or "救助" or "资助" or "帮扶")) return null;
        return new Subject(context.Lexicon.Find(string.Concat(deed, "人次"))?.Indicator, verb.Start, verb.End);
    }

    private static bool EndsPhrase(Pieces<Token> tokens, int end) => end >= tokens.Count || tokens[end].Kind == TokenKind.Mark;

    /// <summary>重点项目90个,计划投资65亿元,其中新开工40个: what was counted in this unit before the money; null where nothing was.</summary>
    public static Subject? OfOneUnit(BindingContext context, in Reading reading)
    {
        if (reading.Quantity.Unit is not { Dimension: Dimension.Count or Dimension.Persons or Dimension.Households } unit) return null;
        // 小学学生的人数增长18%,达到6023万人: what grew has a name of its own.
        if (context.Claims.Count < 2 || context.Claims[^1].Unit == unit.Code || context.Claims[^1].Measure == Measure.Growth) return null;
        for (var i = context.Claims.Count - 2; i >= 0; i--)
            if (context.Claims[i].Unit == unit.Code && context.Claims[i].Measure is Measure.Level or Measure.Increment)
                return context.Claims[i].Subject;
        return null;
    }

    // 每人每年可用于生活费的收入,从316元增加到500元: the clause before is a figure's name, though not one of the catalogue.
    private static Subject ClauseOfFigure(BindingContext context, int comma)
    {
        var tokens = context.Tokens;
        if (comma <= 0 || !tokens[comma].IsMark(',') || !tokens[comma - 1].Is(Role.Suffix | Role.Indicator)
            || !Figures.IsEndOf(context.Text[..tokens[comma].Start]))
            return default;
        var start = context.ClauseStart(comma - 1);
        while (start < comma && (tokens[start].Kind == TokenKind.Time || tokens[start].Is(Role.Place | Role.Adverb))) start++;
        for (var i = start; i < comma; i++)
            if (tokens[i].Kind is TokenKind.Quantity or TokenKind.Time) return default;
        return start < comma ? SubjectFinder.Find(context, start, comma) : default;
    }

    // 剔除减税降费因素,同口径增长15.3%: what is left out of the figure is not the figure.
    private static bool LeavesOut(ReadOnlySpan<char> clause) =>
        clause is ['剔', '除', ..] or ['扣', '除', ..] or ['还', '原', ..] or ['考', '虑', ..] or ['不', '考', '虑', ..] or ['受', ..];

    // 综合指数达132.5,提高14.3个百分点: what the number without a unit is said of.
    private static Subject WithBareNumber(BindingContext context, int comma)
    {
        var tokens = context.Tokens;
        if (comma <= 1 || !tokens[comma].IsMark(',') || tokens[comma - 1].Kind != TokenKind.Number) return default;
        var end = comma - 1;
        while (end > 0 && tokens[end - 1].Is(Role.Link | Role.BoundBefore | Role.ChangeTo | Role.Adverb)) end--;
        var start = end;
        while (start > 0 && !Boundaries.IsClauseMark(tokens[start - 1]) && tokens[start - 1].Kind is TokenKind.Text or TokenKind.Word) start--;
        while (start < end && tokens[start].Is(Role.Place | Role.Adverb)) start++;
        return end < comma - 1 && start < end ? SubjectFinder.Find(context, start, end) : default;
    }

    // 新增加的钢的生产能力,就有142万吨: the clause before is the subject, if it has no number of its own.
    private static bool TellsOfClauseBefore(BindingContext context, in Reading reading)
    {
        var (verb, comma) = (reading.Number - 1, reading.Left.SegmentStart - 1);
        if (reading.Left.SegmentStart != verb || context.TextOf(verb) is not "就有") return false;
        var tokens = context.Tokens;
        if (comma <= 0 || !tokens[comma].IsMark(',')) return false;
        for (var i = comma - 1; i >= 0 && !Boundaries.IsClauseMark(tokens[i]); i--)
            if (tokens[i].Kind == TokenKind.Quantity) return false;
        return true;
    }

    // 增值税(25%部分)完成3.2亿元: what a bracket with a number stands behind.
    private static Subject? BeforeBracket(BindingContext context, int close, int since)
    {
        var tokens = context.Tokens;
        if (close <= since || !tokens[close].IsMark(')') || Boundaries.Opening(tokens, close, since) is not (var open and > 0)) return null;
        var start = open;
        while (start > since && tokens[start - 1].Kind is TokenKind.Text or TokenKind.Word
            && !tokens[start - 1].Is(Role.Change | Role.ChangeTo | Role.BoundAfter | Role.OfWhich))
        {
            start--;
        }

        return start < open ? SubjectFinder.Find(context, start, open) : null;
    }

    private static bool TellsHow(BindingContext context, in Reading reading, int from, int indicator)
    {
        var tokens = context.Tokens;
        var comma = reading.Left.SegmentStart - 1;
        if (comma < 1 || !tokens[comma].IsMark(',') || context.ClauseStart(comma) != from || !reading.Left.Says(Role.Change) || !reading.IsPercent)
            return false;
        return tokens[indicator + 1].Is(Role.Change | Role.Pace | Role.Manner) && !Bearers.BeginsWithPreposition(context, from);
    }

    // 年均|超收|2040亿元: the verb alone names the figure.
    private static Subject VerbThatNames(BindingContext context, in Reading reading)
    {
        var verb = reading.Number - 1;
        if (reading.Left.HasName || verb < reading.Left.PredicateStart || !context.Tokens[verb].Is(Role.Change)) return default;
        return context.IndicatorAt(verb) is { IsCore: false } ? SubjectFinder.Find(context, verb, reading.Number).For(reading.Dimension) : default;
    }

    // 经济增长|连续三年达到或略高于8%: the indicator among the words before the predicate.
    private static Subject? NamedWithin(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        for (var i = reading.Left.PredicateStart - 1; i >= reading.Left.SegmentStart; i--)
        {
            if (i >= reading.Left.YardstickStart && i < reading.Left.YardstickEnd) continue;
            if (tokens[i].IsMark(')') && Boundaries.Opening(tokens, i, reading.Left.SegmentStart) is var open and >= 0) i = open;
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Quantity || token.Is(Role.Than | Role.Share)) return null;
            // Behind an unknown word the indicator is only a part of what is said: 灾民建房, 外资研发中心.
            if (token.Kind == TokenKind.Text && (token.Length > 1 || context.Text[token.Start] == '面')) return null;
            if (token.Is(Role.Indicator) && SubjectFinder.Find(context, reading.Left.SegmentStart, i + 1) is { Term: not null } found)
                return found;
        }

        return null;
    }

    // 第三产业增加值|占地区生产总值的比重: the indicator whose share it is, or null.
    private static IndicatorTerm? TakesShare(BindingContext context, int start, int end)
    {
        var tokens = context.Tokens;
        for (var i = start + 1; i < end; i++)
            if (tokens[i].Is(Role.Share) && tokens[i].Is(Role.Link)) return SubjectFinder.Find(context, start, i).Term;
        return null;
    }

    // 在工业总产值中,生产资料工业所占的比重,一九五二年为39.7%: the clause before names a part, not the total.
    private static Subject? ShareBefore(BindingContext context, int comma, int since)
    {
        var tokens = context.Tokens;
        if (comma <= since || !Boundaries.IsClauseMark(tokens[comma])) return null;
        // A share's name has the role, or is a 比例 in an unknown word.
        if (!context.Says(Role.Share) && context.Text[tokens[comma].Start - 1] is not ('重' or '例')) return null;
        var start = Math.Max(since, context.ClauseStart(comma));
        var text = context.TextOf(start, comma);
        // 轻工业增长9%,在工业总产值中的比重,由52%提高到54%: whose part it is was told before.
        if (text is ['在', .., '比', '重'] && context.Claims.Count > 0 && context.Current.IsNamed) return context.Current;
        // 建设费占整个支出的比重,由25%增加到45%: no share of 所占, but a share all the same.
        if (comma > start && text.IndexOf("所占") < 0 && tokens[comma - 1].Is(Role.Share) && tokens[comma - 1].Is(Role.Pace))
        {
            var whole = SubjectFinder.Find(context, start, comma);
            return whole.Term is null ? whole with { Term = TakesShare(context, start, comma) } : whole;
        }

        // 服务业增加值占GDP比重首次过半,达到50.1%.
        for (var i = comma - 1; i > start; i--)
        {
            if (!tokens[i].Is(Role.Share) || !tokens[i].Is(Role.Pace) || tokens[i].Entry!.Term is not ("比重" or "占比" or "份额")) continue;
            var part = i;
            while (part > start && !(tokens[part].Is(Role.Share) && tokens[part].Is(Role.Link))) part--;
            return SubjectFinder.Find(context, start, part > start ? part : i + 1) with { End = tokens[i].End };
        }

        if (text.IndexOf("所占") < 0 || text is not [.., '比', '重' or '例']) return null;
        return new Subject(null, tokens[start].Start, tokens[comma - 1].End);
    }
}
