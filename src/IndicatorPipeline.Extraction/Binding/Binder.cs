using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Binds the numbers of one sentence to what they speak of: a pure function of the sentence and the subject before it.</summary>
internal sealed class Binder(BindingContext context)
{
    private readonly RuleRegister rules = new();
    private readonly Pieces<Subject> pairs = new();
    private NumberBefore previous;
    private int pairIndex;

    /// <summary>Binds every number of the sentence in <see cref="BindingContext.Sentence"/>.</summary>
    public void Bind()
    {
        // A paragraph's lead, or goals in words.
        if (context.Sentence.NumberTokens.Count == 0) return;
        context.Adding = false;
        pairs.Clear();
        pairIndex = 0;
        previous.Number = 0;
        var passed = 0;
        foreach (var number in context.Sentence.NumberTokens)
        {
            if (number < passed) continue;
            if (context.Adding || context.Says(Role.Add)) Additions.Pass(context, passed, number);
            passed = number + 1;
            if (context.Tokens[number].Kind == TokenKind.Quantity)
            {
                if (Guards.Find(context, number) is null) BindOne(number);
            }
            else if (StructureRatio.TryRead(context, number) is var end and > 0) passed = end + 1;
        }
    }

    private void BindOne(int number)
    {
        var reading = default(Reading);
        reading.Number = number;
        reading.Quantity = ref context.Quantities[context.Tokens[number].Index];
        reading.Dimension = reading.Quantity.Dimension;
        Read(ref reading);
        if (!reading.Subject.IsNamed && reading.Subject.Term is null)
        {
            context.Unbound.Add(number);
            return;
        }

        if (reading.Dimension == Dimension.Time && IsNothing(reading)) return;
        // 济南、青岛地区生产总值分别突破1.3万亿元和1.6万亿元: each number has the place of its member.
        if (pairs.Count > 0 && reading.Subject.Name is not null && Naming.PlaceOf(context, reading.Subject) is var place and >= 0)
            reading.Left.Place = place;
        if (reading.Inherits) Stocks.Restore(context, ref reading);
        else Stocks.Settle(context, ref reading);
        if (reading.Left.Says(Role.Per) && Naming.PerHead(context, reading) is { } perHead) reading.Subject = perHead;
        // Filled where it will lie, field by field; until it is added, the claims are those before it.
        ref var claim = ref context.Claims.Next;
        ref readonly var token = ref context.Tokens[number];
        (claim.Token, claim.Start, claim.End, claim.Place, claim.Time, claim.IsOld) = (number, token.Start, token.End, reading.Left.Place, -1, false);
        claim.Subject = reading.Subject;
        claim.Source = reading.Source != SubjectSource.None ? reading.Source : reading.Inherits ? SubjectSource.CarriedOver : SubjectSource.Before;
        if (rules.Bind(context, reading, ref claim) is not { } rule)
        {
            context.Unbound.Add(number);
            return;
        }

        claim.Rule = rule.Name;
        if (claim.Subject.Term is { } term && IsOfAnother(reading, claim, term))
        {
            claim.Subject = claim.Subject with { Term = null, Name = term.CountsLifted && claim.Measure == Measure.Share ? null
                : claim.Subject.Name };
        }
        Projects.Settle(context, reading.Dimension, ref claim);
        Finish(ref claim, reading);
        if (claim.Subject.Term is { IsOutput: true }) Naming.Complete(context, ref claim.Subject);
        claim.Verb = claim.Measure == Measure.Level ? Naming.VerbOf(context, reading, claim) : default;
        context.AddClaim(isComposed: reading.Source == SubjectSource.Composed);
        (previous.Number, previous.RightEnd, previous.Source) = (number, reading.RightEnd, reading.Source);
        previous.Left = reading.Left;
        previous.Subject = reading.Subject;
    }

    private void Read(ref Reading reading)
    {
        var tokens = context.Tokens;
        var number = reading.Number;
        var from = Boundaries.SegmentStart(tokens, number, out var words);
        var joins = previous.Number > 0 && from < number && (tokens[from].IsMark('、') || tokens[from].Is(Role.And))
            && previous.Number == Boundaries.Previous(tokens, from);
        reading.Continues = joins && Boundaries.Continues(tokens, from, number);
        RightReader.Read(context, ref reading);
        if (joins && NamesNextYardstick(from, number))
        {
            reading.Left = previous.Left with { SegmentStart = from, End = number, YardstickStart = from, YardstickEnd = number,
                PredicateStart = from, NameStart = from, NameEnd = from, Words = previous.Left.Words | tokens[from].Roles | tokens[from + 1].Roles };
            reading.Subject = previous.Subject;
            reading.Inherits = true;
        }
        else if (reading.Continues && !(reading.HasRight && !previous.Left.Says(Role.Respectively)))
        {
            reading.Left = previous.Left;
            pairIndex++;
            reading.Subject = pairIndex < pairs.Count ? pairs[pairIndex] : previous.Subject;
            if (pairIndex < pairs.Count) reading.Source = previous.Source;
            reading.Inherits = true;
        }
        else if (joins && pairIndex + 1 < pairs.Count && previous.Left.Says(Role.Respectively) && Pairing.ContinuesWithVerb(tokens, from, number))
        {
            // 出口、进口分别增长8%、下降3%: each of the list has a verb of its own.
            LeftReader.Read(context, number, from, words, out reading.Left);
            reading.Left.Predicate |= Role.Respectively;
            (reading.Subject, reading.Source, reading.Inherits) = (pairs[++pairIndex], previous.Source, true);
        }
        else
        {
            LeftReader.Read(context, number, from, words, out reading.Left);
            // 贡献了90%的税收、60%的生产总值: what stands behind the number before is its own.
            if (reading.HasRight && reading.Left.HasName && previous is { Number: > 0, Source: SubjectSource.Behind }
                && reading.Left.NameEnd <= previous.RightEnd)
            {
                reading.Left.NameEnd = reading.Left.NameStart;
            }
            ReadSubject(ref reading);
            context.Adding = Additions.Governs(context, reading);
        }

        // 高于5%的预期目标: the verb compares with the goal, it does not bound it.
        reading.Bound = Bounds.Of(context, number, reading.Left.Bound is Bound.MoreThan or Bound.LessThan
            && (Bounds.IsCalledGoal(context, number) && !tokens[Bounds.End(tokens, number)].IsMark('(') || Bounds.IsCompared(context, number))
            ? Bound.Exact : reading.Left.Bound);
    }

    // 高出全国2.9个百分点、全省1.3个百分点: another place to compare with.
    private bool NamesNextYardstick(int from, int number)
    {
        if (from + 2 != number || context.Claims.Count == 0 || context.Claims[^1] is not { Measure: Measure.Gap, Unit: "pp" }) return false;
        var tokens = context.Tokens;
        return tokens[from + 1].Is(Role.Place) && context.Quantities[tokens[number].Index].Dimension == Dimension.Points;
    }

    private void ReadSubject(ref Reading reading)
    {
        pairs.Clear();
        pairIndex = 0;
        ref readonly var left = ref reading.Left;
        if (Topics.MayBeDeficit(context, reading) && Topics.Deficit(context, reading) is { Term: not null } deficit)
        {
            (reading.Subject, reading.Source, reading.Left.Bound) = (deficit, SubjectSource.Composed, Bound.Exact);
            return;
        }

        if (Pairing.MayList(context.Tokens, reading.Number) && ReadPaired(ref reading)) return;
        if (left.HasName && ReadName(ref reading)) return;
        if (reading.HasRight && ReadBehind(ref reading)) return;
        if (!left.HasName) Inherit(ref reading);
    }

    // The number is the first of a list of numbers that has a list of subjects.
    private bool ReadPaired(ref Reading reading)
    {
        ref readonly var left = ref reading.Left;
        var count = Pairing.Count(context.Tokens, reading.Number, left.Says(Role.Respectively));
        if (count == 1 || reading.HasRight) return false;
        if (left.HasName ? (left.Says(Role.Respectively) || HasList(context.Tokens, left))
            && Pairing.TrySplit(context, left.NameStart, left.NameEnd, count, pairs)
            // 教育、卫生健康、社会保障和就业支出,分别增长6.9%、8.7%和10.3%: the clause before lists the subjects.
            : left.Says(Role.Respectively) && Pairing.ListBefore(context, left.SegmentStart) is var (first, last) && last > first
            && Pairing.TrySplit(context, first, last, count, pairs))
        {
            reading.Subject = pairs[0];
            reading.Source = SubjectSource.Paired;
            return true;
        }

        return (!left.HasName || OnlyGeneric(left)) && PairWithBefore(count, ref reading);
    }

    // The name before the number; false where only the nouns behind it tell more.
    private bool ReadName(ref Reading reading)
    {
        ref readonly var left = ref reading.Left;
        var rightFirst = reading.HasRight && reading.IsCounted;
        var subject = SubjectOf(reading).For(reading.Dimension);
        if (subject.Term is null) Complete(ref subject, ref reading, rightFirst);
        else if ((left.Leading & Role.Add) != 0 && Topics.AcrossVerb(context, left).For(reading.Dimension) is { Term: not null } whole)
            subject = whole;
        if (subject.Term is null && rightFirst) return false;
        reading.Subject = subject;
        if (subject.Name is not null && subject.Term is not null) reading.Source = SubjectSource.Composed;
        return subject.Term is not null || !reading.HasRight;
    }

    private Subject SubjectOf(in Reading reading)
    {
        ref readonly var left = ref reading.Left;
        var names = (left.NameWords & Role.Indicator) != 0;
        if (names && (left.NameWords & (Role.Mark | Role.And)) != 0 && SubjectFinder.FirstOfSeveral(context, left) is { Term: not null } first)
            return first;
        return SubjectFinder.Find(context, left.NameStart, left.NameEnd, left.NameWords, names && SaysBoth(reading));
    }

    // A name that is no indicator's by itself.
    private void Complete(ref Subject subject, ref Reading reading, bool rightFirst)
    {
        ref readonly var left = ref reading.Left;
        var ofClass = IsOfSizeClass(left);
        var composed = ofClass ? default : Topics.Compose(context, left, reading.Dimension).For(reading.Dimension);
        if (composed.Term is not null) subject = composed;
        else if (reading.IsThing && Projects.Count(context, left.NameStart, left.NameEnd) is { } projects) subject = subject with { Term = projects };
        else if (((OnlyGeneric(left) && !ofClass) || SaysWhoSetIt(reading) || Bounds.IsCompared(context, reading.Number))
            && !(rightFirst && RightReader.Find(context, reading).Term is not null))
        {
            subject = Generic(subject, ref reading).For(reading.Dimension);
        }
    }

    // The nouns behind the number; false where they name nothing and none before it do.
    private bool ReadBehind(ref Reading reading)
    {
        var subject = RightReader.Find(context, reading);
        if (subject.Term is null && reading.IsThing && Projects.Count(context, reading.RightStart, reading.RightEnd) is { } projects)
            subject = subject with { Term = projects };
        if (subject.Term is null && RightReader.Deed(context, reading) is { } later) subject = subject with { Term = later };
        if (subject.Term is null && reading.Left.HasName && !reading.IsCounted) return reading.Subject.IsNamed;
        reading.Subject = subject;
        reading.Source = SubjectSource.Behind;
        return true;
    }

    // A bare predicate.
    private void Inherit(ref Reading reading)
    {
        reading.Inherits = true;
        // 新批企业29家,其中总投资1000万美元以上的3家: of the class no more is named than what was counted.
        if (reading.IsThing && IsBehindSizeClass(reading.Left.SegmentStart) && context.Claims.Count > 0 && context.Claims[^1].Unit == "item")
        {
            reading.Subject = context.Claims[^1].Subject;
            return;
        }

        reading.Subject = Inheritance.Find(context, reading).For(reading.Dimension);
        if (reading.Subject.Term is not null) return;
        // 新建、改建公路11条186公里: the unit of the first number did not fit what its name tells.
        if (previous.Number == reading.Number - 1 && previous.Number > 0 && previous.Left.HasName)
            reading.Subject = SubjectFinder.Find(context, previous.Left.NameStart, previous.Left.NameEnd).For(reading.Dimension);
        if (reading.Subject.Term is null && OfOneUnit(reading) is { } counted) reading.Subject = counted;
    }

    // 重点项目90个,计划投资65亿元,其中新开工40个: what was counted in this unit before the money.
    private Subject? OfOneUnit(in Reading reading)
    {
        if (reading.Quantity.Unit is not { Dimension: Dimension.Count or Dimension.Persons or Dimension.Households } unit || context.Claims.Count < 2
            || context.Claims[^1].Unit == unit.Code)
        {
            return null;
        }
        for (var i = context.Claims.Count - 2; i >= 0; i--)
            if (context.Claims[i].Unit == unit.Code && context.Claims[i].Measure is Measure.Level or Measure.Increment)
                return context.Claims[i].Subject;
        return null;
    }

    // 15781元 ..., 4761元, 实际增长8.4%和8%: a bare predicate with as many numbers as there were subjects.
    private bool PairWithBefore(int count, ref Reading reading)
    {
        if (context.Claims.Count < count) return false;
        var found = 0;
        for (var i = context.Claims.Count - 1; i >= 0 && found < count; i--)
        {
            var subject = context.Claims[i].Subject;
            if (pairs.Count > 0 && pairs[^1] == subject) continue;
            pairs.Add(subject);
            found++;
        }

        if (found < count)
        {
            pairs.Clear();
            return false;
        }

        for (var (i, k) = (0, count - 1); i < k; i++, k--) (pairs[i], pairs[k]) = (pairs[k], pairs[i]);
        reading.Subject = pairs[0];
        reading.Inherits = true;
        return true;
    }

    private static bool HasList(Pieces<Token> tokens, in LeftSide left)
    {
        if ((left.NameWords & (Role.Mark | Role.And)) == 0) return false;
        for (var i = left.NameStart; i < left.NameEnd; i++)
            if (tokens[i].IsMark('、') || tokens[i].Is(Role.And)) return true;
        return false;
    }

    private bool SaysBoth(in Reading reading)
    {
        var tokens = context.Tokens;
        for (var i = reading.Left.PredicateStart; i < reading.Number; i++)
            if (tokens[i].Kind == TokenKind.Word && context.Text[tokens[i].Start] is '均' or '都' or '双') return true;
        return false;
    }

    // 年初确定的9%的目标: who set the goal or when is not what it is a goal of.
    private bool SaysWhoSetIt(in Reading reading)
    {
        if (!reading.IsPercent || context.Claims.Count == 0 || !Bounds.IsCalledGoal(context, reading.Number)) return false;
        var name = context.TextOf(reading.Left.NameStart, reading.Left.NameEnd);
        return name.EndsWith("确定") || name.EndsWith("下达") || name.EndsWith("制定") || name.EndsWith("规定") || name.EndsWith("提出") || name.EndsWith("预定")
            || name.EndsWith("原定") || name.EndsWith("既定");
    }

    // Whether what is told is no figure of the indicator, though its name stands there.
    private bool IsOfAnother(in Reading reading, in Claim claim, IndicatorTerm term)
    {
        // A bare number whose unit a noun gave (30亿 of 投资项目): it is not of an indicator that is counted.
        if (reading.Quantity.Unit is null && claim.Unit == "CNY" && (term.Dimension & Dimension.Money) == 0) return true;
        // 农村贫困人口由9899万人减少到1660万人, 尚有农村贫困人口300万人: those who are poor, not those lifted out.
        // 320万人脱贫,贫困人口占农村人口的比例降到4.8%: a part of the people, no deed.
        if (term.CountsLifted)
        {
            return claim is { Measure: Measure.Share, Subject.Name: not null }
                || ((reading.Left.Sign >= 0 || reading.Left.Says(Role.ChangeTo)) && !reading.Inherits
                && context.Text[claim.Subject.Start..claim.Subject.End] is "农村贫困人口" && reading.Left.LeadingSign >= 0);
        }
        // 使12万人口喝上安全水: some people, of whom something is told, are not the population.
        if (term.IsPopulation && claim.Source == SubjectSource.Behind) return TellsOfPeople(reading);
        // 100%的乡镇通油路: a rate is no figure of what is measured in kilometres.
        return reading.IsPercent && claim.Measure == Measure.Level && term.Measure is null
            && (term.Dimension & (Dimension.Length | Dimension.Area | Dimension.Mass | Dimension.Volume)) != 0
            && (term.Dimension & Dimension.Ratio) == 0;
    }

    // 35万人口越过温饱线; but 45万人口, 13亿人口的国家, 20万人口以上.
    private bool TellsOfPeople(in Reading reading)
    {
        const int LargestGroup = 100_000_000;
        if (reading.Quantity.High >= LargestGroup || context.TextOf(reading.RightStart, reading.RightEnd) is not ['人', '口', _, _, ..] named)
            return false;
        return named[2] is not ('的' or '中' or '总' or '规' or '密' or '自' or '以' or '(' or '大' or '小' or '数' or '和' or '、');
    }

    // Names that say only what kind of figure it is: 总数, 增速, 规模.
    private bool OnlyGeneric(in LeftSide left)
    {
        for (var i = left.NameStart; i < left.NameEnd; i++)
        {
            ref readonly var token = ref context.Tokens[i];
            if (token.Is(Role.Suffix | Role.Pace | Role.Adverb | Role.Place | Role.Average | Role.Share | Role.Of | Role.Add | Role.Planned | Role.Target | Role.Gap) || token.Kind == TokenKind.Time)
                continue;
            // 财政收入297亿元,其中省级56亿元.
            if (token.Is(Role.Modifier) && context.TextOf(i).EndsWith("级")) continue;
            // 增速最快的, 最慢的.
            if (context.Text[token.Start..token.End] is not ("历史" or "历史最" or "历史最高" or "历史最好" or "最" or "最慢" or "最高" or "最低" or "最多" or "最少" or "最大"
                or "最小" or "较高" or "较低" or "大的" or "小的" or "慢" or "我们的"))
            {
                return false;
            }
        }

        return true;
    }

    // 实施500万元以上项目80个: the class before the noun says which ones, not what was done before.
    private bool IsOfSizeClass(in LeftSide left) =>
        (left.NameStart == left.SegmentStart || (left.NameStart == left.SegmentStart + 1 && context.Tokens[left.SegmentStart].Is(Role.Of)))
        && IsBehindSizeClass(left.SegmentStart);

    private bool IsBehindSizeClass(int start) => Guards.ClassBefore(context, start, out _) == Guards.SizeClass;

    private Subject Generic(Subject named, ref Reading reading)
    {
        if (context.Text[named.Start..named.End] is "总收入") return named;
        var inherited = Inheritance.Find(context, reading);
        if (!inherited.IsNamed && inherited.Term is null) return named;
        // 考生236人。投入资金7.8亿元: money is no such figure of what was counted before.
        if (inherited.Term is null && reading.Dimension == Dimension.Money
            && (context.Claims.Count == 0 || context.Claims[^1].Unit is not ("CNY" or "USD" or "%")))
        {
            return named;
        }
        reading.Inherits = true;
        return inherited;
    }

    // Days and years of age are observations only of an indicator that is measured in them.
    private bool IsNothing(in Reading reading)
    {
        var name = context.Text[reading.Subject.Start..reading.Subject.End];
        if (name.EndsWith("天数") || name.EndsWith("年限")) return false;
        return reading.Subject.Term is null || (reading.Subject.Term.Dimension & (Dimension.Time | Dimension.Ratio)) == 0;
    }

    private void Finish(ref Claim claim, in Reading reading)
    {
        var tokens = context.Tokens;
        // 超过计划规定增长4%的要求.
        claim.IsPlanned = Bounds.IsCompared(context, reading.Number) && Bounds.SaysPlan(tokens, reading.Left.SegmentStart, reading.Number);
        claim.IsState = reading.Left.Says(Role.ChangeTo | Role.Reached) || ((reading.Left.Words & Role.Reached) != 0 && SaysReached(reading.Left));
        if ((reading.Left.Words & (Role.From | Role.Planned)) == 0) return;
        for (var i = reading.Left.SegmentStart; i < reading.Left.End; i++)
        {
            if (tokens[i].Is(Role.From) && FollowedByChangeTo(tokens, reading.Number)) claim.IsOld = true;
            if (tokens[i].Is(Role.Planned) && !NamesKind(i, reading) && !TellsWhen(i) && !tokens[i].Is(Role.Modality) && !tokens[i].Is(Role.Target)
                && claim.Measure is not (Measure.Share or Measure.Gap))
            {
                claim.IsPlanned = true;
            }
        }
    }

    // 确定的历史建筑6.9万处: which ones they are; 年初确定的120个 were planned.
    private bool NamesKind(int token, in Reading reading) =>
        context.TextOf(token) is "确定的" && reading.Left.HasName && reading.Left.NameEnd > token + 1 && reading.Left.NameEnd >= reading.Number - 1
            && reading.IsThing;

    // 年初剩余的551万贫困人口: when it was so, no plan; 年初计划, 年初确定的 are.
    private bool TellsWhen(int token) =>
        context.TextOf(token) is "年初" && !context.Tokens[token + 1].Is(Role.Planned | Role.Target | Role.Of | Role.Quantity);

    private bool SaysReached(in LeftSide left)
    {
        for (var i = left.PredicateStart; i < left.End; i++)
            if (context.Tokens[i].Is(Role.Reached)) return true;
        return false;
    }

    private static bool FollowedByChangeTo(Pieces<Token> tokens, int number)
    {
        for (var i = number + 1; i < tokens.Count && i <= number + 8; i++)
        {
            if (tokens[i].Is(Role.ChangeTo)) return true;
            if (tokens[i].Kind is TokenKind.Quantity || tokens[i].IsMark(';')) return false;
        }

        return false;
    }
}
