using System.IO.Compression;
using System.Xml.Linq;
using IndicatorPipeline.Extraction.Text.Copies;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tests.Copies;

public class SharedSpeechesCopyTests
{
    [SharedFact]
    public void The_three_copies_in_the_collection_are_found()
    {
        var document = SharedSpeeches.Named("001.txt");
        var speeches = SpeechSplitter.Split(document).Select(speech => SpeechFingerprint.Of(document.Text, speech)).ToArray();
        Assert.Equal(CopyKind.Near, speeches[13].Compare(speeches[15]));
        Assert.Equal(CopyKind.Near, speeches[13].Compare(speeches[16]));
        Assert.Equal(CopyKind.Near, speeches[15].Compare(speeches[16]));
    }

    [SharedFact]
    public void No_two_reports_are_taken_for_one()
    {
        var reports = SharedSpeeches.Texts.Select(SharedSpeeches.Document).Where(document => document.Id.Contains('_', StringComparison.Ordinal))
            .Select(document => (document.Id, Fingerprint: Fingerprint(document))).ToArray();
        foreach (var (first, fingerprint) in reports)
        {
            foreach (var (second, other) in reports)
            {
                Assert.True(first == second || fingerprint.Compare(other) == CopyKind.Distinct, $"{first} and {second}");
            }
        }
    }

    [SharedFact]
    public void A_report_as_a_word_document_is_a_copy_of_its_text()
    {
        foreach (var path in Directory.EnumerateFiles(SharedSpeeches.Folder!, "*.docx", SearchOption.AllDirectories))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var word = Fingerprint(new SourceDocument { Id = name, Text = Paragraphs(path) });
            var text = SharedSpeeches.Texts.Single(file => Path.GetFileName(file).StartsWith("province", StringComparison.Ordinal) && name.Contains(Path.GetFileNameWithoutExtension(file)[14..], StringComparison.Ordinal));
            Assert.True(word.Compare(Fingerprint(SharedSpeeches.Document(text))) >= CopyKind.Near, name);
        }
    }

    private static SpeechFingerprint Fingerprint(SourceDocument document) => SpeechFingerprint.Of(document.Text, SpeechSplitter.Split(document)[0]);

    private static string Paragraphs(string path)
    {
        XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        using var archive = ZipFile.OpenRead(path);
        using var stream = archive.GetEntry("word/document.xml")!.Open();
        return string.Join('\n', XDocument.Load(stream).Descendants(word + "p").Select(paragraph => string.Concat(paragraph.Descendants(word + "t").Select(run => run.Value))));
    }
}
