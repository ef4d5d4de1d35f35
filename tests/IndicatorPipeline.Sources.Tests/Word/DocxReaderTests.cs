using IndicatorPipeline.Sources.Tests.Making;

namespace IndicatorPipeline.Sources.Tests.Word;

public class DocxReaderTests
{
    private const string Box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>";

    [Fact]
    public async Task Notes_comments_and_heads_stand_apart_from_the_body()
    {
        var body = "<w:p><w:r><w:t>增长8%</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>左右</w:t></w:r></w:p>";
        var footnotes = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>—</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\">"
            + DocxMaker.P("按可比价") + "</w:footnote>";
        var bytes = DocxMaker.Of(body, footnotes, $"<w:comment w:id=\"1\" w:author=\"a\">{DocxMaker.P("核实")}</w:comment>", DocxMaker.P("内部资料"));
        var read = await Read.Document(bytes, "a.docx");
        Assert.Equal("增长8%左右", read.Document.Text);
        Assert.Equal([new(ApartKind.Footnote, "按可比价"), new(ApartKind.Comment, "核实"), new(ApartKind.Head, "内部资料")], read.Apart);
    }

    [Fact]
    public async Task A_text_box_is_read_once_behind_its_paragraph()
    {
        var body = "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>" + Box
            + "</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>" + Box
            + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>" + DocxMaker.P("下一段");
        Assert.Equal("前后\n框内\n下一段", (await Read.Document(DocxMaker.Of(body), "a.docx")).Document.Text);
    }

    [Fact]
    public async Task Deleted_and_moved_away_text_is_left_out_and_inserted_text_kept()
    {
        var body =
            "<w:p><w:moveFrom w:id=\"1\" w:author=\"a\"><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>增长</w:t></w:r></w:ins>"
            + "<w:del w:id=\"3\" w:author=\"a\"><w:r><w:delText>9%</w:delText></w:r></w:del><w:r><w:t>8%</w:t></w:r></w:p>";
        Assert.Equal("增长8%", (await Read.Document(DocxMaker.Of(body), "a.docx")).Document.Text);
    }

    [Fact]
    public async Task Breaks_tabs_and_fields_become_their_characters()
    {
        var body =
            "<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>四</w:t></w:r></w:hyperlink></w:p>";
        Assert.Equal("一\t二\n三四", (await Read.Document(DocxMaker.Of(body), "a.docx")).Document.Text);
    }

    [Fact]
    public async Task A_table_gives_rows_of_cells_and_a_cell_its_paragraphs()
    {
        var cell = (string inner) => $"<w:tc>{inner}</w:tc>";
        var nested = $"<w:tbl><w:tr>{cell(DocxMaker.P("甲"))}{cell(DocxMaker.P("乙"))}</w:tr></w:tbl><w:p/>";
        var body =
            $"<w:tbl><w:tr>{cell(DocxMaker.P("指标"))}{cell("<w:p/>")}{cell(DocxMaker.P("8%") + DocxMaker.P("左右"))}</w:tr><w:tr>{cell(nested)}</w:tr></w:tbl>{DocxMaker.P("完")}";
        Assert.Equal("指标\t\t8%\n左右\n甲\t乙\n完", (await Read.Document(DocxMaker.Of(body), "a.docx")).Document.Text);
    }

    [Fact]
    public async Task XML_that_unpacks_beyond_the_limit_is_refused()
    {
        var bytes = DocxMaker.Of(DocxMaker.P(new string('长', 400_000)));
        var failure = await Read.Failure(bytes, "a.docx", new ReadingOptions { MaxDocumentBytes = 1 << 20 });
        Assert.Contains(failure.Kind, new[] { FailureKind.Bomb, FailureKind.Corrupt });
    }
}
