using IndicatorPipeline.Sources.Tests.Making;

namespace IndicatorPipeline.Sources.Tests;

/// <summary>
/// What each odd input gives, all results in order: <c>odd-inputs.tsv</c>. With <c>INDICATORS_UPDATE_FILE</c> set to its path it is written
/// anew, to be read in review.
/// </summary>
public class OddInputTests
{
    private static readonly string Table = Path.Combine(AppContext.BaseDirectory, "odd-inputs.tsv");

    public static TheoryData<string> Names() => [.. OddInputs.All.Select(input => input.Name).Where(name => !IsPdf(name))];

    public static TheoryData<string> PdfNames() => [.. OddInputs.All.Select(input => input.Name).Where(IsPdf)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_odd_input_gives_what_the_table_says(string name)
    {
        var input = OddInputs.All.Single(input => input.Name == name);
        Assert.Equal(Expected()[name], await Gives(input));
    }

    [PopplerTheory]
    [MemberData(nameof(PdfNames))]
    public Task An_odd_PDF_gives_what_the_table_says(string name) => An_odd_input_gives_what_the_table_says(name);

    [Fact]
    public void The_table_has_a_row_for_every_input_and_at_least_sixty()
    {
        Assert.Equal(OddInputs.All.Select(input => input.Name).Order(StringComparer.Ordinal), Expected().Keys.Order(StringComparer.Ordinal));
        Assert.True(OddInputs.All.Count >= 60);
    }

    [Fact]
    public async Task The_table_can_be_written_anew()
    {
        if (Environment.GetEnvironmentVariable("INDICATORS_UPDATE_FILE") is not { } file)
            return;
        var lines = new List<string> { "input\tgives" };
        foreach (var input in OddInputs.All)
            lines.Add($"{input.Name}\t{await Gives(input)}");
        await File.WriteAllLinesAsync(file, lines);
    }

    private static bool IsPdf(string name) => name.StartsWith("pdf-", StringComparison.Ordinal);

    private static Dictionary<string, string> Expected() =>
        File.ReadLines(Table).Skip(1).Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    private static async Task<string> Gives(OddInput input)
    {
        var options = ReadingOptions.Default with { MaxRecordBytes = 1 << 20 };
        return string.Join(" ; ", (await Read.All(input.Content, input.FileName, options)).Select(Line));
    }

    private static string Line(ReadResult result) => result switch
    {
        ReadDocument read =>
            $"document {read.Document.Id} {read.Encoding.Name}/{read.Encoding.Evidence} [{Start(read.Document.Text)}]{(read.Warnings.Count > 0 ? $" warns: {read.Warnings[0]}" : "")}",
        ReadFailure failure => $"{failure.Kind.Code()} at {failure.Path}: {failure.Reason}",
        _ => result.ToString(),
    };

    private static string Start(string text) =>
        (text.Length > 60 ? $"{text[..30]} … {text[^20..]}" : text).Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t")
            .Replace("\u200B", "\\u200B").Replace("\u00A0", "\\u00A0").Replace("\u3000", "\\u3000").Replace("\uFEFF", "\\uFEFF").Replace("\0", "\\0");
}
