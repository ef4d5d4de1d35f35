using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Binds the numbers of one sentence to what they speak of: a pure function of the sentence and the subject before it.</summary>
internal sealed partial class Binder(BindingContext context)
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

    // Days and years of age are observations only of an indicator that is measured in them.
    private bool IsNothing(in Reading reading)
    {
        var name = context.Text[reading.Subject.Start..reading.Subject.End];
        if (name is [.., '天', '数'] or [.., '年', '限']) return false;
        return reading.Subject.Term is null || (reading.Subject.Term.Dimension & (Dimension.Time | Dimension.Ratio)) == 0;
    }
}
