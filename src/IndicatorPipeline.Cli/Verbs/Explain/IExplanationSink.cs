using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Verbs.Explain;

/// <summary>Where explanations go.</summary>
internal interface IExplanationSink : IDisposable
{
    void Write(Explanation explanation);
}
