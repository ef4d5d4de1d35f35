using System.CommandLine;
using IndicatorPipeline.Cli.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Query;

/// <summary><c>query</c>: what is stored, as a table at the terminal.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("what")
        {
            Description = "observations or outcomes (targets against what was reached)",
            DefaultValueFactory = _ => "observations",
        }.RefusingOptions();
        var indicator = new Option<string?>("--indicator", "-i") { Description = "Code (gdp, with its parts) or name (地区生产总值)" };
        var region = new Option<string?>("--region", "-r") { Description = "Six digits of GB/T 2260, CN, or a name (山东省)" };
        var year = new Option<string?>("--year", "-y") { Description = "2025, or 2023-2025" };
        var status = new Option<string?>("--status") { Description = "target, actual or estimate (observations)" };
        var measure = new Option<string?>("--measure") { Description = "level, growth, average_growth, increment, share, multiple or gap" };
        var document = new Option<string?>("--document", "-d") { Description = "Name of a document (observations)" };
        var text = new Option<string?>("--text") { Description = "Words that the sentence holds (observations)" };
        var limit = new Option<string?>("--limit", "-n") { Description = "Rows to show; 0 for all. 50 if not given, all with --csv" };
        var csv = new Option<bool>("--csv") { Description = "Comma-separated values instead of a table" };
        var chart = new Option<bool>("--chart") { Description = "Draw targets against outcomes by year (outcomes)" };
        var command = new Command("query", "Show what is stored.")
        {
            what, indicator, region, year, status, measure, document, text, limit, csv, chart,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var typed = new QueryArguments(
                parsed.GetValue(what)!,
                parsed.GetValue(indicator),
                parsed.GetValue(region),
                parsed.GetValue(year),
                parsed.GetValue(status),
                parsed.GetValue(measure),
                parsed.GetValue(document),
                parsed.GetValue(text),
                parsed.GetValue(limit),
                parsed.GetValue(csv),
                parsed.GetValue(chart));
            return QueryVerb.RunAsync(QueryRequest.From(typed), cancellationToken);
        });
        return command;
    }
}
