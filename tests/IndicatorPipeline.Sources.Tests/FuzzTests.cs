using System.Globalization;
using IndicatorPipeline.Sources.Tests.Making;

namespace IndicatorPipeline.Sources.Tests;

/// <summary>
/// Mutated inputs over every reader: none may throw, and each must give at least one result with a path and, if it failed, a reason and a remedy of
/// one line. <c>INDICATORS_FUZZ</c> sets how many inputs (20,000 by default), <c>INDICATORS_FUZZ_SEED</c> where the randomness begins.
/// </summary>
public class FuzzTests
{
    // A process for each input is too slow for the normal run; of PDFs one in so many is taken.
    private const int PdfShare = 200;

    [Fact]
    public async Task No_mutated_input_throws()
    {
        var count = Setting("INDICATORS_FUZZ", 20_000);
        var seed = Setting("INDICATORS_FUZZ_SEED", 1);
        var seeds = OddInputs.All.Where(input => input.Content.Length is > 0 and < 20_000).ToList();
        var pdfs = seeds.Where(input => input.Name.StartsWith("pdf-", StringComparison.Ordinal)).ToList();
        var others = seeds.Except(pdfs).ToList();
        var options = ReadingOptions.Default with
        {
            MaxRecordBytes = 1 << 16,
            MaxDocumentBytes = 1 << 20,
            MaxUnpackedBytes = 2 << 20,
            PdfTimeout = TimeSpan.FromSeconds(20),
        };
        for (var i = 0; i < count; i++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + i));
            var from = i % PdfShare == 0 ? pdfs : others;
            var input = from[random.Next(from.Count)];
            var bytes = Mutated(input.Content, seeds, random);
            try
            {
                Check(await Read.All(bytes, input.FileName, options));
            }
            catch (Exception thrown)
            {
                throw new InvalidOperationException($"input {i} of seed {seed}, from {input.Name}: {Convert.ToBase64String(bytes.AsSpan(0, Math.Min(bytes.Length, 2000)))}", thrown);
            }
        }
    }

    private static void Check(List<ReadResult> results)
    {
        Assert.NotEmpty(results);
        Assert.Equal(results.Count, results.Select(result => result.Path).Distinct(StringComparer.Ordinal).Count());
        foreach (var failure in results.OfType<ReadFailure>())
        {
            Assert.NotEmpty(failure.Reason);
            Assert.NotEmpty(failure.Remedy);
            Assert.DoesNotContain('\n', failure.Reason);
        }

        foreach (var read in results.OfType<ReadDocument>())
            Assert.False(string.IsNullOrWhiteSpace(read.Document.Text));
    }

    /// <summary>One to eight changes: bits, bytes, runs, cuts, doublings, pieces of another input, numbers at their bounds.</summary>
    private static byte[] Mutated(byte[] content, List<OddInput> seeds, Random random)
    {
        var bytes = content.ToList();
        for (var change = random.Next(1, 9); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 << random.Next(0, 10));
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    var other = seeds[random.Next(seeds.Count)].Content;
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, length)).ToArray());
                    break;
                case 5:
                    for (var i = at; i < at + length; i++)
                        bytes[i] = (byte)random.Next(256);
                    break;
                case 6:
                    for (var i = at; i < Math.Min(at + 4, bytes.Count); i++)
                        bytes[i] = random.Next(2) == 0 ? (byte)0xFF : (byte)0;
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
