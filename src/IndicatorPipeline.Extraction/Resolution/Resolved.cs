namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What a claim says beyond its sentence; filled where it lies.</summary>
internal struct Resolved
{
    /// <summary>Promised or reached.</summary>
    public Status Status;

    /// <summary>What decided the status.</summary>
    public StatusReason StatusReason;

    /// <summary>The years it speaks of, or null.</summary>
    public Period? Period;

    /// <summary>What gave the years.</summary>
    public PeriodReason PeriodReason;

    /// <summary>How firmly a target is stated, or null.</summary>
    public Modality? Modality;

    /// <summary>Whose number it is.</summary>
    public Scope Scope;

    /// <summary>The place as named, or null.</summary>
    public string? Place;

    /// <summary>Code of the place it is about, or null.</summary>
    public string? RegionCode;
}
