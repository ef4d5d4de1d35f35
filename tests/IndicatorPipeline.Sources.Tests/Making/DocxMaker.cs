using System.Text;

namespace IndicatorPipeline.Sources.Tests.Making;

/// <summary>Writes DOCX packages from the XML of their parts.</summary>
internal static class DocxMaker
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    public static string P(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static byte[] Of(string body, string? footnotes = null, string? comments = null, string? header = null, string? badLink = null)
    {
        var types = new StringBuilder();
        var relations = new StringBuilder();
        var parts = new List<(string, byte[])>();
        Part("footnotes", footnotes, xml => $"<w:footnotes {Namespaces}>{xml}</w:footnotes>");
        Part("comments", comments, xml => $"<w:comments {Namespaces}>{xml}</w:comments>");
        Part("header", header, xml => $"<w:hdr {Namespaces}>{xml}</w:hdr>");
        if (badLink is not null)
            relations.Append($"<Relationship Id=\"bad\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"{badLink}\" TargetMode=\"External\"/>");
        return ZipMaker.Of(
        [
            ("[Content_Types].xml", Bytes.Utf8(
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                + $"{types}</Types>")),
            ("_rels/.rels", Bytes.Utf8(
                "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>")),
            ("word/_rels/document.xml.rels", Bytes.Utf8(
                $"<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>")),
            ("word/document.xml", Bytes.Utf8($"<?xml version=\"1.0\"?><w:document {Namespaces}><w:body>{body}</w:body></w:document>")),
            .. parts,
        ]);

        void Part(string name, string? xml, Func<string, string> wrapped)
        {
            if (xml is null)
                return;
            types.Append($"<Override PartName=\"/word/{name}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml\"/>");
            relations.Append($"<Relationship Id=\"{name}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}\" Target=\"{name}.xml\"/>");
            parts.Add(($"word/{name}.xml", Bytes.Utf8(wrapped(xml))));
        }
    }
}
