using System.Text;
using IndicatorPipeline.Cli.Documents;

namespace IndicatorPipeline.Cli.Tests.Documents;

public sealed class Utf8LinesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a\n")]
    [InlineData("a\nb")]
    [InlineData("\n\n")]
    [InlineData("一\n二\r\n\n三")]
    public void Lines_are_those_between_line_ends(string text)
    {
        Assert.Equal(Expected(text), Read(text, blockSize: 1));
        Assert.Equal(Expected(text), Read(text, blockSize: 1 << 20));
    }

    [Fact]
    public void A_line_longer_than_the_buffer_is_read_whole()
    {
        var text = $"short\n{new string('x', 3_000_000)}\nlast";

        Assert.Equal(Expected(text), Read(text, blockSize: 65_536));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line() => Assert.Equal(["a"], Read("\uFEFFa\n", blockSize: 2));

    private static List<string> Expected(string text)
    {
        var lines = text.Split('\n').ToList();
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private static List<string> Read(string text, int blockSize)
    {
        using var stream = new Dripping(Encoding.UTF8.GetBytes(text), blockSize);
        var lines = new Utf8Lines(stream);
        var read = new List<string>();
        while (lines.TryRead(out var line))
        {
            Assert.Equal(read.Count + 1, line.Number);
            read.Add(Encoding.UTF8.GetString(line.Bytes.Span));
        }

        return read;
    }

    /// <summary>A stream that gives few bytes at a time, as pipes do.</summary>
    private sealed class Dripping(byte[] bytes, int blockSize) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, blockSize));
    }
}
