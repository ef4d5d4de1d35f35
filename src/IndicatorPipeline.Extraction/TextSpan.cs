namespace IndicatorPipeline.Extraction;

/// <summary>A half-open range of UTF-16 code units of a document's text as decoded.</summary>
/// <remarks>Invariant: <c>0 &lt;= Start &lt;= End</c>. The default value is the empty span at 0.</remarks>
public readonly record struct TextSpan
{
    /// <param name="start">Offset of the first code unit.</param>
    /// <param name="end">Offset behind the last code unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are negative or in the wrong order.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>Offset of the first code unit.</summary>
    public int Start { get; }

    /// <summary>Offset behind the last code unit.</summary>
    public int End { get; }

    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether <paramref name="offset"/> lies inside.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The text of the span.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <inheritdoc/>
    public override string ToString() => $"{Start}..{End}";
}
