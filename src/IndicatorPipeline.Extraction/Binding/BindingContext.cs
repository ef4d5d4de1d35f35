using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>One sentence while its numbers are bound: what was read, what has been bound, and the subject that a bare predicate refers to.</summary>
internal sealed class BindingContext
{
    private const int None = -1;

    private readonly Subject nothing = new(null, 0, 0);
    private FoldedText folded = new();

    // The subject that the sentence before left; and the claims that have taken its place.
    private Subject carried;
    private int current = None;
    private int topic = None;
    private int head = None;

    // The token whose clause was asked for last, and the first of that clause.
    private (int Of, int Start) clause;

    public BindingContext(Lexicon lexicon)
    {
        Lexicon = lexicon;
        (Tokens, Quantities) = (Sentence.Tokens, Sentence.Quantities);
    }

    /// <summary>The words.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>How the names of indicators begin and end.</summary>
    public NameEdges Edges { get; } = NameEdges.Default;

    /// <summary>The pieces of the sentence.</summary>
    public Sentence Sentence { get; } = new();

    /// <summary>The words, marks, numbers and times of the sentence.</summary>
    public Pieces<Token> Tokens { get; }

    /// <summary>The numbers with units of the sentence.</summary>
    public Pieces<QuantityMention> Quantities { get; }

    /// <summary>What has been bound in this sentence, in order of the text.</summary>
    public Pieces<Claim> Claims { get; } = new();

    /// <summary>Tokens of numbers that no rule could bind.</summary>
    public Pieces<int> Unbound { get; } = new();

    /// <summary>The subject of the claim before, in this sentence or the one before it in the paragraph.</summary>
    public ref readonly Subject Current => ref SubjectOf(current, carried);

    /// <summary>The last subject that was named in full, which a later name can complete (规模以上工业企业 …, 利润).</summary>
    public ref readonly Subject Topic => ref SubjectOf(topic, carried);

    /// <summary>The first indicator of the sentence, whose name's beginning later names can share (规模以上工业增加值 …, 利润).</summary>
    public ref readonly Subject Head => ref SubjectOf(head, nothing);

    /// <summary>Whether a 新增 governs the following members of a list.</summary>
    public bool Adding { get; set; }

    /// <summary>The list of numbers whose end was looked for last: the token it was looked for from and the one behind the list.</summary>
    public (int First, int End) List { get; set; }

    /// <summary>The tokens among which the last search for a subject found none: from its first to before its end.</summary>
    public (int First, int End) Unnamed { get; set; }

    /// <summary>The name for which the last search for a topic in the clauses before found none, the token that the search went back to and the last
    /// one that it saw.</summary>
    public (int Since, int Last, TextSpan Name) Topicless { get; set; }

    /// <summary>Whether any word of the sentence has any of <paramref name="sought"/>: what it has not need not be looked for around each of its
    /// numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Says(Role sought) => (Sentence.Roles & sought) != 0;

    /// <summary>Number of tokens before the first number with a unit: the lead, or all of them.</summary>
    public int LeadEnd { get; private set; }

    /// <summary>Whether any of the punctuation marks, each a bit by its last six, can stand in the sentence; where none can, they need not be looked
    /// for. Marks that have the last six bits in common answer for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(ulong marks) => (Sentence.Marks & marks) != 0;

    /// <summary>The folded text of the document.</summary>
    public ReadOnlySpan<char> Text => folded.Span;

    /// <summary>Starts a document.</summary>
    public void Open(FoldedText text)
    {
        folded = text;
        Forget();
    }

    /// <summary>Forgets the subject of the claim before: a paragraph or section begins.</summary>
    public void Forget() => (carried, current) = (default, None);

    /// <summary>Starts a sentence; its tokens have been read.</summary>
    public void Begin()
    {
        carried = Current;
        (current, topic, head) = (None, None, None);
        clause = List = Unnamed = default;
        Topicless = default;
        Claims.Clear();
        Unbound.Clear();
        LeadEnd = Quantities.Count == 0 ? Tokens.Count : FirstQuantity();
    }

    /// <summary>Appends the claim that lies behind the last, and goes on with its subject.</summary>
    /// <param name="isComposed">Whether the topic completed its name, which then is no topic itself.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddClaim(bool isComposed)
    {
        current = Claims.Count;
        Claims.AddNext();
        if (!isComposed) topic = current;
        if (head == None && Claims[current].Subject.Term is not null) head = current;
    }

    /// <summary>The folded text of the token <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<char> TextOf(int at)
    {
        ref readonly var token = ref Tokens[at];
        return Text[token.Start..token.End];
    }

    /// <summary>What a subject is called: as it was composed, else the folded text where it stands.</summary>
    public ReadOnlySpan<char> NameOf(in Subject subject) => subject.Name ?? Text[subject.Start..subject.End];

    /// <summary>The indicator that the word at <paramref name="at"/> names, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IndicatorTerm? IndicatorAt(int at) => Tokens[at].IndicatorIn(Lexicon);

    /// <summary>The folded text of the tokens from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public ReadOnlySpan<char> TextOf(int start, int end) =>
        end <= start ? [] : Text[Tokens[start].Start..Tokens[end - 1].End];

    /// <summary>The roles of all tokens from <paramref name="start"/> to before <paramref name="end"/>: what none of them can do need not be looked
    /// for.</summary>
    public Role RolesOf(int start, int end)
    {
        var roles = Role.None;
        foreach (ref readonly var token in Tokens.Span[start..end]) roles |= token.Roles;
        return roles;
    }

    /// <summary>First token of the clause that the token <paramref name="at"/> stands in or ends. Asked for one number after another, it reads the
    /// sentence once.</summary>
    public int ClauseStart(int at)
    {
        var known = at >= clause.Of ? clause : default;
        var start = at;
        while (start > known.Of && !Boundaries.IsClauseMark(Tokens[start - 1])) start--;
        if (start == known.Of) start = known.Start;
        clause = (at, start);
        return start;
    }

    private ref readonly Subject SubjectOf(int claim, in Subject otherwise) => ref claim == None ? ref otherwise : ref Claims[claim].Subject;

    private int FirstQuantity()
    {
        var tokens = Tokens;
        foreach (var number in Sentence.NumberTokens)
            if (tokens[number].Kind == TokenKind.Quantity) return number;
        return tokens.Count;
    }
}
