using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction;

/// <summary>Writes down what was recognised in each sentence; only present while somebody asks for an explanation.</summary>
internal sealed class Tracer
{
    /// <summary>Spans of the sentences with numbers.</summary>
    public List<TextSpan> Sentences { get; } = [];

    /// <summary>What was recognised, in order of the text.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>Adds the sentence in <paramref name="context"/>, after it was bound.</summary>
    public void Add(BindingContext context, FoldedText folded, TextSpan quote)
    {
        Sentences.Add(quote);
        var tokens = context.Sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is TokenKind.Text or TokenKind.Mark) continue;
            Mentions.Add(Mention(context, i, folded.SourceSpan(token.Start, token.End)));
        }
    }

    private static Mention Mention(BindingContext context, int at, TextSpan span)
    {
        var token = context.Sentence.Tokens[at];
        switch (token.Kind)
        {
            case TokenKind.Number:
                var numeral = context.Sentence.Numerals[token.Index];
                return new Mention(MentionKind.Number, span,
                    new Quantity(numeral.Low, numeral.High, numeral.Low == numeral.High ? Bound.Exact : Bound.Range, ""), null);
            case TokenKind.Quantity:
                var quantity = context.Sentence.Quantities[token.Index];
                var before = at > 0 && tokens(context)[at - 1].Is(Role.BoundBefore) ? tokens(context)[at - 1].Entry!.Bound : Bound.Exact;
                return new Mention(MentionKind.Quantity, span,
                    new Quantity(quantity.Low, quantity.High, Bounds.Of(context, at, before), quantity.Unit?.Code ?? ""),
                    Guards.Find(context, at) is { } guard ? $"no observation: {guard}" : null);
            case TokenKind.Time:
                var time = context.Sentence.Times[token.Index];
                return new Mention(MentionKind.Period, span, null,
                    $"{time.Kind} {time.From}..{time.To} {time.Part} {time.Use}{(time.IsDeadline ? " deadline" : "")}");
        }

        var entry = token.Entry!;
        if (entry.Indicator is { } term) return new Mention(MentionKind.Indicator, span, null, term.Indicator.Code);
        return entry.Is(Role.Place) ? new Mention(MentionKind.Place, span, null, entry.RegionCode ?? entry.Scope.Code())
            : new Mention(MentionKind.Word, span, null, entry.Roles.ToString());

        static Pieces<Token> tokens(BindingContext context) => context.Sentence.Tokens;
    }
}
