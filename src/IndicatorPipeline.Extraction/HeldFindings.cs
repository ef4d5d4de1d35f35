using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction;

/// <summary>Findings that wait until some are there, and are then handed on in order.</summary>
/// <remarks>To find and to write down are two large pieces of code; taken in turns for each number they would push one another out of the processor's
/// cache of instructions, which costs more than holding a few findings.</remarks>
internal sealed class HeldFindings
{
    private const int Most = 32;

    private readonly Finding[] held = new Finding[Most];
    private Found? found;
    private int count;

    /// <summary>The place behind the last: to be filled, field by field, and then taken in by <see cref="AddNext"/>. Until then it holds what some earlier
    /// finding was.</summary>
    public ref Finding Next
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref held[count];
    }

    /// <summary>Starts a document, of which <paramref name="found"/> is told.</summary>
    public void Open(Found found)
    {
        this.found = found;
        count = 0;
    }

    /// <summary>Takes in what <see cref="Next"/> holds; where that fills the last place, all are handed on.</summary>
    public void AddNext()
    {
        if (++count == Most) Tell();
    }

    /// <summary>Hands on all that are held.</summary>
    public void Tell()
    {
        var told = held.AsSpan(0, count);
        count = 0;
        foreach (ref readonly var finding in told) found!(finding);
    }
}
