using System.Text;

namespace IndicatorPipeline.Sources.Tests.Making;

/// <summary>The odd inputs of <c>odd-inputs.tsv</c>, made in code: a name, the file name under which it is read, the bytes.</summary>
internal static class OddInputs
{
    /// <summary>A text of our own in simplified characters, long enough to be told apart.</summary>
    public const string Simplified = "各位代表：\n去年全县地区生产总值完成五十二亿元，增长百分之九点一；财政收入达到3.6亿元。今年的主要目标是：地区生产总值增长8%左右，新增城镇就业4200人。\n";

    /// <summary>The same in traditional characters.</summary>
    public const string Traditional = "各位代表：\n去年全縣地區生產總值完成五十二億元，增長百分之九點一；財政收入達到3.6億元。今年的主要目標是：地區生產總值增長8%左右，新增城鎮就業4200人。\n";

    private const string Page =
        "<!DOCTYPE html><html><head><meta charset=\"CHARSET\"><title>某县政府工作报告_某县人民政府</title></head><body><div class=\"nav\"><a href=\"/\">首页</a><a href=\"/a\">要闻</a></div>"
        + "<div id=\"content\"><p>去年全县地区生产总值完成五十二亿元，增长百分之九点一。</p><p>今年的主要目标是：地区生产总值增长8%左右，新增城镇就业4200人。</p></div></body></html>";

    public static IReadOnlyList<OddInput> All { get; } = [.. Texts(), .. Pages(), .. Documents(), .. Pdfs(), .. Dumps(), .. Archives(), .. Others()];

    private static IEnumerable<OddInput> Texts()
    {
        yield return new("utf8", "a.txt", Bytes.Utf8(Simplified));
        yield return new("utf8-bom", "a.txt", Bytes.Marked(Encoding.UTF8, Simplified));
        yield return new("utf8-bom-twice", "a.txt", Bytes.Join([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], Bytes.Utf8("今年")));
        yield return new("utf8-bom-only", "a.txt", [0xEF, 0xBB, 0xBF]);
        yield return new("utf16le-bom", "a.txt", Bytes.Marked(Encoding.Unicode, Simplified));
        yield return new("utf16be-bom", "a.txt", Bytes.Marked(Encoding.BigEndianUnicode, Simplified));
        yield return new("utf16le-no-bom", "a.txt", Encoding.Unicode.GetBytes(Simplified));
        yield return new("utf16be-no-bom", "a.txt", Encoding.BigEndianUnicode.GetBytes(Simplified));
        yield return new("utf32le-bom", "a.txt", Bytes.Marked(Encoding.UTF32, Simplified));
        yield return new("utf32be-bom", "a.txt", Bytes.Marked(new UTF32Encoding(true, true), Simplified));
        yield return new("gb18030", "a.txt", Bytes.In("gb18030", Simplified));
        yield return new("gb18030-four-byte", "a.txt", Bytes.In("gb18030", Simplified + "㐀𠀀"));
        yield return new("gbk-traditional", "a.txt", Bytes.In("gb18030", Traditional));
        yield return new("big5", "a.txt", Bytes.In("big5", Traditional));
        yield return new("gb18030-short", "a.txt", Bytes.In("gb18030", "增长8%左右"));
        yield return new("gb18030-valid-as-utf8", "a.txt", Bytes.In("gb18030", "一直"));
        yield return new("gb18030-cut", "a.txt", Bytes.In("gb18030", Simplified + "增")[..^1]);
        yield return new("gb18030-one-bad-byte", "a.txt", Bytes.Join(Bytes.In("gb18030", Simplified), [0xFF], Bytes.In("gb18030", Simplified)));
        yield return new("utf8-cut", "a.txt", Bytes.Utf8(Simplified + "增")[..^1]);
        yield return new("utf8-bom-then-gb18030", "a.txt", Bytes.Join([0xEF, 0xBB, 0xBF], Bytes.In("gb18030", Simplified)));
        yield return new("ascii", "a.txt", Bytes.Utf8("GDP 5%\n"));
        yield return new("crlf-and-tabs", "a.txt", Bytes.Utf8("一\r\n二\t三\r四\n\n"));
        yield return new("zero-width-and-ideographic-space", "a.txt", Bytes.Utf8("\u300039\u200B.2\u00A0万吨"));
        yield return new("one-stray-nul", "a.txt", Bytes.Utf8(string.Concat(Enumerable.Repeat(Simplified, 20)) + "\0"));
        yield return new("empty", "a.txt", []);
        yield return new("white-space", "a.txt", Bytes.Utf8(" \r\n\t\u3000\n"));
        yield return new("noise", "a.bin", Noise(4000, 1));
        yield return new("high-noise", "a.txt", [.. Noise(4000, 2).Select(b => (byte)(b | 0x80))]);
        yield return new("nuls", "a.txt", new byte[1000]);
        yield return new("latin1-prose", "a.txt",
            Encoding.Latin1.GetBytes("déjà vu à Orléans, où l'été était très près; naïveté, façade, Noël, garçon, forêt."));
        yield return new("no-extension", "报告", Bytes.Utf8(Simplified));
        yield return new("dots-in-name", "2025.某县.报告.txt", Bytes.Utf8(Simplified));
    }

    private static IEnumerable<OddInput> Pages()
    {
        yield return new("html-utf8", "p.html", Bytes.Utf8(Page.Replace("CHARSET", "utf-8")));
        yield return new("html-gb2312", "p.htm", Bytes.In("gb18030", Page.Replace("CHARSET", "gb2312")));
        yield return new("html-utf8-declares-gb2312", "p.htm", Bytes.Utf8(Page.Replace("CHARSET", "gb2312")));
        yield return new("html-gb-declares-utf8", "p.htm", Bytes.In("gb18030", Page.Replace("CHARSET", "utf-8")));
        yield return new("html-big5", "p.htm",
            Bytes.In("big5", Page.Replace("CHARSET", "big5").Replace("长", "長").Replace("县", "縣").Replace("区", "區").Replace("产", "產").Replace("总", "總")
            .Replace("亿", "億").Replace("点", "點").Replace("标", "標").Replace("镇", "鎮").Replace("业", "業").Replace("报", "報").Replace("页", "頁")
            .Replace("闻", "聞")));
        yield return new("html-without-extension", "p", Bytes.Utf8(Page.Replace("CHARSET", "utf-8")));
        yield return new("html-named-doc", "p.doc", Bytes.Utf8(Page.Replace("CHARSET", "utf-8")));
        yield return new("html-unknown-charset", "p.html", Bytes.Utf8(Page.Replace("CHARSET", "x-no-such")));
        yield return new("html-fragment", "p.html", Bytes.Utf8("<p>增长8%左右<br>其中一产3%"));
        yield return new("html-empty", "p.html", Bytes.Utf8("<html><head><title>x</title></head><body><script>var a='增长8%';</script></body></html>"));
        yield return new("html-frameset", "p.html",
            Bytes.Utf8("<html><frameset cols='20%,80%'><frame src='menu.htm'><frame src='main.htm'></frameset></html>"));
        yield return new("html-deep", "p.html", Bytes.Utf8(string.Concat(Enumerable.Repeat("<div>", 9000)) + "增长8%左右"));
        yield return new("html-bomb-of-tags", "p.html", Bytes.Utf8(string.Concat(Enumerable.Repeat("<b><div>", 60_000)) + "增长8%左右"));
        yield return new("html-many-tags-far-down", "p.html",
            Bytes.Utf8(string.Concat(Enumerable.Repeat("<div>", 9000)) + string.Concat(Enumerable.Repeat("<p>x", 200_000))));
        yield return new("html-ruby", "p.html", Bytes.Utf8("<p>总<ruby>结<rt>jié</rt></ruby>去年工作，地区生产总值增长8%左右。</p>"));
        yield return new("html-table-cells", "p.html", Bytes.Utf8("<table><tr><th>指标</th><th>目标</th></tr><tr><td>生产总值</td><td>8%</td></tr></table>"));
        yield return new("xml", "p.xml",
            Bytes.In("gb18030", "<?xml version=\"1.0\" encoding=\"gb2312\"?><report><body>地区生产总值增长8%左右。</body></report>"));
        yield return new("text-about-html", "a.txt", Bytes.Utf8("5 < 6，而 <html> 是标记。"));
    }

    private static IEnumerable<OddInput> Documents()
    {
        yield return new("docx", "d.docx", DocxMaker.Of(DocxMaker.P("政府工作报告") + DocxMaker.P("生产总值增长8%左右。")));
        yield return new("docx-named-doc", "d.doc", DocxMaker.Of(DocxMaker.P("生产总值增长8%左右。")));
        yield return new("docx-table", "d.docx",
            DocxMaker.Of($"<w:tbl><w:tr><w:tc>{DocxMaker.P("指标")}</w:tc><w:tc>{DocxMaker.P("8%")}</w:tc></w:tr><w:tr><w:tc>{DocxMaker.P("税收")}</w:tc><w:tc>{DocxMaker.P("3亿元")}</w:tc></w:tr></w:tbl>"));
        yield return new("docx-deleted-text", "d.docx",
            DocxMaker.Of("<w:p><w:r><w:t>增长</w:t></w:r><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>9%</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>8%</w:t></w:r></w:ins></w:p>"));
        yield return new("docx-bad-link", "d.docx", DocxMaker.Of(DocxMaker.P("增长8%"), badLink: "mailto:a b@@c:d"));
        yield return new("docx-empty", "d.docx", DocxMaker.Of("<w:p/>"));
        yield return new("docx-deep", "d.docx",
            DocxMaker.Of(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 2000)) + DocxMaker.P("x")
            + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 2000))));
        yield return new("docx-cut", "d.docx", DocxMaker.Of(DocxMaker.P("增长8%"))[..^60]);
        yield return new("docx-broken-xml", "d.docx", DocxMaker.Of("<w:p><w:r><w:t>增长"));
        yield return new("docx-entities", "d.docx",
            ZipMaker.Of(("[Content_Types].xml", Bytes.Utf8("<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY a \"aaaa\">]><Types>&a;</Types>")),
            ("word/document.xml", Bytes.Utf8("<a/>"))));
        yield return new("xlsx", "d.xlsx", ZipMaker.Of(("[Content_Types].xml", Bytes.Utf8("<Types/>")), ("xl/workbook.xml", Bytes.Utf8("<a/>"))));
        yield return new("odt", "d.odt",
            ZipMaker.Of(("mimetype", Bytes.Utf8("application/vnd.oasis.opendocument.text")), ("content.xml", Bytes.Utf8("<a/>"))));
        yield return new("ofd", "d.ofd", ZipMaker.Of(("OFD.xml", Bytes.Utf8("<a/>"))));
        yield return new("rtf", "d.rtf", Bytes.Utf8(@"{\rtf1\ansi GDP}"));
        yield return new("doc", "d.doc",
            Bytes.Join([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], new byte[600], Encoding.Unicode.GetBytes("WordDocument")));
        yield return new("docx-locked", "d.docx",
            Bytes.Join([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], new byte[600], Encoding.Unicode.GetBytes("EncryptedPackage")));
    }

    private static IEnumerable<OddInput> Pdfs()
    {
        yield return new("pdf-gbk-font", "g.pdf", new PdfMaker().Page((60, 780, "地区生产总值增长8%左右。")).ToArray());
        yield return new("pdf-scan", "g.pdf", new PdfMaker().Picture().Picture().ToArray());
        yield return new("pdf-locked", "g.pdf", new PdfMaker().Page((60, 780, "增长")).Locked().ToArray());
        yield return new("pdf-cut", "g.pdf", Bytes.Utf8("%PDF-1.4\n1 0 obj\n<< /Type"));
        yield return new("pdf-named-txt", "g.txt", new PdfMaker().Page((60, 780, "增长8%左右。")).ToArray());
    }

    private static IEnumerable<OddInput> Dumps()
    {
        yield return new("jsonl", "d.jsonl", Bytes.Utf8("{\"id\":\"a\",\"text\":\"增长8%\"}\n{\"id\":\"b\",\"text\":\"增长9%\"}\n"));
        yield return new("jsonl-bad-lines", "d.jsonl",
            Bytes.Utf8("{\"text\":\"一\"}\nno json\n\n[1]\n{\"text\":\"\"}\n{\"words\":\"x\"}\n{\"text\":\"二\"}"));
        yield return new("jsonl-half-surrogate", "d.jsonl", Bytes.Utf8("{\"text\":\"\\ud83d\"}\n{\"text\":\"二\"}"));
        yield return new("jsonl-gb18030", "d.jsonl", Bytes.In("gb18030", "{\"text\":\"" + Simplified.Replace("\n", "") + "\"}\n{\"text\":\"增长\"}\n"));
        yield return new("jsonl-utf16", "d.jsonl", Bytes.Marked(Encoding.Unicode, "{\"text\":\"增长8%\"}\n{\"text\":\"增长9%\"}\n"));
        yield return new("jsonl-same-ids", "d.jsonl", Bytes.Utf8("{\"id\":1,\"text\":\"一\"}\n{\"id\":1,\"text\":\"二\"}\n"));
        yield return new("json-array", "d.json", Bytes.Utf8("[ {\"id\":\"a\",\n\"text\":\"一{\"},\n 7, {\"id\":\"b\",\"text\":[\"二\",\"三\"]} ]"));
        yield return new("json-cut", "d.json", Bytes.Utf8("[{\"id\":\"a\",\"text\":\"一\"},{\"id\":\"b\",\"te"));
        yield return new("csv", "d.csv", Bytes.Utf8("id,标题,正文\n1,甲,\"第一行\n第二行，他说\"\"好\"\"\"\n2,乙,增长8%\n"));
        yield return new("csv-gb18030", "d.csv", Bytes.In("gb18030", "编号,正文\n1," + Simplified.Replace("\n", "") + "\n"));
        yield return new("csv-semicolons", "d.csv", Bytes.Utf8("id;text\n1;增长8%\n"));
        yield return new("tsv-utf16", "d.tsv", Bytes.Marked(Encoding.Unicode, "id\ttext\r\n1\t增长8%\r\n"));
        yield return new("csv-open-quote", "d.csv", Bytes.Utf8("id,text\n1,\"never closed\n2,增长8%\n3,增长9%\n"));
        yield return new("csv-too-many-fields", "d.csv", Bytes.Utf8("id,text\n1,a,b,c\n2,增长8%\n"));
        yield return new("csv-no-text-column", "d.csv", Bytes.Utf8("id,name\n1,a\n"));
        yield return new("csv-header-only", "d.csv", Bytes.Utf8("id,text\n"));
    }

    private static IEnumerable<OddInput> Archives()
    {
        yield return new("zip", "z.zip", ZipMaker.Of(("b.txt", Bytes.Utf8("二")), ("a.txt", Bytes.Utf8("一")), ("x/a.txt", Bytes.Utf8("三"))));
        yield return new("zip-gbk-names", "z.zip", new ZipMaker().Add(Bytes.In("gb18030", "二〇二五年/政府工作报告.txt"), Bytes.Utf8("一")).ToArray());
        yield return new("zip-utf8-names-without-flag", "z.zip", new ZipMaker().Add(Bytes.Utf8("政府工作报告.txt"), Bytes.Utf8("一")).ToArray());
        yield return new("zip-path-traversal", "z.zip", ZipMaker.Of(("../../etc/x.txt", Bytes.Utf8("一")), ("C:\\y.txt", Bytes.Utf8("二"))));
        yield return new("zip-same-name-twice", "z.zip", ZipMaker.Of(("a.txt", Bytes.Utf8("一")), ("a.txt", Bytes.Utf8("二"))));
        yield return new("zip-in-zip", "z.zip", ZipMaker.Of(("in.zip", ZipMaker.Of(("a.txt", Bytes.Utf8("一"))))));
        yield return new("zip-nested-too-deep", "z.zip",
            Enumerable.Range(0, 5).Aggregate(ZipMaker.Of(("a.txt", Bytes.Utf8("一"))), (inner, _) => ZipMaker.Of(("in.zip", inner))));
        yield return new("zip-bomb", "z.zip", ZipMaker.Of(("a.txt", new byte[40 << 20]), ("b.txt", Bytes.Utf8("一"))));
        yield return new("zip-locked-member", "z.zip",
            new ZipMaker().Add(Bytes.Utf8("a.txt"), Bytes.Utf8("一"), flags: 1).Add(Bytes.Utf8("b.txt"), Bytes.Utf8("二")).ToArray());
        yield return new("zip-docx-inside", "z.zip", ZipMaker.Of(("a.docx", DocxMaker.Of(DocxMaker.P("增长8%")))));
        yield return new("zip-shadow-files", "z.zip",
            ZipMaker.Of(("__MACOSX/._a.txt", Bytes.Utf8("x")), (".DS_Store", Bytes.Utf8("x")), ("~$a.docx", Bytes.Utf8("x")),
            ("a.txt", Bytes.Utf8("一"))));
        yield return new("zip-empty", "z.zip", ZipMaker.Of());
        yield return new("zip-cut", "z.zip", ZipMaker.Of(("a.txt", Bytes.Utf8(Simplified)))[..^30]);
        yield return new("zip-broken-member", "z.zip", Broken(ZipMaker.Of(("a.txt", Bytes.Utf8(Simplified)), ("b.txt", Bytes.Utf8("二")))));
        yield return new("gz", "a.txt.gz", Bytes.Gzip(Bytes.Utf8("一")));
        yield return new("gz-jsonl", "d.jsonl.gz", Bytes.Gzip(Bytes.Utf8("{\"text\":\"一\"}\n{\"text\":\"二\"}\n")));
        yield return new("gz-cut", "a.txt.gz", Bytes.Gzip(Bytes.Utf8(Simplified))[..40]);
        yield return new("gz-bomb", "d.jsonl.gz", Bytes.Gzip(new byte[40 << 20]));
        yield return new("gz-in-zip", "z.zip", ZipMaker.Of(("a.txt.gz", Bytes.Gzip(Bytes.Utf8("一")))));
    }

    private static IEnumerable<OddInput> Others()
    {
        yield return new("tar", "i.tar", [.. new byte[257], .. "ustar"u8, .. new byte[250]]);
        yield return new("xz", "i.txt.xz", [0xFD, .. "7zXZ"u8, 0, 0, 0]);
        yield return new("parquet", "i.parquet", [.. "PAR1"u8, 1, 2, 3]);
        yield return new("png", "i.png", [0x89, .. "PNG\r\n\u001A\n"u8, .. new byte[50]]);
        yield return new("jpeg", "i.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[50]]);
        yield return new("rar", "i.rar", [.. "Rar!"u8, 0x1A, 7, 1, 0]);
        yield return new("seven-zip", "i.7z", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C]);
        yield return new("mht", "i.mht", Bytes.Utf8("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n"));
        yield return new("elf", "i", [0x7F, .. "ELF"u8, .. new byte[100]]);
    }

    private static byte[] Noise(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Broken(byte[] zip)
    {
        zip[40] ^= 0xFF;
        zip[44] ^= 0xFF;
        return zip;
    }
}
