namespace IndicatorPipeline.Sources.Documents;

/// <summary>Carries a <see cref="Problem"/> out of the depth of a stream to the one place that reports it. Never leaves the library.</summary>
internal sealed class ProblemException(Problem problem) : IOException(problem.Reason)
{
    public Problem Problem { get; } = problem;
}
