using System.Globalization;
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
        : TryRegion(typed) ?? throw new CommandFailedException($"unknown region '{typed}' for {option}; give a six-digit code of GB/T 2260 (370000), CN, or a full name (山东省)", ExitCode.Usage);

    public static DateOnly? TryDate(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2200 ? date : null;

    public static string? TryRegion(string typed)
    {
        if (typed is "CN" or "000000")
        {
            return "000000";
        }

        if (typed.Length == 6 && typed.All(char.IsAsciiDigit))
        {
            return Catalog.Regions.Any(region => region.Code == typed) ? typed : null;
        }

        // A province's short name may also be a district's: the highest level that knows the name decides, if it knows it once.
        var called = Catalog.Regions.Where(region => region.Name == typed || region.ShortName == typed).ToList();
        var highest = called.Where(region => region.Level == called.Min(other => other.Level)).ToList();
        return highest is [var one] ? one.Code : null;
    }
}
