using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>The years of a number, or null, and what gave them or why there are none.</summary>
/// <remarks>One number, as a <see cref="Verdict"/> is.</remarks>
internal readonly struct Dated
{
    private const int BitsOfPeriod = 32;

    private readonly ulong packed;

    private Dated(Period? period, PeriodReason reason) => packed = unchecked(((ulong)reason << BitsOfPeriod) | Extraction.Period.Pack(period));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Dated((Period? Period, PeriodReason Reason) dated) => new(dated.Period, dated.Reason);

    /// <summary>The years, or null.</summary>
    public Period? Period => Extraction.Period.Unpack(unchecked((uint)packed));

    /// <summary>What gave them.</summary>
    public PeriodReason Reason => unchecked((PeriodReason)(packed >> BitsOfPeriod));
}
