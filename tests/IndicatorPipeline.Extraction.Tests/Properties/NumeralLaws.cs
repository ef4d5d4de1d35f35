using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>What a writer writes, the reader reads: the whole text as one number of the same value.</summary>
public class NumeralLaws
{
    // From one digit to sixteen, each length alike.
    private static readonly Gen<long> Numbers =
        from digits in Gen.Choose(1, 16)
        from upper in Gen.Choose(0, 99_999_999)
        from lower in Gen.Choose(0, 99_999_999)
        from zeros in Gen.Choose(0, 8)
        select Cut((upper * 100_000_000L) + lower, digits, zeros);

    private static readonly Gen<char> Zero = Gen.Elements('零', '〇');

    [Fact]
    public void Digits_are_read_in_every_dress() => Reads(
        from value in Numbers
        from dress in Gen.Elements<Func<long, string>>(
            NumeralWriter.Plain,
            NumeralWriter.Grouped,
            number => NumeralWriter.FullWidth(NumeralWriter.Plain(number)),
            number => NumeralWriter.FullWidth(NumeralWriter.Grouped(number)),
            number => NumeralWriter.Spaced(NumeralWriter.Plain(number), ' '),
            number => NumeralWriter.Spaced(NumeralWriter.Plain(number), '\u200B'),
            number => NumeralWriter.Spaced(NumeralWriter.Plain(number), '\u3000'))
        select (dress(value), (decimal)value));

    [Fact]
    public void Chinese_numerals_are_read() => Reads(
        from value in Numbers
        from zero in Zero
        select (NumeralWriter.Chinese(value, zero), (decimal)value));

    [Fact]
    public void Numbers_read_out_digit_by_digit_are_read() => Reads(
        from value in Gen.Choose(100, 999_999_999)
        from zero in Gen.Elements('〇', '零')
        select (NumeralWriter.ReadOut(NumeralWriter.Plain(value), zero), (decimal)value));

    [Fact]
    public void Decimals_are_read() => Reads(
        from value in Numbers
        from places in Gen.Choose(1, 4)
        from fraction in Gen.Choose(1, 9999)
        from full in Gen.Elements(true, false)
        let whole = value % 10_000_000_000
        let tail = fraction.ToString("0000", CultureInfo.InvariantCulture)[..places]
        let text = $"{whole}.{tail}"
        select (full ? NumeralWriter.FullWidth(text) : text, decimal.Parse(text, CultureInfo.InvariantCulture)));

    [Fact]
    public void Chinese_decimals_are_read() => Reads(
        from value in Numbers
        from fraction in Gen.Choose(1, 999)
        from zero in Zero
        let whole = value % 100_000_000
        let tail = fraction.ToString("000", CultureInfo.InvariantCulture)
        select ($"{NumeralWriter.Chinese(whole, zero)}点{NumeralWriter.ReadOut(tail, zero)}",
            decimal.Parse($"{whole}.{tail}", CultureInfo.InvariantCulture)));

    [Fact]
    public void Digits_with_Chinese_scales_are_read() => Reads(
        from upper in Gen.Choose(1, 9999)
        from lower in Gen.Choose(1, 9999)
        from tenths in Gen.Choose(1, 9)
        from one in Gen.Elements(
            ($"{upper}亿{lower}万", (upper * 100_000_000m) + (lower * 10_000m)),
            ($"{upper}.{tenths}万亿", (upper + (tenths / 10m)) * 1_000_000_000_000m),
            ($"{upper}万", upper * 10_000m),
            ($"{upper}.{tenths}亿", (upper + (tenths / 10m)) * 100_000_000m),
            ($"{tenths}千万", tenths * 10_000_000m),
            ($"{tenths}百亿", tenths * 10_000_000_000m),
            ($"{upper}万{lower}", (upper * 10_000m) + lower))
        where !one.Item1.EndsWith($"万{lower}", StringComparison.Ordinal) || lower >= 1000
        select one);

    [Fact]
    public void Percentages_are_read() => Reads(
        from value in Gen.Choose(0, 99_999)
        from zero in Zero
        let tail = value % 100
        let whole = NumeralWriter.Chinese(value / 100, zero)
        let text = tail == 0 ? whole : $"{whole}点{NumeralWriter.ReadOut(tail.ToString("00", CultureInfo.InvariantCulture), zero)}"
        select ($"百分之{text}", value / 100m));

    [Fact]
    public void Fractions_and_tenths_are_read() => Reads(
        from denominator in Gen.Choose(2, 99)
        from numerator in Gen.Choose(1, 98)
        from tenth in Gen.Choose(1, 9)
        from hundredth in Gen.Choose(1, 9)
        where numerator < denominator
        from one in Gen.Elements(
            ($"{NumeralWriter.Chinese(denominator)}分之{NumeralWriter.Chinese(numerator)}", decimal.Round(numerator * 100m / denominator, 4)),
            ($"{NumeralWriter.Chinese(tenth)}成", tenth * 10m),
            ($"{tenth}成", tenth * 10m),
            ($"{NumeralWriter.Chinese(tenth)}成{NumeralWriter.Chinese(hundredth)}", (tenth * 10m) + hundredth),
            ($"千分之{NumeralWriter.Chinese(numerator)}", numerator / 10m))
        select one);

    private static void Reads(Gen<(string Text, decimal Value)> cases) => Law.Holds(cases, 3000, one =>
        WholeNumeral.Read(one.Text, out var found) is { } numeral && numeral.Low == one.Value ? null
            : $"{one.Text} is read as {found} instead of {one.Value}");

    // The last digits, with zeros at the end.
    private static long Cut(long value, int digits, int zeros)
    {
        var limit = (long)Math.Pow(10, digits);
        var step = (long)Math.Pow(10, Math.Min(zeros, digits - 1));
        var cut = value % limit / step * step;
        return cut == 0 ? step : cut;
    }
}
