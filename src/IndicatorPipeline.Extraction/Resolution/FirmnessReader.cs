using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>How firmly a target is stated: behind the number (约束性), in its clause, before it in the sentence; a forecast is an expectation.</summary>
internal static class FirmnessReader
{
    /// <summary>The firmness of <paramref name="claim"/>, or null where nothing tells it.</summary>
    /// <param name="context">The sentence.</param>
    /// <param name="claim">The number.</param>
    /// <param name="own">What the words of its clause say.</param>
    /// <param name="before">What the words of the sentence before that clause say.</param>
    public static Modality? Read(BindingContext context, in Claim claim, in StatusReader own, in StatusReader before)
    {
        var tokens = context.Sentence.Tokens;
        var behind = Bounds.End(tokens, claim.Token);
        if (behind + 1 < tokens.Count && (tokens[behind].IsMark('(') || tokens[behind].Is(Role.Of)) && tokens[behind + 1].Is(Role.Modality))
            return tokens[behind + 1].Entry!.Modality;
        if (own.Modality is { } said) return said;
        if (before.Modality is { } carried && !IsOfAnother(context, claim, before)) return carried;
        return own.Estimate || before.Estimate ? Modality.Expect : null;
    }

    // 增长12%,力争14%;财政收入增长6%: with no name beside the number the word is said of that one alone.
    private static bool IsOfAnother(BindingContext context, in Claim claim, in StatusReader before) =>
        before.Modality is Modality.Strive or Modality.Ensure
        && claim.Subject.Start > context.Sentence.Tokens[before.ModalityAt].Start && IsOfNumber(context.Sentence.Tokens, before.ModalityAt);

    // 力争14%, 力争达到6%左右: no name stands between the word and a number, nor behind the number.
    private static bool IsOfNumber(Pieces<Token> tokens, int word)
    {
        const Role Verbs = Role.Change | Role.ChangeTo | Role.Link | Role.BoundBefore | Role.Adverb | Role.Average;
        var i = word + 1;
        while (i < tokens.Count && tokens[i].Is(Verbs)) i++;
        if (i == tokens.Count || tokens[i].Kind != TokenKind.Quantity) return false;
        var behind = Bounds.End(tokens, i);
        return behind == tokens.Count || tokens[behind].Kind == TokenKind.Mark;
    }
}
