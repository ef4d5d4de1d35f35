using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using IndicatorPipeline.Sources.Tests.Making;

namespace IndicatorPipeline.Sources.Tests;

/// <summary>The speeches as read, against a plain reading of the same files.</summary>
public class NoLossTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [SpeechFact]
    public async Task Every_text_file_is_read_exactly_as_its_UTF8()
    {
        var read = await ReadAll();
        var texts = read.Where(document => document.Path.EndsWith(".txt", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(texts);
        foreach (var document in texts)
            Assert.Equal(await File.ReadAllTextAsync(document.Path, Encoding.UTF8), document.Document.Text);
    }

    [SpeechFact]
    public async Task Every_word_document_is_read_with_all_the_text_of_its_body()
    {
        var read = await ReadAll();
        var documents = read.Where(document => document.Path.EndsWith(".docx", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(documents);
        foreach (var document in documents)
            Assert.Equal(PlainWords(document.Path), Words(document.Document.Text));
    }

    [SpeechFact]
    public async Task Every_file_gives_one_document_under_its_own_name_and_no_warning()
    {
        var read = await ReadAll();
        Assert.Equal(Directory.GetFiles(SpeechFactAttribute.Folder!, "*", SearchOption.AllDirectories).Length, read.Count);
        Assert.Equal(read.Select(document => Path.GetFileNameWithoutExtension(document.Path)), read.Select(document => document.Document.Id));
        Assert.Empty(read.SelectMany(document => document.Warnings));
    }

    private static async Task<List<ReadDocument>> ReadAll() =>
        await new SourceReader().ReadAsync(SpeechFactAttribute.Folder!).Select(result => Assert.IsType<ReadDocument>(result)).ToListAsync();

    /// <summary>All <c>w:t</c> of the body in the order of the file, without white space.</summary>
    private static string PlainWords(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return Words(string.Concat(XDocument.Load(part).Descendants(W + "t").Select(words => words.Value)));
    }

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
