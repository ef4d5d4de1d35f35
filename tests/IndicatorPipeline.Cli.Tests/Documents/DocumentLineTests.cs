using System.Text;
using IndicatorPipeline.Cli.Documents;

namespace IndicatorPipeline.Cli.Tests.Documents;

public sealed class DocumentLineTests
{
    [Theory]
    [InlineData("""{"id":"a","text":"增长5%。\n下降3%。\t\"十四五\"\\\/\b\f\r"}""")]
    [InlineData("""  { "id" : "a" , "text" : "" , "title":"报告","date":"2025-01-20","region":"370000" }  """)]
    [InlineData("""{"id":"a","text":"\u589e\u957f5%"}""")]
    [InlineData("""{"text":"first","id":"a","text":"last"}""")]
    public void A_plain_line_reads_as_the_careful_reader_reads_it(string line)
    {
        Assert.True(PlainLine.TryRead(Encoding.UTF8.GetBytes(line), out var plain));
        Assert.True(DocumentLine.TryReadCarefully(Encoding.UTF8.GetBytes(line), out var careful, out _));

        Assert.Equal((careful.Id, careful.Text, careful.Title, careful.Date, careful.Region),
            (plain.Id, plain.Text, plain.Title, plain.Date, plain.Region));
    }

    [Theory]
    [InlineData("""{"id":7,"text":"a"}""")]
    [InlineData("""{"id":"a","text":"\ud83d\ude00"}""")]
    [InlineData("""{"i\u0064":"a","text":"a"}""")]
    [InlineData("""{"id":"a","text":"a","links":[{"to":"b"}]}""")]
    [InlineData("""{"id":"a","text":"a","title":null}""")]
    public void What_is_not_plain_is_left_to_the_careful_reader(string line)
    {
        Assert.False(PlainLine.TryRead(Encoding.UTF8.GetBytes(line), out _));
        Assert.NotNull(DocumentLine.Parse(Encoding.UTF8.GetBytes(line), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","text":"b"}}""")]
    [InlineData("""{"id":"a","text":"b"} x""")]
    [InlineData("""{"id":"a","text":"b",}""")]
    [InlineData("""{"id":"a","text":"b" """)]
    [InlineData("""{"id":"a","text":"b""")]
    [InlineData("""{"id":"a","text":"b\""")]
    [InlineData("""{"id":"a","text":"\q"}""")]
    [InlineData("""{"id":"a","text":"\u58"}""")]
    [InlineData("""{"id":"a","text":"\ud83d"}""")]
    [InlineData("{\"id\":\"a\",\"text\":\"a\u0001b\"}")]
    [InlineData("{\"id\":\"a\",\"text\":\"a\nb\"}")]
    public void A_line_that_is_no_document_is_refused_with_a_reason(string line)
    {
        Assert.Null(DocumentLine.Parse(Encoding.UTF8.GetBytes(line), out var fault));
        Assert.NotEmpty(fault);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        byte[] line = [.. "{\"id\":\"a\",\"text\":\""u8, 0xE5, 0xA2, .. "\"}"u8];

        Assert.Null(DocumentLine.Parse(line, out var fault));
        Assert.Equal("a string in it is no valid Unicode", fault);
    }
}
