using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Whose number it is: the speaker's, the nation's, the province's or another place's.</summary>
internal static class ScopeReader
{
    /// <summary>Scope, the place as named and its code.</summary>
    public static (Scope Scope, string? Place, string? Code) Read(BindingContext context, in Claim claim, SpeechFacts facts)
    {
        var own = facts.Speech.RegionCode?.Value;
        if (claim.Place < 0) return (Scope.Own, null, own);
        ref readonly var token = ref context.Sentence.Tokens[claim.Place];
        var entry = token.Entry!;
        // 引进上海企业项目, 对美国出口: a place inside a name does not own the figure.
        if ((entry.RegionCode is not null || entry.Scope == Scope.Other) && !Owns(context, claim)) return (Scope.Own, null, own);
        var place = new string(context.Text[token.Start..token.End]);
        if (entry.RegionCode is { } code)
        {
            if (own is null || facts.Level == GovernmentLevel.Nation || Inside(code, own)) return (Scope.Own, place, code);
            // A named place is another place's figure only where it owns an indicator of the catalogue.
            return !claim.Subject.IsCore ? (Scope.Own, place, own) : (Inside(own, code) ? Scope.Province : Scope.Other, place, code);
        }

        var scope = entry.Scope switch
        {
            Scope.Nation when facts.Level == GovernmentLevel.Nation => Scope.Own,
            Scope.Province when facts.Level is GovernmentLevel.Province or GovernmentLevel.Nation or GovernmentLevel.Unknown => Scope.Own,
            var said => said,
        };
        // 全国重点实验室 is a name: only an indicator, or a place alone, is the nation's own figure.
        if (scope != Scope.Own && !claim.Subject.IsCore) return (Scope.Own, place, own);
        return (scope, place, scope switch
        {
            Scope.Own => own,
            Scope.Nation => "000000",
            Scope.Province when own is not null => string.Concat(own.AsSpan(0, 2), "0000"),
            _ => null,
        });
    }

    private static bool Owns(BindingContext context, in Claim claim)
    {
        var tokens = context.Sentence.Tokens;
        if (claim.Place > 0 && tokens[claim.Place - 1] is var before && (before.Is(Role.Action) || (before.Kind == TokenKind.Text && context.Text[before.End - 1] is '对' or '向' or '从' or '与'))) return false;
        for (var i = claim.Place + 1; i < claim.Token; i++)
        {
            if (tokens[i].Is(Role.Indicator) || tokens[i].Kind == TokenKind.Mark) return true;
            if (tokens[i].Kind == TokenKind.Text && tokens[i].Length > 1) return false;
        }

        return true;
    }

    // Whether the division of the first code lies in that of the second: 370100 in 370000.
    private static bool Inside(string inner, string outer)
    {
        var prefix = outer.AsSpan().TrimEnd('0');
        if (prefix.Length % 2 == 1) prefix = outer.AsSpan(0, prefix.Length + 1);
        return inner.AsSpan().StartsWith(prefix);
    }
}
