using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <content>What a number speaks of.</content>
internal sealed partial class Binder
{
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
        var mayShare = context.Says(Role.Of | Role.Negation) || reading.Dimension == Dimension.Households;
        if (mayShare && !reading.HasRight && EmptyNames.OnlyDeeds(context, left)
            && RightReader.Shared(context, reading) is { IsNamed: true } shared)
        {
            (reading.Subject, reading.Source) = (shared.For(reading.Dimension), SubjectSource.Behind);
            return;
        }

        if (left.HasName && ReadName(ref reading)) return;
        if (reading.HasRight && BuiltUpon.IsOne(context, reading.Number))
        {
            reading.Subject = BuiltUpon.Next(context, reading.Number).For(reading.Dimension);
            reading.Source = SubjectSource.Behind;
            if (reading.Subject.Term is null) Inherit(ref reading);
            return;
        }

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
        {
            return (!left.HasName || EmptyNames.OnlyGeneric(context, left)) && Pairing.AreAlike(context, left, reading.Number)
                && PairWithBefore(count, ref reading);
        }

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
        // 工业增加值增长9%,其中国有企业增长5%: no number of firms.
        else if (subject is { Name: null, Term.IsCore: false } && reading.IsPercent && context.Text[..subject.End] is [.., '企', '业']
            && Members.Next(context, reading, subject) is { IsNamed: true } ofFirmsOfKind)
            subject = ofFirmsOfKind;
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
        // 利润总额增长4%,其中股份制企业增长6%: the firms of one kind are no topic's.
        var member = ofClass ? default : Members.Next(context, reading, subject);
        var isOfFirms = member.IsNamed && context.Text[..subject.End] is [.., '企', '业'];
        var composed = ofClass || isOfFirms ? default : Topics.Compose(context, left, reading.Dimension).For(reading.Dimension);
        if (composed.Term is not null)
        {
            subject = composed;
            return;
        }

        if (member.IsNamed)
        {
            subject = member;
            reading.Source = SubjectSource.Composed;
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
}
