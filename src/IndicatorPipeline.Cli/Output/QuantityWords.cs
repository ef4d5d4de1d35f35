using System.Globalization;

namespace IndicatorPipeline.Cli.Output;

/// <summary>Quantities as a person writes them: <c>≥ 5%</c>, <c>~ 300亿元</c>, <c>5–5.5%</c>.</summary>
internal static class QuantityWords
{
    private const int Decimals = 4;

    private static readonly (decimal By, string Name)[] Scales = [(1e12m, "万亿"), (1e8m, "亿"), (1e4m, "万"), (1m, "")];

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["CNY"] = "元", ["USD"] = "美元", ["pp"] = "个百分点", ["person"] = "人", ["household"] = "户", ["item"] = "个", ["ratio"] = "倍",
        ["m2"] = "m²", ["m3"] = "m³", ["kWh"] = "千瓦时",
    };

    /// <summary>What reports count in where a thousand of the base unit or more is meant.</summary>
    private static readonly Dictionary<string, string> Thousands = new(StringComparer.Ordinal)
    {
        ["kg"] = "吨", ["m"] = "公里", ["W"] = "千瓦", ["kgce"] = "吨标准煤",
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

        var name = unit is null ? "" : Units.GetValueOrDefault(unit, unit);
        if (unit is not null && Math.Min(Math.Abs(from), Math.Abs(to)) >= 1000 && Thousands.TryGetValue(unit, out var larger))
        {
            (from, to, name) = (from / 1000, to / 1000, larger);
        }

        var (by, scale) = unit is "%" or "pp" or "ratio" ? Scales[^1] : Scale(from, to);
        return Sign(bound) + (bound == ".." ? $"{Number(from / by)}–{Number(to / by)}" : Number(from / by)) + scale + name;
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

    /// <summary>The largest scale in which nothing of the numbers is rounded away, so that 55047.3亿 stays what was said; else the largest.</summary>
    private static (decimal By, string Name) Scale(decimal from, decimal to)
    {
        var size = Math.Max(Math.Abs(from), Math.Abs(to));
        var fitting = Array.FindAll(Scales, scale => size >= scale.By || scale.By == 1);
        var whole = Array.FindIndex(fitting, scale => IsWhole(from / scale.By) && IsWhole(to / scale.By));
        return fitting[Math.Max(whole, 0)];
    }

    private static bool IsWhole(decimal number) => Math.Round(number, Decimals) == number;

    private static string Number(decimal number) => Math.Round(number, Decimals).ToString("0.####", CultureInfo.InvariantCulture);
}
