namespace IndicatorPipeline.Extraction;

/// <summary>An administrative division of China.</summary>
/// <param name="Code">Six digits of GB/T 2260; <c>000000</c> is the nation.</param>
/// <param name="Name">Full name (<c>内蒙古自治区</c>).</param>
/// <param name="ShortName">Name without its kind (<c>内蒙古</c>).</param>
/// <param name="NameEn">English name, or null.</param>
/// <param name="Level">Nation, province, prefecture or county.</param>
/// <param name="ParentCode">Code of the division above, or null for the nation.</param>
public sealed record Region(
    string Code,
    string Name,
    string ShortName,
    string? NameEn,
    GovernmentLevel Level,
    string? ParentCode)
{
    /// <summary>Names it bore since 1980 or that were merged into it (<c>襄樊市</c>, <c>襄樊</c>).</summary>
    public IReadOnlyList<string> OldNames { get; init; } = [];

    /// <summary>Its place in the table, from 0.</summary>
    internal int Ordinal { get; init; }
}
