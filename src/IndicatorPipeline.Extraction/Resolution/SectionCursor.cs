namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Follows the outline of a speech while its sentences are read in order.</summary>
internal sealed class SectionCursor(IReadOnlyList<Section> sections)
{
    private int next;
    private int end = -1;

    /// <summary>What the section at the cursor does.</summary>
    public SectionKind Kind { get; private set; }

    /// <summary>The section's heading.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>Moves to <paramref name="offset"/> of the document's text; true when a new section begins there.</summary>
    public bool MoveTo(int offset)
    {
        var moved = false;
        while (next < sections.Count && sections[next].Span.Start <= offset)
        {
            Kind = sections[next].Kind;
            Heading = sections[next].Heading;
            end = sections[next].Span.End;
            next++;
            moved = true;
        }

        if (end >= 0 && offset >= end)
        {
            Kind = SectionKind.Unknown;
            Heading = "";
            end = -1;
            moved = true;
        }

        return moved;
    }
}
