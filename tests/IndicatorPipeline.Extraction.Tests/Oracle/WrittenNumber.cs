using System.Globalization;
using IndicatorPipeline.Extraction.Tests.Properties;

namespace IndicatorPipeline.Extraction.Tests.Oracle;

/// <summary>A number as written, with what it means.</summary>
/// <param name="Text">How it is written.</param>
/// <param name="Value">Its value; a percentage or fraction in percent.</param>
/// <param name="IsRatio">Whether it is a percentage or a fraction.</param>
internal sealed record WrittenNumber(string Text, decimal Value, bool IsRatio)
{
    /// <summary>The generated set: always the same.</summary>
    public static IReadOnlyList<WrittenNumber> All { get; } = [.. Generate().DistinctBy(number => number.Text)];

    private static IEnumerable<WrittenNumber> Generate()
    {
        var random = new Random(19541);
        for (var i = 0; i < 60; i++)
        {
            var value = random.NextInt64(1, (long)Math.Pow(10, 1 + (i % 16)));
            var small = random.Next(1, 10_000);
            var tenths = random.Next(1, 10);
            var other = random.Next(2, 10);
            var tail = random.Next(1, 100).ToString("00", CultureInfo.InvariantCulture);
            var zero = i % 2 == 0 ? '零' : '〇';
            yield return new(NumeralWriter.Plain(value), value, false);
            yield return new(NumeralWriter.Grouped(value), value, false);
            yield return new(NumeralWriter.FullWidth(NumeralWriter.Plain(value)), value, false);
            yield return new(NumeralWriter.Chinese(value, zero), value, false);
            yield return new($"{NumeralWriter.Chinese(small, zero)}点{NumeralWriter.ReadOut(tail, zero)}", Of($"{small}.{tail}"), false);
            yield return new($"{small}.{tail}亿", Of($"{small}.{tail}") * 100_000_000m, false);
            yield return new($"{small}.{tail}万亿", Of($"{small}.{tail}") * 1_000_000_000_000m, false);
            yield return new($"{tenths}亿{small}万", (tenths * 100_000_000m) + (small * 10_000m), false);
            yield return new($"{tenths}千万", tenths * 10_000_000m, false);
            yield return new(NumeralWriter.ReadOut(NumeralWriter.Plain(1000 + small), zero), 1000 + small, false);
            yield return new($"{small % 100}.{tail}%", Of($"{small % 100}.{tail}"), true);
            yield return new(NumeralWriter.FullWidth($"{small % 100}.{tail}%"), Of($"{small % 100}.{tail}"), true);
            yield return new($"百分之{NumeralWriter.Chinese(small % 300, zero)}点{NumeralWriter.ReadOut(tail, zero)}", Of($"{small % 300}.{tail}"), true);
            yield return new($"百分之{NumeralWriter.Chinese(1 + (small % 200), zero)}", 1 + (small % 200), true);
            yield return new($"千分之{NumeralWriter.Chinese(1 + (small % 100), zero)}", (1 + (small % 100)) / 10m, true);
            yield return new($"{NumeralWriter.Chinese(tenths)}成", tenths * 10, true);
            yield return new($"{NumeralWriter.Chinese(tenths)}成{NumeralWriter.Chinese(other)}", (tenths * 10) + other, true);
            if (tenths < other)
                yield return new($"{NumeralWriter.Chinese(other)}分之{NumeralWriter.Chinese(tenths)}", decimal.Round(tenths * 100m / other, 4), true);
        }
    }

    private static decimal Of(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);
}
