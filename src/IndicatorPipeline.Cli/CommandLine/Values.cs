using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.CommandLine;

/// <summary>From typed words to values.</summary>
internal static class Values
{
    /// <summary>A day as <c>YYYY-MM-DD</c>, or null for null.</summary>
    /// <exception cref="CommandFailedException">It is no day.</exception>
    public static DateOnly? Date(string option, string? typed) =>
        typed is null ? null
        : TryDate(typed) ?? throw new CommandFailedException($"'{typed}' is no date for {option}; write YYYY-MM-DD, as 2025-01-15", ExitCode.Usage);

    /// <summary>The six-digit code of a region given by code, <c>CN</c> or name; null for null.</summary>
    /// <exception cref="CommandFailedException">No region, or more than one, is called so.</exception>
    public static string? Region(string option, string? typed) =>
        typed is null ? null
        : TryRegion(typed) ?? throw new CommandFailedException(
            Called(typed) is { Count: > 1 } several
                ? $"several regions are called '{typed}' ({option}); give the code of one: {string.Join(", ", several.Take(10).Select(region => $"{region.Code} ({Catalog.Region($"{region.Code[..2]}0000")?.Name})"))}"
                : $"unknown region '{typed}' for {option}; give a six-digit code of GB/T 2260 (370000), CN, or a full name (山东省)",
            ExitCode.Usage);

    public static DateOnly? TryDate(string typed) =>
        typed is [_, _, _, _, '-', _, _, '-', _, _]
        && Number(typed.AsSpan(0, 4)) is >= 1900 and <= 2200 and var year
        && Number(typed.AsSpan(5, 2)) is >= 1 and <= 12 and var month
        && Number(typed.AsSpan(8, 2)) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    public static string? TryRegion(string typed)
    {
        if (typed is "CN" or "000000")
        {
            return "000000";
        }

        if (typed.Length == 6 && Number(typed) is not null)
        {
            return Catalog.Region(typed)?.Code;
        }

        return Called(typed) is [var one] ? one.Code : null;
    }

    /// <summary>
    /// The regions that bear the name today. A province's short name may also be a district's: those of the highest level that knows the name.
    /// </summary>
    private static List<Region> Called(string name)
    {
        var called = Catalog.Named(name).Where(region => region.Name == name || region.ShortName == name).ToList();
        return [.. called.Where(region => region.Level == called.Min(other => other.Level))];
    }

    // Of a few digits; null where there is anything else.
    private static int? Number(ReadOnlySpan<char> typed)
    {
        var number = 0;
        foreach (var c in typed)
        {
            if (!char.IsAsciiDigit(c)) return null;
            number = (10 * number) + (c - '0');
        }

        return number;
    }
}
