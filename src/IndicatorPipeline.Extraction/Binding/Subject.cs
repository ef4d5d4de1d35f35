using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>What a number speaks of.</summary>
/// <param name="Term">The catalogue's indicator, of either tier, or null for a quantity of something the catalogue does not hold.</param>
/// <param name="Start">Offset in the folded text of the name; 0 with <paramref name="End"/> 0 where there is none.</param>
/// <param name="End">Offset behind the name.</param>
/// <param name="Name">The name where it is not one stretch of text (财政大口径收入), else null.</param>
internal readonly record struct Subject(IndicatorTerm? Term, int Start, int End, string? Name = null)
{
    /// <summary>Whether it is the same name of the same indicator: most differ in their place, which is compared first.</summary>
    public bool Equals(Subject other) =>
        Start == other.Start && End == other.End && Name == other.Name && (ReferenceEquals(Term, other.Term) || Equals(Term, other.Term));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End, Name);

    /// <summary>Whether anything is named.</summary>
    public bool IsNamed => Name is not null || End > Start;

    /// <summary>Whether it is of the founding catalogue.</summary>
    public bool IsCore => Term is { IsCore: true };

    /// <summary>The same without its indicator where a number of <paramref name="dimension"/> is in no unit of it: of 高速公路8个项目 the indicator is only
    /// a part of the name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Subject For(Dimension dimension) => Term is null || Fits(Term, dimension) ? this : this with { Term = null };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Fits(IndicatorTerm term, Dimension dimension) => dimension switch
    {
        Dimension.Ratio or Dimension.Points => true,
        Dimension.Multiple => term.Dimension != Dimension.Ratio,
        Dimension.None => (term.Dimension & (Dimension.Money | Dimension.Persons | Dimension.Count)) != 0,
        _ when (term.Dimension & dimension) != 0 => true,
        // 优良天数340天, 养老保险参保人数: the two that are also told in another unit.
        Dimension.Time => term.Indicator.Code == "environment.good_air",
        Dimension.Persons => term.Dimension == Dimension.Ratio && term.Indicator.Code == "welfare.pension_coverage",
        _ => false,
    };
}
