namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What holds where a sentence stands: the section, the paragraph's lead, the time last given.</summary>
internal struct Setting
{
    /// <summary>What the section does.</summary>
    public SectionKind Section;

    /// <summary>What the sentences before in the paragraph or under the heading told of, or null.</summary>
    public Status? Status;

    /// <summary>The period that the paragraph's lead gave, or null.</summary>
    public Period? Period;

    /// <summary>The period that the section's heading gives its outcomes, or null.</summary>
    public Period? SectionPeriod;

    /// <summary>A new paragraph begins: what the lead of the last one said about time no longer holds.</summary>
    public void Enter()
    {
        Period = null;
    }
}
