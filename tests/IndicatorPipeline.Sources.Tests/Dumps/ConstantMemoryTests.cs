using System.Text;
using IndicatorPipeline.Sources.Archives;

namespace IndicatorPipeline.Sources.Tests.Dumps;

/// <summary>A dump of 300 MB, made while it is read, must not be held: the heap is looked at all along.</summary>
/// <remarks>The heap belongs to the whole process, so no other test may run beside these.</remarks>
[CollectionDefinition(Name, DisableParallelization = true)]
[Collection(Name)]
public class ConstantMemoryTests
{
    public const string Name = "Heap looked at";

    private const long Size = 300L << 20;
    private const long Allowed = 8L << 20;

    [Theory]
    [InlineData("d.jsonl")]
    [InlineData("d.csv")]
    [InlineData("d.json")]
    public async Task A_large_dump_is_read_in_constant_memory(string name)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0, rows = 0;
        await foreach (var result in new SourceReader().ReadAsync(new Rows(name), name))
        {
            Assert.IsType<ReadDocument>(result);
            if (++rows % 5_000 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.True(rows > 30_000);
        Assert.InRange(peak, 0, Allowed);
    }

    /// <summary>Rows with ids of their own and 9,000 bytes of text.</summary>
    private sealed class Rows(string name) : ForwardStream
    {
        private static readonly string Words = new('增', 3000);
        private byte[] row = Encoding.UTF8.GetBytes(
            name.EndsWith("csv", StringComparison.Ordinal) ? "id,text\n"
            : name.EndsWith("json", StringComparison.Ordinal) ? "["
            : " ");
        private int position;
        private long given;
        private int number;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (position == row.Length)
            {
                if (given >= Size)
                    return 0;
                number++;
                position = 0;
                row = Encoding.UTF8.GetBytes(name.EndsWith("csv", StringComparison.Ordinal) ? $"{number},\"{Words}\n\"\n"
                    : $"{{\"id\":\"{number}\",\"text\":\"{Words}\"}}{(name.EndsWith("json", StringComparison.Ordinal) ? "," : "")}\n");
            }

            var read = Math.Min(buffer.Length, row.Length - position);
            row.AsSpan(position, read).CopyTo(buffer);
            position += read;
            given += read;
            return read;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));
    }
}
