using System.Text;
using IndicatorPipeline.Cli.Documents;

namespace IndicatorPipeline.Cli.Tests.Documents;

public sealed class CommonStretchTests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // What may stand in a line: common characters above all, then the first and last of each length, halves of characters, and what is none.
    private static readonly byte[][] Whole =
    [
        .. new[]
        {
            "增", "长", "%", "5", "。", "年", "人民生活", "2025", "A plain line of English, that is longer than a vector",
            "\u0800", "\u0FFF", "\u1000", "\uCFFF", "\uD000", "\uD7FF", "\uE000", "\uFFFF",
            "é", "\u07FF", "\u0080", "😀", "\u007F",
        }.Select(Strict.GetBytes),
    ];

    private static readonly byte[][] Marks = [.. new[] { "\"", "\\", "\n", "\0", "\u001F", "\\n", "\\u4e2d", "\\q" }.Select(Strict.GetBytes)];

    private static readonly byte[][] Broken =
    [
        [0xE5], [0xE5, 0xA2], [0xA2], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xC1, 0xBF],
        [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xFF], [0xE5, 0xA2, 0x41], [0xE5, 0xC3, 0xA9],
    ];

    [Fact]
    public void A_stretch_of_common_characters_is_copied_as_the_base_library_decodes_it()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var common = Mixed(random, Whole[..9], random.Next(1, 60));
            var odd = random.Next(3) == 0 ? [] : Mixed(random, random.Next(2) == 0 ? Marks : Broken, 1);
            byte[] bytes = [.. common, .. odd, .. Mixed(random, Whole, 20)];
            var target = new char[bytes.Length];

            var read = CommonStretch.Copy(bytes, target, out var written);

            Assert.Equal(Strict.GetString(bytes[..read]), new string(target, 0, written));
            Assert.True(read >= Math.Min(common.Length, bytes.Length - 31), $"only {read} of {common.Length} common bytes were copied");
            Assert.DoesNotContain(target[..written], character => character is < ' ' or '"' or '\\');
        }
    }

    [Fact]
    public void A_line_of_anything_is_read_as_the_careful_reader_reads_it_or_left_to_it()
    {
        var random = new Random(11);
        var (plain, broken) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            byte[][] pieces = [.. Whole, .. random.Next(2) == 0 ? Marks : [], .. random.Next(2) == 0 ? Broken : []];
            byte[] line = [.. "{\"id\":\"a\",\"text\":\""u8, .. Mixed(random, pieces, random.Next(40)), .. "\"}"u8];
            var isCareful = DocumentLine.TryReadCarefully(line, out var careful, out _);

            if (PlainLine.TryRead(line, out var fields))
            {
                Assert.True(isCareful, Convert.ToHexString(line));
                Assert.Equal(careful.Text, fields.Text);
                plain++;
            }
            else
            {
                // No escape among the pieces is left to the careful reader but a broken one.
                Assert.False(isCareful, Convert.ToHexString(line));
                broken++;
            }
        }

        Assert.True(plain > 1000 && broken > 1000, $"{plain} plain and {broken} broken lines say too little");
    }

    private static byte[] Mixed(Random random, byte[][] pieces, int count) =>
        [.. Enumerable.Range(0, count).SelectMany(_ => pieces[random.Next(pieces.Length)])];
}
