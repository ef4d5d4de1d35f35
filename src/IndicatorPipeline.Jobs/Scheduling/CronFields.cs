using System.Globalization;

namespace IndicatorPipeline.Jobs.Scheduling;

/// <summary>
/// Checks a crontab expression without an engine, so that a wrong one is refused at start and not found missing at two in the morning.
/// </summary>
internal static class CronFields
{
    private static readonly (string Name, int From, int To, string[] Words)[] Fields =
    [
        ("minute", 0, 59, []),
        ("hour", 0, 23, []),
        ("day of month", 1, 31, []),
        ("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
        ("day of week", 0, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]),
    ];

    /// <summary>What is wrong with the expression, or null.</summary>
    public static string? Fault(string expression)
    {
        var parts = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != Fields.Length)
        {
            return $"it has {parts.Length} fields instead of {Fields.Length}";
        }

        for (var i = 0; i < parts.Length; i++)
        {
            var (name, from, to, words) = Fields[i];
            if (parts[i].Split(',').FirstOrDefault(item => !IsItem(item, from, to, words)) is { } wrong)
            {
                return $"'{wrong}' is no {name} ({from}–{to})";
            }
        }

        return Never(parts[2], parts[3]) ? $"there is no day {parts[2]} in month {parts[3]}" : null;
    }

    /// <summary><c>*</c>, <c>5</c>, <c>MON</c>, <c>1-5</c>, each with <c>/2</c> behind it or not.</summary>
    private static bool IsItem(string item, int from, int to, string[] words)
    {
        var halves = item.Split('/');
        if (halves.Length > 2 || (halves.Length == 2 && Number(halves[1], 1, to, []) is null))
        {
            return false;
        }

        if (halves[0] == "*")
        {
            return true;
        }

        var ends = halves[0].Split('-');
        return ends.Length switch
        {
            1 => Number(ends[0], from, to, words) is not null,
            2 => Number(ends[0], from, to, words) is { } first && Number(ends[1], from, to, words) is { } last && first <= last,
            _ => false,
        };
    }

    private static int? Number(string text, int from, int to, string[] words)
    {
        if (Array.FindIndex(words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is var index and >= 0)
        {
            return index + from;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number : null;
    }

    /// <summary>Only a plain day in a plain month can be one that never comes.</summary>
    private static bool Never(string day, string month) =>
        int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
        && number > DateTime.DaysInMonth(2024, of);
}
