using System.Globalization;

namespace IndicatorPipeline.Cli.Output;

/// <summary>Quantities as a person writes them: <c>≥ 5%</c>, <c>~ 300亿元</c>, <c>5–5.5%</c>.</summary>
internal static class QuantityWords
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["CNY"] = "元", ["USD"] = "美元", ["pp"] = "个百分点", ["person"] = "人", ["household"] = "户", ["item"] = "个", ["ratio"] = "倍", ["m2"] = "m²", ["m3"] = "m³",
    };

    /// <param name="low">In the base unit, or null for words instead of a number.</param>
    /// <param name="high">In the base unit.</param>
    /// <param name="bound">The bound's code, <c>..</c> for a range.</param>
    /// <param name="unit">The base unit's code.</param>
    public static string Of(decimal? low, decimal? high, string? bound, string? unit)
    {
        if (low is not { } from || high is not { } to)
        {
            return "";
        }

        var scale = Scale(Math.Max(Math.Abs(from), Math.Abs(to)), unit);
        var suffix = scale.Name + (unit is null ? "" : Units.GetValueOrDefault(unit, unit));
        var numbers = bound == ".." ? $"{Number(from / scale.By)}–{Number(to / scale.By)}" : Number(from / scale.By);
        return Sign(bound) + numbers + suffix;
    }

    private static string Sign(string? bound) => bound switch
    {
        ">=" => "≥ ",
        "<=" => "≤ ",
        ">" => "> ",
        "<" => "< ",
        "~" => "~ ",
        _ => "",
    };

    private static (decimal By, string Name) Scale(decimal size, string? unit) => unit switch
    {
        "%" or "pp" or "ratio" => (1m, ""),
        _ when size >= 1e12m => (1e12m, "万亿"),
        _ when size >= 1e8m => (1e8m, "亿"),
        _ when size >= 1e4m => (1e4m, "万"),
        _ => (1m, ""),
    };

    private static string Number(decimal number) => Math.Round(number, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
