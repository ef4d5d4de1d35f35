namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What a claim says beyond its sentence.</summary>
/// <param name="Status">Promised or reached.</param>
/// <param name="Period">The years it speaks of, or null.</param>
/// <param name="Modality">How firmly a target is stated, or null.</param>
/// <param name="Scope">Whose number it is.</param>
/// <param name="Place">The place as named, or null.</param>
/// <param name="RegionCode">Code of the place it is about, or null.</param>
/// <param name="StatusReason">What decided the status.</param>
/// <param name="PeriodReason">What gave the years.</param>
internal readonly record struct Resolved(Status Status, Period? Period, Modality? Modality, Scope Scope, string? Place, string? RegionCode,
    StatusReason StatusReason, PeriodReason PeriodReason);
