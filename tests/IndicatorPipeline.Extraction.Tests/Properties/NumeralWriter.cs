using System.Globalization;

namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>Writes numbers in the styles of the reports: what the reader is checked against knows nothing of the reader.</summary>
internal static class NumeralWriter
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] Places = ["", "十", "百", "千"];

    /// <summary>一千二百三十四万五千六百七十八亿零九万零三; up to 10^16.</summary>
    public static string Chinese(long value, char zero = '零')
    {
        if (value == 0) return zero.ToString();
        var upper = value / 100_000_000;
        var lower = value % 100_000_000;
        if (upper == 0) return Wan(lower, zero);
        var gap = lower > 0 && lower < 10_000_000;
        return Wan(upper, zero) + "亿" + (gap ? zero.ToString() : "") + (lower == 0 ? "" : Wan(lower, zero));
    }

    private static string Wan(long value, char zero)
    {
        var upper = value / 10_000;
        var lower = value % 10_000;
        if (upper == 0) return Thousands(lower, zero);
        var gap = lower > 0 && lower < 1000;
        return Thousands(upper, zero) + "万" + (gap ? zero.ToString() : "") + (lower == 0 ? "" : Thousands(lower, zero));
    }

    private static string Thousands(long value, char zero)
    {
        var text = "";
        var gap = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = (int)(value / Power(place) % 10);
            if (digit == 0)
            {
                gap |= text.Length > 0;
                continue;
            }

            if (gap) text += zero;
            gap = false;
            // 十二, not 一十二, where nothing stands before.
            text += (place == 1 && digit == 1 && text.Length == 0 ? "" : Digits[digit].ToString()) + Places[place];
        }

        return text;
    }

    /// <summary>二〇〇八: digit by digit.</summary>
    public static string ReadOut(string digits, char zero) => string.Concat(digits.Select(digit => digit == '0' ? zero : Digits[digit - '0']));

    public static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string FullWidth(string digits) => string.Concat(digits.Select(c => c is >= '!' and <= '~' ? (char)(c + 0xFEE0) : c));

    public static string Spaced(string digits, char space) => string.Join(space, digits.AsEnumerable());

    private static long Power(int exponent) => exponent == 0 ? 1 : 10 * Power(exponent - 1);
}
