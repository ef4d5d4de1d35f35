using System.Text;
using IndicatorPipeline.Sources.Tests.Making;

namespace IndicatorPipeline.Sources.Tests.Dumps;

public class DumpReaderTests
{
    [Fact]
    public async Task A_row_gives_its_id_title_date_and_region()
    {
        var row = """{"id":"hz-2025","title":"政府工作报告","date":"2025-01-08T09:00:00","region":"330100","publish_date":"2023-04-05","url":"http://x/1","text":"增长8%"}""";
        var read = await Read.Document(Encoding.UTF8.GetBytes(row), "d.jsonl");
        Assert.Equal(("hz-2025", "政府工作报告", new DateOnly(2025, 1, 8), "330100"),
            (read.Document.Id, read.Document.Title, read.Document.Date, read.Document.RegionCode));
        Assert.Equal(new Publication(null, "2023-04-05", null, null, "http://x/1"), read.Publication);
        Assert.Null(read.Document.FileName);
    }

    [Theory]
    [InlineData("2025年1月8日", "2025-01-08")]
    [InlineData("2025/1/8", "2025-01-08")]
    [InlineData("20250108", "2025-01-08")]
    [InlineData("2025", null)]
    [InlineData("2025-02-30", null)]
    public async Task A_date_is_a_day_or_left_out_with_a_warning(string written, string? day)
    {
        var read = await Read.Document(Encoding.UTF8.GetBytes($$"""{"date":"{{written}}","text":"x"}"""), "d.jsonl");
        Assert.Equal(day, read.Document.Date?.ToString("O"));
        Assert.Equal(day is null ? 1 : 0, read.Warnings.Count);
    }

    [Theory]
    [InlineData("33", "330000")]
    [InlineData("330106001000", "330106")]
    [InlineData("CN", "CN")]
    [InlineData("浙江", null)]
    public async Task A_region_is_a_code_or_left_out_with_a_warning(string written, string? code)
    {
        var read = await Read.Document(Encoding.UTF8.GetBytes($$"""{"region":"{{written}}","text":"x"}"""), "d.jsonl");
        Assert.Equal(code, read.Document.RegionCode);
        Assert.Equal(code is null ? 1 : 0, read.Warnings.Count);
    }

    [Theory]
    [InlineData("Content")]
    [InlineData("full_text")]
    [InlineData("正文")]
    [InlineData("内容")]
    public async Task The_text_column_is_found_by_its_name(string column) =>
        Assert.Equal("增长", (await Read.Document(Encoding.UTF8.GetBytes($"id,{column}\n1,增长\n"), "d.csv")).Document.Text);

    [Fact]
    public async Task The_text_column_can_be_given() =>
        Assert.Equal("增长", (await Read.Document(Encoding.UTF8.GetBytes("text,words\nx,增长\n"), "d.csv",
            new ReadingOptions { TextColumn = "words" })).Document.Text);

    [Fact]
    public async Task A_line_over_the_limit_is_one_failure_and_the_rest_goes_on()
    {
        var dump = $"{{\"text\":\"一\"}}\n{{\"text\":\"{new string('x', 3_000_000)}\"}}\n{{\"text\":\"二\"}}\n";
        var results = await Read.All(Encoding.UTF8.GetBytes(dump), "d.jsonl", new ReadingOptions { MaxRecordBytes = 1 << 20 });
        Assert.Equal(["一", "d.jsonl#2 TooLarge", "二"], results.Select(Line));
    }

    [Fact]
    public async Task An_open_quote_costs_its_own_line_only()
    {
        var rows = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},\"第{i}行，\n增长\"\n"));
        var dump = Encoding.UTF8.GetBytes("id,text\n1,\"open\n" + rows);
        // Behind the open line a quote closes it where another opens, so the first row is lost with it; no more is.
        var results = await Read.All(dump, "d.csv", new ReadingOptions { MaxRecordBytes = 1 << 20 });
        Assert.InRange(results.Count(result => result is ReadDocument), 49_999, 50_001);
    }

    [Fact]
    public async Task Quotes_opened_on_every_line_end_in_time()
    {
        var dump = Encoding.UTF8.GetBytes("id,text\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},\"x{i}\n"))
            + new string('y', 100));
        Assert.NotEmpty(await Read.All(dump, "d.csv", new ReadingOptions { MaxRecordBytes = 1 << 20 }));
    }

    [Theory]
    [InlineData("\"a\"\"b\",c", "a\"b|c")]
    [InlineData("a\"b,c", "a\"b|c")]
    [InlineData("\"a\"x\",c", "a\"x|c")]
    [InlineData(",", "|")]
    [InlineData("a,", "a|")]
    [InlineData("\"\",\"x,y\"", "|x,y")]
    public void Fields_are_cut_and_unquoted(string record, string fields) =>
        Assert.Equal(fields, string.Join('|', IndicatorPipeline.Sources.Dumps.DelimitedRow.Fields(record, ',')));

    private static string Line(ReadResult result) => result is ReadDocument read ? read.Document.Text : $"{result.Path} {((ReadFailure)result).Kind}";
}
