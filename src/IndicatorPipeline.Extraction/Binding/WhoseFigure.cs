using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Counts that only say whose figure the next number is: 64个经济园区规上工业总产值占全省71%.</summary>
internal static class WhoseFigure
{
    private const int ShortestFigure = 5;

    private const Role Verbs = Role.Change | Role.ChangeTo | Role.Link | Role.Share | Role.Pace | Role.Gap | Role.BoundBefore | Role.Keep
        | Role.Respectively | Role.Adverb | Role.Than;

    private const Role Nouns = Role.Indicator | Role.Suffix | Role.Works | Role.Modifier | Role.Of | Role.People | Role.Abstract;

    /// <summary>Whether the figure of what is counted follows: 23个行业增加值增长6%, 57个断面优良率和94个功能区达标率均为98%.</summary>
    public static bool Follows(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var i = number + 1;
        if (i == tokens.Count || tokens[i].Kind is not (TokenKind.Text or TokenKind.Word)) return false;
        while (i < tokens.Count && (tokens[i].Kind == TokenKind.Text || tokens[i].Is(Nouns) || tokens[i].Roles == Role.Unit || IsOfFigure(tokens, i)))
            i++;
        if (i == number + 1 || i == tokens.Count) return false;
        if (IsOfPlaces(context, number, i)) return true;
        if (tokens[i - 1].End - tokens[number].End < ShortestFigure || !IsFigure(context, tokens[i - 1])) return false;
        if (tokens[i].Is(Role.And) && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Quantity) return Follows(context, i + 1);
        while (i < tokens.Count && (tokens[i].Is(Verbs | Role.Place) || tokens[i].Kind == TokenKind.Time)) i++;
        if (i == tokens.Count || tokens[i].Kind != TokenKind.Quantity || !tokens[i - 1].Is(Verbs | Role.Place)) return false;
        ref readonly var figure = ref context.Quantities[tokens[i].Index];
        return figure.Dimension != Dimension.Count && !figure.Is(NumeralTraits.ScaleOnly);
    }

    /// <summary>Whether the figure of so many goods follows: 三十多种|主要产品产量, 18种|农副产品的收购价格.</summary>
    public static bool FollowsGoods(ReadOnlySpan<char> behind)
    {
        const int Furthest = 14;
        var window = behind[..Math.Min(behind.Length, Furthest)];
        var goods = Math.Max(window.IndexOf("产品"), window.IndexOf("商品"));
        if (goods < 0 || window[..goods].IndexOfAny(',', '。', ';') >= 0) return false;
        return window[(goods + 2)..] is ['产', '量', ..] or ['的', '产', '量', ..] or ['的', '收', '购', ..] or ['的', '价', '格', ..];
    }

    // 市场|销售|额: the verb is a part of the figure's name.
    private static bool IsOfFigure(Pieces<Token> tokens, int i) =>
        tokens[i].Is(Role.Action) && i + 1 < tokens.Count && tokens[i + 1].Is(Role.Suffix) && tokens[i + 1].Length == 1;

    // 内地9市进出口|7.95万亿元: whose it is.
    private static bool IsOfPlaces(BindingContext context, int number, int next)
    {
        var tokens = context.Tokens;
        return tokens[number + 1].Is(Role.Indicator) && context.Text[tokens[number].End - 1] is '市' or '省' or '国' or '县'
            && tokens[next].Kind == TokenKind.Quantity
            && context.Quantities[tokens[next].Index].Dimension is Dimension.Money or Dimension.Ratio;
    }

    private static bool IsFigure(BindingContext context, in Token token) =>
        token.Is(Role.Indicator | Role.Suffix) && context.Text[token.End - 1] is '率' or '值' or '量' or '额' or '度' or '入' or '例' or '润' or '格';
}
