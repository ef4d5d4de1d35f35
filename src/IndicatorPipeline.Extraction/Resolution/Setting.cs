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

    /// <summary>Whether the paragraph's lead named a time that no year can be given for (a masked year, 近年来).</summary>
    public bool IsTimeUnknown;

    /// <summary>A new paragraph begins: what the lead of the last one said about time no longer holds.</summary>
    public void Enter()
    {
        Period = null;
        IsTimeUnknown = false;
    }
}
