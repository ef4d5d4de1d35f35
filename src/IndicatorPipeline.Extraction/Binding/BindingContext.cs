using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>One sentence while its numbers are bound: what was read, what has been bound, and the subject that a bare predicate refers to.</summary>
internal sealed class BindingContext(Lexicon lexicon)
{
    private FoldedText folded = new();

    /// <summary>The words.</summary>
    public Lexicon Lexicon { get; } = lexicon;

    /// <summary>The pieces of the sentence.</summary>
    public Sentence Sentence { get; } = new();

    /// <summary>What has been bound in this sentence, in order of the text.</summary>
    public Pieces<Claim> Claims { get; } = new();

    /// <summary>Tokens of numbers that no rule could bind.</summary>
    public List<int> Unbound { get; } = [];

    /// <summary>The subject of the claim before, in this sentence or the one before it in the paragraph.</summary>
    public Subject Current { get; set; }

    /// <summary>The last subject that was named in full, which a later name can complete (规模以上工业企业 …, 利润).</summary>
    public Subject Topic { get; set; }

    /// <summary>The first indicator of the sentence, whose name's beginning later names can share (规模以上工业增加值 …, 利润).</summary>
    public Subject Head { get; set; }

    /// <summary>Whether a 新增 governs the following members of a list.</summary>
    public bool Adding { get; set; }

    /// <summary>Whether any word of the sentence has any of <paramref name="sought"/>: what it has not need not be looked for around each of its numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Says(Role sought) => (Sentence.Roles & sought) != 0;

    /// <summary>Number of tokens before the first number with a unit: the lead, or all of them.</summary>
    public int LeadEnd { get; private set; }

    /// <summary>Whether the punctuation mark can stand in the sentence; where it cannot, it need not be looked for. Marks that have the last six bits in common answer for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(char mark) => (Sentence.Marks & (1UL << mark)) != 0;

    /// <summary>The folded text of the document.</summary>
    public ReadOnlySpan<char> Text => folded.Span;

    /// <summary>Starts a document.</summary>
    public void Open(FoldedText text)
    {
        folded = text;
        Current = default;
    }

    /// <summary>Starts a sentence; its tokens have been read.</summary>
    public void Begin()
    {
        Claims.Clear();
        Unbound.Clear();
        LeadEnd = Sentence.Quantities.Count == 0 ? Sentence.Tokens.Count : FirstQuantity();
    }

    /// <summary>The folded text of the tokens from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public ReadOnlySpan<char> TextOf(int start, int end) =>
        end <= start ? [] : Text[Sentence.Tokens[start].Start..Sentence.Tokens[end - 1].End];

    /// <summary>The roles of all tokens from <paramref name="start"/> to before <paramref name="end"/>: what none of them can do need not be looked for.</summary>
    public Role RolesOf(int start, int end)
    {
        var roles = Role.None;
        foreach (ref readonly var token in Sentence.Tokens.Span[start..end]) roles |= token.Roles;
        return roles;
    }

    private int FirstQuantity()
    {
        var tokens = Sentence.Tokens;
        foreach (var number in Sentence.NumberTokens)
            if (tokens[number].Kind == TokenKind.Quantity) return number;
        return tokens.Count;
    }
}
