using System.Globalization;
using IndicatorPipeline.Cli.Output;
using Spectre.Console;

namespace IndicatorPipeline.Cli.Verbs.Query;

/// <summary>
/// Targets against outcomes by year, one line a year: <c>▒</c> is what the target allows (a floor runs to the right, a ceiling to the left), <c>│</c>
/// a target that is one number, <c>●</c> what was reached.
/// </summary>
internal static class OutcomeChart
{
    private const int Width = 40;

    public static void Write(IReadOnlyList<OutcomeRow> rows, IAnsiConsole console)
    {
        if (rows.Count == 0)
        {
            console.WriteLine("No targets and no outcomes; widen --indicator, --region or --year");
        }
        else
        {
            console.WriteLine("▒ what the target allows  │ a target of one number  ● what was reached; each chart has its own scale");
            console.WriteLine();
        }

        foreach (var series in rows.GroupBy(row => (row.RegionName, row.IndicatorNameZh, row.Measure)))
        {
            Write(series.Key.RegionName, series.Key.IndicatorNameZh, series.Key.Measure, [.. series], console);
        }

        console.Profile.Out.Writer.Flush();
    }

    private static void Write(string region, string indicator, string measure, IReadOnlyList<OutcomeRow> rows, IAnsiConsole console)
    {
        console.MarkupLine($"[bold]{Markup.Escape(region)}  {Markup.Escape(indicator)}[/]  {measure.Replace('_', ' ')}");
        var numbers = rows.SelectMany(row => new[] { row.TargetLow, row.TargetHigh, row.OutcomeLow, row.OutcomeHigh }).OfType<decimal>().ToList();
        if (numbers.Count == 0)
        {
            numbers.Add(0);
        }

        var margin = Math.Max((numbers.Max() - numbers.Min()) * 0.15m, Math.Abs(numbers.Max()) * 0.02m);
        var axis = new Axis(numbers.Min() - margin, numbers.Max() + margin);
        var unit = rows.Select(row => row.TargetUnit ?? row.OutcomeUnit).FirstOrDefault(unit => unit is not null);
        var least = QuantityWords.Of(axis.Rounded(axis.From), axis.Rounded(axis.From), "=", unit);
        console.WriteLine($"      {least.PadRight(Width - 8)}{QuantityWords.Of(axis.Rounded(axis.To), axis.Rounded(axis.To), "=", unit)}");
        foreach (var row in rows)
        {
            var reached = QuantityWords.Of(row.OutcomeLow, row.OutcomeHigh, row.OutcomeBound, row.OutcomeUnit);
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Year}  {Line(row, axis)}  promised {Or(QueryReport.Promised(row), "nothing")}, reached {Or(reached, "not reported")}{row.Met switch { true => "  met", false => "  missed", null => "" }}"));
        }

        console.WriteLine();
    }

    /// <summary>One year, <see cref="Width"/> characters.</summary>
    internal static string Line(OutcomeRow row, Axis axis)
    {
        var cells = new string('·', Width).ToCharArray();
        if (row.TargetLow is { } low && row.TargetHigh is { } high)
        {
            var (from, to) = row.TargetBound switch
            {
                ">=" or ">" => (axis.Place(low), Width - 1),
                "<=" or "<" => (0, axis.Place(high)),
                _ => (axis.Place(low), axis.Place(high)),
            };
            Array.Fill(cells, from == to ? '│' : '▒', from, to - from + 1);
        }

        if (row.OutcomeLow is { } reached && row.OutcomeHigh is { } upTo)
        {
            cells[axis.Place((reached + upTo) / 2)] = '●';
        }

        return new string(cells);
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    /// <summary>From numbers to characters.</summary>
    internal readonly record struct Axis(decimal From, decimal To)
    {
        /// <summary>A number to show at an end: what is smaller than a hundredth of the axis cannot be seen on it.</summary>
        public decimal Rounded(decimal value)
        {
            var step = 1m;
            while (step * 100 <= To - From)
            {
                step *= 10;
            }

            while (step > To - From && step > 0.0001m)
            {
                step /= 10;
            }

            return Math.Round(value / (step / 10)) * (step / 10);
        }

        public int Place(decimal value) =>
            To <= From ? Width / 2 : (int)Math.Clamp(Math.Round((value - From) / (To - From) * (Width - 1)), 0, Width - 1);
    }
}
