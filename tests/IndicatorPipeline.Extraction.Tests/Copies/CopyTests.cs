using IndicatorPipeline.Extraction.Text.Copies;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tests.Copies;

public class CopyTests
{
    private static readonly string Report = SampleReport.Of(2008);

    [Fact]
    public void Width_script_case_and_blanks_do_not_make_another_text()
    {
        var other = Report.Replace("1", "１", StringComparison.Ordinal).Replace("，", ",", StringComparison.Ordinal).Replace("产", "產", StringComparison.Ordinal)
            .Replace("方面", " 方\u200b面\u3000", StringComparison.Ordinal).Replace("\n", "\r\n\r\n", StringComparison.Ordinal);
        Assert.Equal(CopyKind.Exact, Compare(Report, other));
    }

    [Fact]
    public void Injected_pinyin_does_not_make_another_text() =>
        Assert.Equal(CopyKind.Exact, Compare(Report, Report.Replace("产值", "產(chǎn)值", StringComparison.Ordinal)));

    [Fact]
    public void Page_furniture_does_not_make_another_text() =>
        Assert.Equal(CopyKind.Exact, Compare(Report, $"我的足迹\n来源：办公室\n{Report}免责声明：以上内容来自网络\n"));

    [Fact]
    public void A_copy_with_cuts_and_changed_words_is_near()
    {
        var lines = Report.Split('\n');
        var cut = string.Join('\n', lines.Where((_, i) => i % 9 != 5));
        Assert.Equal(CopyKind.Near, Compare(Report, cut.Replace("邮电", "通信", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_form_with_another_year_s_numbers_is_another_speech() => Assert.Equal(CopyKind.Distinct, Compare(Report, SampleReport.Of(2009)));

    [Fact]
    public void A_part_of_a_speech_is_an_excerpt_whichever_comes_first()
    {
        var part = Report[(Report.Length / 3)..(Report.Length / 2)];
        Assert.Equal(CopyKind.Excerpt, Compare(Report, part));
        Assert.Equal(CopyKind.Excerpt, Compare(part, Report));
    }

    [Theory]
    [InlineData("", "同志们")]
    [InlineData("同志们：今天开会。", "同志们：今天散会。")]
    public void Short_texts_are_copies_only_if_they_are_the_same(string first, string second)
    {
        Assert.Equal(CopyKind.Distinct, Compare(first, second));
        Assert.Equal(CopyKind.Exact, Compare(first, first));
    }

    [Fact]
    public void A_fingerprint_survives_its_bytes()
    {
        var fingerprint = Fingerprint(Report);
        var bytes = fingerprint.ToBytes();
        Assert.InRange(bytes.Length, 1000, 2700);
        var read = SpeechFingerprint.FromBytes(bytes);
        Assert.Equal(fingerprint, read);
        Assert.Equal(bytes, read.ToBytes());
        Assert.Equal(CopyKind.Near, read.Compare(Fingerprint(Report[..(Report.Length * 3 / 4)])));
    }

    [Fact]
    public void Damaged_bytes_are_refused()
    {
        var bytes = Fingerprint(Report).ToBytes();
        Assert.Throws<ArgumentException>(() => SpeechFingerprint.FromBytes([]));
        Assert.Throws<ArgumentException>(() => SpeechFingerprint.FromBytes(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Throws<ArgumentException>(() => SpeechFingerprint.FromBytes([.. bytes, 0]));
        bytes[0] = 9;
        Assert.Throws<ArgumentException>(() => SpeechFingerprint.FromBytes(bytes));
    }

    [Fact]
    public void The_finder_names_the_copies_and_nothing_else()
    {
        var finder = new CopyFinder<string>();
        finder.Add("full", Fingerprint(Report));
        finder.Add("next year", Fingerprint(SampleReport.Of(2009)));
        finder.Add("elsewhere", Fingerprint(SampleReport.Of(2008, seed: 3)));
        Assert.Equal([new Copy<string>("full", CopyKind.Exact, false)], finder.Find(Fingerprint(Report + "\n\n")));
        Assert.Equal([new Copy<string>("full", CopyKind.Excerpt, true)], finder.Find(Fingerprint(Report[200..1200])));
        Assert.Empty(finder.Find(Fingerprint(SampleReport.Of(2010))));
    }

    private static CopyKind Compare(string first, string second) => Fingerprint(first).Compare(Fingerprint(second));

    private static SpeechFingerprint Fingerprint(string text) => SpeechFingerprint.Of(text, SpeechSplitter.Split(new SourceDocument { Id = "x", Text = text })[0]);
}
