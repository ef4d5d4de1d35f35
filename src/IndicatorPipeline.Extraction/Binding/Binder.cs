using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Binds the numbers of one sentence to what they speak of: a pure function of the sentence and the subject before it.</summary>
internal sealed class Binder(BindingContext context)
{
    // No sentence tells so many numbers, one after another, of a subject that it names once: what goes on longer is no prose.
    private const int MostCarriedOver = 64;

    private readonly RuleRegister rules = new();
    private readonly Pieces<Subject> pairs = new();
    private NumberBefore previous;
    private int pairIndex;
    private int carriedOver;

    /// <summary>Binds every number of the sentence in <see cref="BindingContext.Sentence"/>.</summary>
    public void Bind()
    {
        // A paragraph's lead, or goals in words.
        if (context.Sentence.NumberTokens.Count == 0) return;
        context.Adding = false;
        pairs.Clear();
        pairIndex = 0;
        carriedOver = 0;
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

        claim.Rule = rule.Kind;
        if (claim.Subject.Term is { } term && OtherIndicator.IsMeant(context, reading, claim, term))
        {
            var keepsName = !term.CountsLifted || claim.Measure != Measure.Share;
            claim.Subject = claim.Subject with { Term = null, Name = keepsName ? claim.Subject.Name : null };
        }

        Projects.Settle(context, reading.Dimension, ref claim);
        ClaimTraits.Set(context, reading, ref claim);
        if (claim.Subject.Term is { IsOutput: true }) Naming.Complete(context, ref claim.Subject);
        claim.Verb = claim.Measure == Measure.Level ? Naming.VerbOf(context, reading, claim) : default;
        context.AddClaim(isComposed: reading.Source == SubjectSource.Composed);
        (previous.Number, previous.RightEnd, previous.Source) = (number, reading.RightEnd, reading.Source);
        previous.Left = reading.Left;
        previous.Subject = reading.Subject;
        carriedOver = reading.Inherits ? Math.Min(carriedOver + 1, MostCarriedOver) : 0;
    }

    private void Read(ref Reading reading)
    {
        var tokens = context.Tokens;
        var number = reading.Number;
        var from = Boundaries.SegmentStart(tokens, number, out var words);
        // 增长8%、|下降3%.
        var joins = previous.Number > 0 && from < number && (tokens[from].IsMark('、') || tokens[from].Is(Role.And))
            && previous.Number == Boundaries.Previous(tokens, from);
        reading.Continues = joins && Boundaries.Continues(tokens, from, number);
        RightReader.Read(context, ref reading);
        if (joins && NamesNextYardstick(from, number))
        {
            reading.Left = previous.Left with
            {
                SegmentStart = from,
                End = number,
                Words = previous.Left.Words | tokens[from].Roles | tokens[from + 1].Roles,
                PredicateStart = from,
                NameStart = from,
                NameEnd = from,
                YardstickStart = from,
                YardstickEnd = number,
            };
            reading.Subject = previous.Subject;
            reading.Inherits = true;
        }
        else if (reading.Continues && !(reading.HasRight && !previous.Left.Says(Role.Respectively)))
        {
            reading.Left = previous.Left;
            pairIndex++;
            reading.Subject = pairIndex < pairs.Count ? pairs[pairIndex] : previous.Subject;
            if (pairIndex < pairs.Count) reading.Source = previous.Source;
            else if (Inheritance.OfPlace(context, reading) is { } people) reading.Subject = people;
            reading.Inherits = true;
        }
        else if (joins && pairIndex + 1 < pairs.Count && previous.Left.Says(Role.Respectively) && Pairing.ContinuesWithVerb(tokens, from, number))
        {
            // 出口、进口分别增长8%、下降3%: each of the list has a verb of its own.
            LeftReader.Read(context, number, from, words, ref reading.Left);
            reading.Left.Predicate |= Role.Respectively;
            (reading.Subject, reading.Source, reading.Inherits) = (pairs[++pairIndex], previous.Source, true);
        }
        else
        {
            LeftReader.Read(context, number, from, words, ref reading.Left);
            // 贡献了90%的税收、60%的生产总值: what stands behind the number before is its own.
            if (reading.HasRight && previous is { Number: > 0, Source: SubjectSource.Behind } && reading.Left.NameEnd <= previous.RightEnd)
                reading.Left.NameEnd = reading.Left.NameStart;
            else if (previous is { Number: > 0, Source: SubjectSource.Behind } && previous.RightEnd > from) LeaveToNumberBefore(ref reading.Left);
            if (Payments.AreNamedBehind(context, reading) || Payments.AreNamedByOther(context, reading, previous.Number, previous.RightEnd))
                reading.Left.NameEnd = reading.Left.NameStart;
            ReadSubject(ref reading);
            context.Adding = Additions.Governs(context, reading);
            if (from == number && number > 2 && tokens[from - 1].IsMark('(')) reading.Left.Place = PlaceBefore(from - 2);
        }

        reading.Bound = Bounds.Of(context, number, Bounds.Before(context, reading));
    }

    // 839个海外仓|、总面积1210万平方米: the first of the words between is the other number's.
    private void LeaveToNumberBefore(ref LeftSide left)
    {
        var tokens = context.Tokens;
        if ((left.NameWords & Role.Mark) == 0 || left.NameStart != left.SegmentStart) return;
        var first = left.NameStart;
        while (first < left.NameEnd && !tokens[first].IsMark('、') && !tokens[first].IsMark('(')) first++;
        if (first + 1 >= left.NameEnd || tokens[first].IsMark('(') || tokens[first + 1].Kind == TokenKind.Mark) return;
        left.NameStart = first + 1;
        left.NameWords = context.RolesOf(left.NameStart, left.NameEnd);
    }

    // 高于全省(7.1%), 全国平均水平(5%): whose the number in the bracket is.
    private int PlaceBefore(int bracket)
    {
        var place = bracket;
        while (place > 0 && context.TextOf(place) is "平均水平" or "水平" or "平均" or "增速" or "平均增速" or "增幅" or "平均增幅") place--;
        return context.Tokens[place].Is(Role.Place) ? place : -1;
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

        if (PlanTotals.IsOne(context, reading.Number) && PlanTotals.SubjectOf(context, reading) is { IsNamed: true } planned)
        {
            (reading.Subject, reading.Inherits) = (planned.For(reading.Dimension), true);
            return;
        }

        if (Pairing.MayList(context.Tokens, reading.Number) && ReadPaired(ref reading)) return;
        if (context.Says(Role.Of | Role.Negation) && !reading.HasRight && EmptyNames.OnlyDeeds(context, left)
            && RightReader.Shared(context, reading) is { IsNamed: true } shared)
        {
            (reading.Subject, reading.Source) = (shared.For(reading.Dimension), SubjectSource.Behind);
            return;
        }

        if (left.HasName && ReadName(ref reading)) return;
        // 比1985年增长44.6%的速度: of what grew so then as now.
        if (reading.HasRight && !Bounds.IsCompared(context, reading.Number) && ReadBehind(ref reading)) return;
        if (!left.HasName) Inherit(ref reading);
    }

    // The number is the first of a list of numbers that has a list of subjects.
    private bool ReadPaired(ref Reading reading)
    {
        ref readonly var left = ref reading.Left;
        var count = Pairing.Count(context.Tokens, reading.Number, left.Says(Role.Respectively));
        if (count == 1 || reading.HasRight) return false;
        if (!Pairing.SplitsSubjects(context, left, count, pairs))
            return (!left.HasName || EmptyNames.OnlyGeneric(context, left)) && PairWithBefore(count, ref reading);
        reading.Subject = pairs[0];
        reading.Source = SubjectSource.Paired;
        return true;
    }

    // The name before the number; false where only the nouns behind it tell more.
    private bool ReadName(ref Reading reading)
    {
        ref readonly var left = ref reading.Left;
        if (reading.Dimension == Dimension.Money && Accounts.Other(context, left) is { IsNamed: true } account)
        {
            (reading.Subject, reading.Source) = (account, SubjectSource.Composed);
            return true;
        }

        if (reading.Dimension == Dimension.Money && Partners.Next(context, left) is { IsNamed: true } partner)
        {
            (reading.Subject, reading.Source) = (partner, SubjectSource.Composed);
            return true;
        }

        var rightFirst = reading.HasRight && reading.IsCounted;
        if (rightFirst && reading.IsThing && Pairing.ListsAsMany(context, left, reading.Quantity.Low)) return false;
        var subject = SubjectOf(reading).For(reading.Dimension);
        if (subject.Term is null) Complete(ref subject, ref reading, rightFirst);
        else if ((left.Leading & Role.Add) != 0 && Topics.AcrossVerb(context, left).For(reading.Dimension) is { Term: not null } whole)
            subject = whole;
        else if (Topics.AboveScale(context, left) is { Term: not null } ofFirms) subject = ofFirms;
        else if (IsBareLength(left) && Topics.OfClauseBefore(context, left) is { Term: not null } road) subject = road;
        if (subject.Term is null && rightFirst) return false;
        subject = CutNames.Mend(context, left, subject);
        reading.Subject = subject;
        if (subject.Name is not null && subject.Term is not null) reading.Source = SubjectSource.Composed;
        return subject.Term is not null || !reading.HasRight;
    }

    // 通车里程, 营业里程: of what, the clause before says.
    private bool IsBareLength(in LeftSide left) =>
        left.NameEnd == left.NameStart + 1 && left.NameStart > 0 && context.TextOf(left.NameStart) is "通车里程" or "营业里程" or "运营里程" or "总里程";

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
        if (composed.Term is not null)
        {
            subject = composed;
            return;
        }

        if (reading.IsThing && Projects.Count(context, left.NameStart, left.NameEnd) is { } projects)
        {
            subject = subject with { Term = projects };
            return;
        }

        // 总数达到310座, 年初确定的9%的目标: of what stands before.
        var namesNothing = (EmptyNames.OnlyGeneric(context, left) && !ofClass) || EmptyNames.SaysWhoSetIt(context, reading)
            || Bounds.IsCompared(context, reading.Number) || EmptyNames.OnlyPronoun(context, reading)
            || EmptyNames.OnlySaves(context, reading);
        // 建设5家以上创新平台: a deed names nothing, what is made does.
        var isDeed = left.NameEnd == left.NameStart + 1 && context.Tokens[left.NameStart].Is(Role.Action);
        if (!namesNothing || (rightFirst && (isDeed || RightReader.Find(context, reading).Term is not null))) return;
        subject = EmptyNames.WhatTheyGoOnFrom(context, subject, ref reading).For(reading.Dimension);
        if (reading.Inherits) subject = EmptyNames.PartOf(context, subject, left);
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
        if (carriedOver == MostCarriedOver) return;
        reading.Inherits = true;
        // 新批企业29家,其中总投资1000万美元以上的3家: of the class no more is named than what was counted.
        if (reading.IsThing && IsBehindSizeClass(reading.Left.SegmentStart) && context.Claims.Count > 0 && context.Claims[^1].Unit == "item")
        {
            reading.Subject = context.Claims[^1].Subject;
            return;
        }

        // 治理隐患1884处、搬迁26216户: the families are no hazards.
        if (Inheritance.MovesPeople(context, reading) is { } moved)
        {
            (reading.Subject, reading.Inherits, reading.Source) = (moved, false, SubjectSource.Before);
            return;
        }

        reading.Subject = Inheritance.Find(context, reading).For(reading.Dimension);
        if ((Inheritance.InPlaces(context, reading) ?? Inheritance.OfPlace(context, reading)) is { } people) reading.Subject = people;
        if (reading.Subject.Term is not null) return;
        // 新建、改建公路11条186公里: the unit of the first number did not fit what its name tells.
        var isAdjacent = previous.Number == reading.Number - 1 && previous.Number > 0 && previous.Left.HasName;
        if (isAdjacent) reading.Subject = SubjectFinder.Find(context, previous.Left.NameStart, previous.Left.NameEnd).For(reading.Dimension);
        if (!isAdjacent && reading.Subject.Term is null && Inheritance.OfOneUnit(context, reading) is { } counted) reading.Subject = counted;
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

    private bool SaysBoth(in Reading reading)
    {
        var tokens = context.Tokens;
        for (var i = reading.Left.PredicateStart; i < reading.Number; i++)
        {
            if (tokens[i].Is(Role.Respectively)) return true;
            if (tokens[i].Kind == TokenKind.Word && context.Text[tokens[i].Start] is '均' or '都' or '双') return true;
        }

        return false;
    }

    // 实施500万元以上项目80个: the class before the noun says which ones, not what was done before.
    private bool IsOfSizeClass(in LeftSide left)
    {
        var of = left.NameStart == left.SegmentStart + 1 && context.Tokens[left.SegmentStart].Is(Role.Of);
        return (of || left.NameStart == left.SegmentStart) && IsBehindSizeClass(left.SegmentStart);
    }

    private bool IsBehindSizeClass(int start) => Guards.ClassBefore(context, start, out _) == Guards.SizeClass;

    // Days and years of age are observations only of an indicator that is measured in them.
    private bool IsNothing(in Reading reading)
    {
        var name = context.Text[reading.Subject.Start..reading.Subject.End];
        if (name is [.., '天', '数'] or [.., '年', '限']) return false;
        return reading.Subject.Term is null || (reading.Subject.Term.Dimension & (Dimension.Time | Dimension.Ratio)) == 0;
    }
}
