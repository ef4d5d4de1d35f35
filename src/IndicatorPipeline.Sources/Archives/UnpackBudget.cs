using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Archives;

/// <summary>How much an outermost archive may still unpack to, all nested ones counted in.</summary>
/// <param name="maxBytes">Most bytes in all.</param>
/// <param name="maxRatio">Most unpacked bytes for each packed one.</param>
/// <param name="packed">How many packed bytes have been read, or the archive's size.</param>
internal sealed class UnpackBudget(long maxBytes, int maxRatio, Func<long> packed)
{
    // Small files of one repeated line compress far better than honest large ones.
    private const long RatioFrom = 16L << 20;

    private long unpacked;

    /// <summary>Whether more was unpacked than is allowed; then nothing more may be.</summary>
    public bool IsSpent { get; private set; }

    /// <exception cref="ProblemException">More was unpacked than is allowed.</exception>
    public void Spend(int bytes)
    {
        unpacked += bytes;
        if (unpacked > maxBytes || (unpacked > RatioFrom && unpacked / maxRatio > Math.Max(packed(), 1)))
        {
            IsSpent = true;
            throw new ProblemException(Problems.UnpacksTooFar(unpacked, packed()));
        }
    }
}
