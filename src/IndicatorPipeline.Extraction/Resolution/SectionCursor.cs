using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Follows the outline of a speech while its sentences are read in order.</summary>
/// <param name="sections">The outline, in order of the text.</param>
/// <param name="folded">The speech.</param>
internal sealed class SectionCursor(IReadOnlyList<Section> sections, FoldedText folded)
{
    private int next;
    private int end = int.MaxValue;

    // Where the next section begins or this one ends, whichever comes first.
    private int change;

    /// <summary>What the section at the cursor does.</summary>
    public SectionKind Kind { get; private set; }

    /// <summary>The section's heading.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>Moves to <paramref name="offset"/> of the folded text; true when a new section begins there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveTo(int offset) => offset >= change && Leave(offset);

    private bool Leave(int offset)
    {
        var moved = false;
        for (; next < sections.Count && folded.Offset(sections[next].Span.Start) <= offset; next++)
        {
            var section = sections[next];
            (Kind, Heading, end) = (section.Kind, section.Heading, folded.Offset(section.Span.End));
            moved = true;
        }

        if (offset >= end)
        {
            (Kind, Heading, end) = (SectionKind.Unknown, "", int.MaxValue);
            moved = true;
        }

        change = next < sections.Count ? Math.Min(end, folded.Offset(sections[next].Span.Start)) : end;
        return moved;
    }
}
