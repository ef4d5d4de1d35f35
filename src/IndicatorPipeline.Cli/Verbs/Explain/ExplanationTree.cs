using System.Globalization;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Extraction;
using Spectre.Console;

namespace IndicatorPipeline.Cli.Verbs.Explain;

/// <summary>A tree for a person: the sentence, what it states and why, what was recognised, what is left.</summary>
internal sealed class ExplanationTree(Stream output) : IExplanationSink
{
    private readonly IAnsiConsole _console = Terminal.ForOutput(output);

    public void Write(Explanation explanation)
    {
        var text = explanation.Extraction.Document.Text;
        var tree = new Tree(Markup.Escape(text));
        foreach (var observation in explanation.Extraction.Observations)
        {
            Add(tree, observation);
        }

        var recognised = tree.AddNode("[grey]recognised[/]");
        foreach (var mention in explanation.Mentions)
        {
            var value = mention.Value is { } quantity
                ? $" = {QuantityWords.Of(quantity.Low, quantity.High, quantity.Bound.Code(), quantity.Unit)}"
                : "";
            var note = mention.Note is { Length: > 0 } words ? $"  ({words})" : "";
            recognised.AddNode($"[grey]{mention.Kind.ToString().ToLowerInvariant(),-9} {At(mention.Span)}[/] {Markup.Escape(mention.Span.In(text).ToString())}{Markup.Escape(value)}[grey]{Markup.Escape(note)}[/]");
        }

        if (explanation.Extraction.Unbound.Count > 0)
        {
            var unbound = tree.AddNode("[grey]belongs to no indicator[/]");
            foreach (var span in explanation.Extraction.Unbound)
            {
                unbound.AddNode($"[grey]{At(span)}[/] {Markup.Escape(span.In(text).ToString())}");
            }
        }

        _console.Write(tree);
    }

    public void Dispose() => _console.Profile.Out.Writer.Flush();

    private static void Add(Tree tree, Observation observation)
    {
        var (indicator, stated) = (ObservationWords.Indicator(observation), ObservationWords.Value(observation));
        var node = tree.AddNode($"[bold]{Markup.Escape(indicator)} {Markup.Escape(stated)}[/]");
        var code = observation.Indicator ?? observation.OpenIndicator ?? "not in the catalogue";
        var whose = new[] { observation.Scope.Code(), observation.Place, observation.RegionCode }.Where(part => !string.IsNullOrEmpty(part));
        (string Name, string Value)[] facts =
        [
            ("value", $"{observation.ValueText}  {At(observation.Span)}"),
            ("indicator", $"{code}, named {observation.IndicatorText} ({observation.Derivation.Subject})"),
            ("measure", ObservationWords.Measure(observation.Measure)),
            ("status", $"{observation.Status.Code()} ({observation.Derivation.Status})"),
            ("period", $"{ObservationWords.Period(observation.Period)} ({observation.Derivation.Period})"),
            ("whose", string.Join(", ", whose)),
            ("rule", $"{observation.Rule}, confidence {observation.Confidence.ToString("0.##", CultureInfo.InvariantCulture)}"),
        ];
        foreach (var (name, value) in facts)
        {
            node.AddNode($"[grey]{name,-9}[/] {Markup.Escape(value)}");
        }
    }

    private static string At(TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}–{span.End}");
}
