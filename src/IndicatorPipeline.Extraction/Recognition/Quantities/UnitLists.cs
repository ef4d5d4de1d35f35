using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Recognition.Quantities;

/// <summary>Gives the members of a list the unit that only its last member has: 9.2万、4.1万、2.7万平方公里; 4.1、6.8和9.3个百分点.</summary>
internal static class UnitLists
{
    /// <summary>Completes the lists of <paramref name="sentence"/>.</summary>
    public static void Share(Sentence sentence)
    {
        if (sentence.Quantities.Count == 0) return;
        var tokens = sentence.Tokens;
        var numbers = sentence.NumberTokens;
        for (var last = numbers.Count - 1; last > 0; last--)
        {
            var i = numbers[last];
            if (i < 2 || tokens[i].Kind != TokenKind.Quantity) continue;
            ref readonly var measured = ref sentence.Quantities[tokens[i].Index];
            // 高于全国1.1个、全省1.7个百分点: the yardstick of each stands before its number.
            if (tokens[i - 1].Is(Role.Place) && measured.Unit is { Dimension: Dimension.Points })
            {
                i--;
                // 高于全国0.2个、低于全省0.4个百分点.
                if (tokens[i - 1].Is(Role.Gap)) i--;
            }

            if (i < 2 || (!tokens[i - 1].IsMark('、') && !tokens[i - 1].Is(Role.And))) continue;
            if (measured.Unit is not { } unit || unit.Dimension is Dimension.Count or Dimension.Grade or Dimension.Time) continue;
            var member = tokens[i - 2];
            if (member.Kind == TokenKind.Quantity && sentence.Quantities[member.Index] is { Unit: null } bare)
            {
                sentence.Quantities[member.Index] = bare with { Low = bare.Low * unit.Factor, High = bare.High * unit.Factor, Unit = unit };
            }
            // 0.4个和0.2个百分点.
            else if (unit.Dimension == Dimension.Points && member.Kind == TokenKind.Quantity
                && sentence.Quantities[member.Index] is { Unit: { Code: "item", Factor: 1 } } counted)
            {
                sentence.Quantities[member.Index] = counted with { Unit = unit };
            }
            else if (member.Kind == TokenKind.Number && sentence.Numerals[member.Index] is var number && !number.Is(NumeralTraits.Chinese)
                && !number.Is(NumeralTraits.Year))
            {
                tokens[i - 2] = member.AsQuantity(sentence.Quantities.Count);
                sentence.Quantities.Add(new QuantityMention(member.Start, member.End, number.Low * unit.Factor, number.High * unit.Factor, unit,
                    measured.Per, number.Traits, number.Low != number.High));
            }
        }
    }
}
