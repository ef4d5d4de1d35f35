using IndicatorPipeline.Sources.Documents;
using IndicatorPipeline.Sources.Pdf;
using IndicatorPipeline.Sources.Tests.Making;

namespace IndicatorPipeline.Sources.Tests.Pdf;

public class PdfReaderTests
{
    [PopplerFact]
    public async Task Text_in_a_GBK_font_without_a_Unicode_map_is_read()
    {
        var read = await Read.Document(new PdfMaker().Page((60, 780, "去年全县地区生产总值"), (60, 762, "完成五十二亿元。")).ToArray(), "a.pdf");
        Assert.Equal("去年全县地区生产总值\n完成五十二亿元。", read.Document.Text);
        Assert.Equal("application/pdf", read.MediaType);
    }

    [PopplerFact]
    public async Task Two_columns_are_read_one_after_the_other()
    {
        var lines = Enumerable.Range(0, 12)
            .SelectMany(i => new[] { (60, 760 - (18 * i), $"左栏第{Chinese(i)}行的文字在这里"), (320, 760 - (18 * i), $"右栏第{Chinese(i)}行的文字在那里") }).ToArray();
        var text = (await Read.Document(new PdfMaker().Page(lines).ToArray(), "a.pdf")).Document.Text;
        var expected = Enumerable.Range(0, 12).Select(i => $"左栏第{Chinese(i)}行的文字在这里")
            .Concat(Enumerable.Range(0, 12).Select(i => $"右栏第{Chinese(i)}行的文字在那里"));
        Assert.Equal(expected, text.Split('\n'));
    }

    [PopplerFact]
    public async Task Running_heads_and_page_numbers_are_set_apart_and_numbers_of_the_text_kept()
    {
        var pdf = new PdfMaker();
        for (var page = 1; page <= 6; page++)
            pdf.Page((200, 810, "某县人民政府公报"), (60, 760, $"第{Chinese(page)}段的开头，"), (60, 742, "地区生产总值"),
                (60, 724, page == 3 ? "５２" : $"增长百分之{Chinese(page)}。"), (280, 30, $"- {page + 10} -"));
        var read = await Read.Document(pdf.ToArray(), "a.pdf");
        Assert.DoesNotContain("公报", read.Document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("１３", read.Document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("－", read.Document.Text, StringComparison.Ordinal);
        Assert.Contains("地区生产总值\n５２\n", read.Document.Text, StringComparison.Ordinal);
        Assert.Equal(1 + 6, read.Apart.Count);
        Assert.Contains(new ApartText(ApartKind.Head, "某县人民政府公报"), read.Apart);
    }

    [PopplerFact]
    public async Task A_scan_asks_for_OCR_and_a_scanned_page_among_others_is_told()
    {
        Assert.Equal(FailureKind.NeedsOcr, (await Read.Failure(new PdfMaker().Picture().ToArray(), "a.pdf")).Kind);
        var read = await Read.Document(new PdfMaker().Page((60, 780, "增长。")).Picture().ToArray(), "a.pdf");
        Assert.Equal(["pages without text, blank or scanned: 2"], read.Warnings);
    }

    [PopplerFact]
    public async Task A_locked_PDF_says_so()
    {
        var failure = await Read.Failure(new PdfMaker().Page((60, 780, "增长")).Locked().ToArray(), "a.pdf");
        Assert.Equal((FailureKind.Encrypted, "the PDF is locked with a password"), (failure.Kind, failure.Reason));
    }

    [PopplerFact]
    public async Task Memory_time_and_output_are_limited()
    {
        var maker = new PdfMaker();
        for (var page = 0; page < 300; page++)
            maker.Page([.. Enumerable.Range(0, 40).Select(i => (60, 800 - (18 * i), "一二三四五六七八九十一二三四五六七八九十"))]);
        var pdf = maker.ToArray();
        Assert.Contains((await Read.Failure(pdf, "a.pdf", new ReadingOptions { PdfMemoryBytes = 8 << 20 })).Kind,
            new[] { FailureKind.TooLarge, FailureKind.MissingTool });
        Assert.Equal(FailureKind.Timeout, (await Read.Failure(pdf, "a.pdf", new ReadingOptions { PdfTimeout = TimeSpan.FromMilliseconds(1) })).Kind);
        var tooMuch = await Assert.ThrowsAsync<ProblemException>(() =>
            PdfProgram.RunAsync(pdf, new ReadingOptions { MaxDocumentBytes = 500 }, CancellationToken.None));
        Assert.Equal(FailureKind.TooLarge, tooMuch.Problem.Kind);
    }

    [Theory]
    [InlineData(0, "", "Syntax Error: Missing language pack for 'Adobe-GB1' mapping\n", FailureKind.MissingTool)]
    [InlineData(0, "GDP 8%\f", "Syntax Error: Missing language pack for 'Adobe-GB1' mapping\n", FailureKind.MissingTool)]
    [InlineData(127, "", "sh: pdftotext: not found\n", FailureKind.MissingTool)]
    [InlineData(137, "", "", FailureKind.TooLarge)]
    [InlineData(3, "", "Copying of text from this document is not allowed.\n", FailureKind.Encrypted)]
    [InlineData(1, "", "Syntax Error: Couldn't find trailer dictionary\n", FailureKind.Corrupt)]
    [InlineData(0, "\uE001\uE002\uE003。\f", "", FailureKind.NeedsOcr)]
    [InlineData(0, "\f\f", "", FailureKind.NeedsOcr)]
    public void What_the_program_says_tells_the_failure(int exitCode, string output, string messages, FailureKind kind)
    {
        var reading = PdfReader.Interpret(new PdfRun(exitCode, System.Text.Encoding.UTF8.GetBytes(output), messages), ReadingOptions.Default);
        Assert.Equal(kind, Assert.IsType<Problem>(reading).Kind);
    }

    private static char Chinese(int number) => "零一二三四五六七八九十甲"[number];
}
