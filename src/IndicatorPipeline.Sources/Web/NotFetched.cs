using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Web;

/// <summary>Nothing.</summary>
/// <param name="Problem">Why.</param>
/// <param name="MayRetry">Whether another try may do better.</param>
/// <param name="RetryAfter">How long the server asks to wait before, or null.</param>
internal sealed record NotFetched(Problem Problem, bool MayRetry, TimeSpan? RetryAfter = null) : Fetch;
