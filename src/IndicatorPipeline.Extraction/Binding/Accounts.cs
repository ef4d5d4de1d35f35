namespace IndicatorPipeline.Extraction.Binding;

/// <summary>The two sides of an account: 政府性基金预算收入8亿元,支出7亿元 is its revenue and its expenditure.</summary>
internal static class Accounts
{
    private const string Revenue = "收入";
    private const string Expenditure = "支出";

    /// <summary>The side that a bare 支出 or 收入 before a sum of money names, by the other side told of before; nothing where it names none.</summary>
    public static Subject Other(BindingContext context, in LeftSide left)
    {
        if (context.Text[context.Tokens[left.NameEnd - 1].End - 1] is not ('出' or '入' or '应')) return default;
        var (own, other) = context.TextOf(left.NameStart, left.NameEnd) switch
        {
            "支出" or "支出相应" or "总支出" or "当年支出" => (Expenditure, Revenue),
            "收入" or "收入相应" or "当年收入" => (Revenue, Expenditure),
            _ => default,
        };
        if (own is null) return default;
        // 收入…,主要是出让收入增加5亿元;支出…: behind a semicolon the sentence's first subject goes before the last.
        var isItem = left.SegmentStart > 0 && context.Tokens[left.SegmentStart - 1].IsMark(';');
        var (first, second) = isItem ? (context.Head, context.Current) : (context.Current, context.Head);
        var found = Mirror(context, left, first, own, other);
        return found.IsNamed ? found : Mirror(context, left, second, own, other);
    }

    private static Subject Mirror(BindingContext context, in LeftSide left, in Subject told, string own, string other)
    {
        if (!told.IsNamed) return default;
        var name = context.NameOf(told);
        if (name.Length <= other.Length || !name.EndsWith(other, StringComparison.Ordinal)) return default;
        if (name.IndexOf("财政") < 0 && name.IndexOf("预算") < 0 && name.IndexOf("基金") < 0) return default;
        var whole = string.Concat(name[..^other.Length], own);
        var term = context.Lexicon.Find(whole)?.Indicator;
        // Of a founding indicator the topics know the other side.
        if (term is null && told.IsCore) return default;
        return new Subject(term, context.Tokens[left.NameStart].Start, context.Tokens[left.NameEnd - 1].End, whole);
    }
}
