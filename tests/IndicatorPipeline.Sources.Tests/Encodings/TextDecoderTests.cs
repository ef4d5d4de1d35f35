using System.Text;
using IndicatorPipeline.Sources.Encodings;
using IndicatorPipeline.Sources.Tests.Making;

namespace IndicatorPipeline.Sources.Tests.Encodings;

public class TextDecoderTests
{
    /// <summary>Common words of reports, in both scripts, to make texts of.</summary>
    private static readonly string[] Simplified =
        ["地区生产总值", "增长", "完成", "财政收入", "城镇居民", "人均可支配收入", "万亩", "亿元", "工作", "目标", "左右", "以上", "我们", "的", "和", "在", "，", "。", "：", "5.3%", "二〇二五年"];
    private static readonly string[] Traditional =
        ["地區生產總值", "增長", "完成", "財政收入", "城鎮居民", "人均可支配收入", "萬畝", "億元", "工作", "目標", "左右", "以上", "我們", "的", "和", "在", "，", "。", "：", "5.3%", "二零二五年"];

    [Theory]
    [InlineData("gb18030", false)]
    [InlineData("gb18030", true)]
    [InlineData("big5", true)]
    [InlineData("utf-8", false)]
    public void A_text_is_decoded_as_it_was_encoded(string encoding, bool isTraditional)
    {
        var words = isTraditional ? Traditional : Simplified;
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(8, 60)).Select(_ => words[random.Next(words.Length)])) + "的";
            var decoded = TextDecoder.Decode(Bytes.In(encoding, text), null, out _);
            Assert.Equal((text, encoding), (decoded?.Text, decoded?.Encoding.Name));
        }
    }

    [SpeechFact]
    public void Nearly_every_paragraph_of_the_speeches_is_known_for_GB18030_and_every_whole_speech()
    {
        int paragraphs = 0, wrong = 0;
        foreach (var file in Directory.GetFiles(SpeechFactAttribute.Folder!, "*.txt", SearchOption.AllDirectories))
        {
            var whole = File.ReadAllText(file);
            Assert.Equal(whole, TextDecoder.Decode(Bytes.In("gb18030", whole), null, out _)!.Text);
            foreach (var paragraph in whole.Split('\n').Select(line => line.Trim()).Where(line => line.Length >= 4))
            {
                paragraphs++;
                if (TextDecoder.Decode(Bytes.In("gb18030", paragraph), null, out _)?.Text != paragraph)
                    wrong++;
            }
        }

        Assert.True(paragraphs > 1000);
        Assert.True(wrong * 1000 <= paragraphs, $"{wrong} of {paragraphs} paragraphs");
    }

    [Fact]
    public void A_declared_charset_is_taken_where_the_bytes_are_valid_in_it_and_else_not()
    {
        Assert.Equal(new TextEncoding("windows-1252", EncodingEvidence.Declared),
            TextDecoder.Decode(Encoding.Latin1.GetBytes("déjà vu"), "windows-1252", out _)!.Encoding);
        Assert.Equal(new TextEncoding("utf-8", EncodingEvidence.ValidUtf8), TextDecoder.Decode(Bytes.Utf8("增长"), "gbk", out _)!.Encoding);
        Assert.Equal(new TextEncoding("gb18030", EncodingEvidence.Plausible),
            TextDecoder.Decode(Bytes.In("gb18030", "地区生产总值增长"), "utf-8", out _)!.Encoding);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text()
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
            Assert.Equal("增长", TextDecoder.Decode(Bytes.Marked(encoding, "增长"), null, out _)!.Text);
    }

    [Theory]
    [InlineData("<meta charset=gb2312>", "gb2312")]
    [InlineData("<META http-equiv=\"Content-Type\" content=\"text/html; charset=GBK\">", "GBK")]
    [InlineData("<?xml version='1.0' encoding='Big5'?>", "Big5")]
    [InlineData("<p>charset=gbk</p>", null)]
    public void The_charset_is_found_in_markup(string markup, string? charset) => Assert.Equal(charset, DeclaredCharset.InMarkup(Bytes.Utf8(markup)));
}
