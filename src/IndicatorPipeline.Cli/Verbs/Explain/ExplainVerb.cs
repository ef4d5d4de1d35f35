using System.Text;
using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Verbs.Explain;

/// <summary>Explains one sentence, or each line of standard input.</summary>
internal static class ExplainVerb
{
    public static int Run(ExplainRequest request, CancellationToken cancellationToken)
    {
        using var output = StandardOutput.Open();
        using IExplanationSink sink = request.Json ? new ExplanationJson(output) : new ExplanationTree(output);
        foreach (var sentence in request.Sentence is { } one ? [one] : Lines())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!string.IsNullOrWhiteSpace(sentence))
            {
                sink.Write(Extractor.Default.Explain(request.Given.AddTo(new SourceDocument { Id = "sentence", Text = sentence })));
            }
        }

        return ExitCode.Success;
    }

    private static IEnumerable<string> Lines()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 1 << 16);
        while (input.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
