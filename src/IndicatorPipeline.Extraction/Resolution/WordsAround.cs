using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What the words around a number say about promised or reached. Asked for one number after another, it reads a sentence once.</summary>
internal sealed class WordsAround(BindingContext context)
{
    private StatusReader beforeClause;
    private int beforeEnd;
    private StatusReader inClause;
    private (int Start, int End) read;

    /// <summary>Starts a sentence.</summary>
    public void Begin()
    {
        (beforeClause, beforeEnd) = (default, 0);
        (inClause, read) = (default, default);
    }

    /// <summary>What the words of the clause before the number say, read on from the number before in the same clause.</summary>
    public ref readonly StatusReader InClause(int clause, int number)
    {
        if (clause != read.Start || number < read.End) (read, inClause) = ((clause, clause), default);
        if (context.Says(Sentence.Cues)) inClause.Add(context, read.End, number);
        inClause.Target |= inClause.Hopes;
        read.End = number;
        return ref inClause;
    }

    /// <summary>What the words of the sentence before the clause say, read on from the number before.</summary>
    public ref readonly StatusReader Before(int clause)
    {
        if (clause < beforeEnd) (beforeClause, beforeEnd) = (default, 0);
        if (beforeEnd < clause && context.Says(Sentence.Cues)) beforeClause.Add(context, beforeEnd, clause);
        beforeEnd = clause;
        return ref beforeClause;
    }
}
