using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Promised or reached, and what decided it.</summary>
/// <remarks>One number: of two, each method that returns them would write one after the other to memory and read both back as one, and
/// wait.</remarks>
internal readonly struct Verdict
{
    private const int Reasons = 1 << 8;

    private readonly int packed;

    private Verdict(Status status, StatusReason reason) => packed = unchecked(((int)status * Reasons) + (int)reason);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Verdict((Status Status, StatusReason Reason) told) => new(told.Status, told.Reason);

    /// <summary>Promised or reached.</summary>
    public Status Status => unchecked((Status)(packed / Reasons));

    /// <summary>What decided it.</summary>
    public StatusReason Reason => unchecked((StatusReason)(packed % Reasons));
}
