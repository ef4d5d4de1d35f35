using System.Globalization;
using IndicatorPipeline.Extraction;
using Spectre.Console;
using Status = IndicatorPipeline.Extraction.Status;

namespace IndicatorPipeline.Cli.Output;

/// <summary>A table for a person: one for each document, targets and outcomes in the order of the text.</summary>
internal sealed class TableSink(Stream output) : ObservationSink
{
    private readonly IAnsiConsole _console = Terminal.ForOutput(output);

    public override void Read(SourceDocument document)
    {
        var extraction = Extractor.Default.Extract(document);
        var targets = extraction.Observations.Count(observation => observation.Status == Status.Target);
        _console.MarkupLine($"[bold]{Markup.Escape(extraction.Document.Id)}[/]  {extraction.Speeches.Count} speech{(extraction.Speeches.Count == 1 ? "" : "es")}, {extraction.Observations.Count} observations, {targets} of them targets");
        foreach (var speech in extraction.Speeches)
        {
            WriteSpeech(extraction, speech);
        }

        _console.Profile.Out.Writer.Flush();
    }

    public override void Complete() => _console.Profile.Out.Writer.Flush();

    public override void Dispose() => output.Dispose();

    private void WriteSpeech(DocumentExtraction extraction, Speech speech)
    {
        var observations = extraction.Observations.Where(observation => observation.Speech.Number == speech.Number).ToList();
        if (observations.Count == 0)
        {
            return;
        }

        if (Heading(speech) is { Length: > 0 } heading)
        {
            _console.MarkupLine($"[grey]{Markup.Escape(heading)}[/]");
        }

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("Year").NoWrap());
        table.AddColumn(new TableColumn("Status").NoWrap());
        table.AddColumn(new TableColumn("Indicator"));
        table.AddColumn(new TableColumn("Measure").NoWrap());
        table.AddColumn(new TableColumn("Value").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Whose").NoWrap());
        table.AddColumn(new TableColumn("As said"));
        foreach (var observation in observations)
        {
            table.AddRow(
                Markup.Escape(ObservationWords.Period(observation.Period)),
                Coloured(observation.Status),
                Markup.Escape(ObservationWords.Indicator(observation)),
                Markup.Escape(ObservationWords.Measure(observation.Measure)),
                Markup.Escape(ObservationWords.Value(observation)),
                Markup.Escape(observation.Place ?? (observation.Scope == Scope.Own ? "" : observation.Scope.Code())),
                Said(observation));
        }

        _console.Write(table);
    }

    private static string Coloured(Status status) => status switch
    {
        Status.Target => "[yellow]target[/]",
        Status.Estimate => "[blue]estimate[/]",
        _ => "[green]actual[/]",
    };

    /// <summary>The words around the value, the value itself marked: enough to know the place again, short enough for one line.</summary>
    private static string Said(Observation observation)
    {
        var (before, value, after) = ObservationWords.Around(observation, 16);
        return $"{Markup.Escape(before)}[bold]{Markup.Escape(value)}[/]{Markup.Escape(after)}";
    }

    private static string Heading(Speech speech)
    {
        var day = speech.Date?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ?? speech.Year?.Value.ToString(CultureInfo.InvariantCulture);
        return string.Join("  ", new[] { speech.Title?.Value, speech.Place?.Value, day }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
