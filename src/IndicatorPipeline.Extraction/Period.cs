using System.Globalization;

namespace IndicatorPipeline.Extraction;

/// <summary>The years a number speaks of, or a part of one year.</summary>
/// <remarks>Invariant: <c>StartYear &lt;= EndYear</c>, both from 1900 to 2200; a part only within one year. Six bytes, so that one that may be
/// missing is passed on in a register.</remarks>
public readonly record struct Period
{
    private const int Months = 12;

    // Part 0 is the whole year; behind quarters, halves and months stand the runs of months.
    private static readonly string?[] Parts = NameParts();

    private readonly short start;
    private readonly short end;
    private readonly byte part;

    /// <exception cref="ArgumentOutOfRangeException">A year is outside 1900–2200, the years are in the wrong order or the part is none that <see
    /// cref="Part"/> can be.</exception>
    public Period(int startYear, int endYear, string? part = null)
        : this(startYear, endYear)
    {
        if (part is null || startYear != endYear) return;
        var at = Array.IndexOf(Parts, part, 1);
        if (at < 0)
            throw new ArgumentOutOfRangeException(nameof(part), part, "A part of a year is Q1–Q4, H1, H2, M01–M12 or months such as M01-M09.");
        this.part = (byte)at;
    }

    /// <summary>Whole years.</summary>
    internal Period(int startYear, int endYear)
    {
        if (startYear < Earliest) throw new ArgumentOutOfRangeException(nameof(startYear), startYear, $"Years before {Earliest} are not kept.");
        if (endYear > Latest) throw new ArgumentOutOfRangeException(nameof(endYear), endYear, $"Years after {Latest} are not kept.");
        if (startYear > endYear)
            throw new ArgumentOutOfRangeException(nameof(startYear), startYear, $"The first year is not after the last, {endYear}.");
        start = (short)startYear;
        end = (short)endYear;
    }

    /// <summary>Earliest year that is kept; what speeches say of earlier ones is history, which no other year may stand for.</summary>
    internal const int Earliest = 1900;

    /// <summary>Latest year that is kept.</summary>
    internal const int Latest = 2200;

    /// <summary>The year before the first, or null where none so early is kept.</summary>
    internal Period? YearBefore => StartYear > Earliest ? new Period(StartYear - 1, StartYear - 1) : null;

    /// <summary>Whether it is no whole year.</summary>
    internal bool IsPart => part > 0;

    /// <summary>First year.</summary>
    public int StartYear => start;

    /// <summary>Last year, inclusive.</summary>
    public int EndYear => end;

    /// <summary>Whether it is the same stretch of time: all six bytes, without the base library's comparers.</summary>
    public bool Equals(Period other) => start == other.start && end == other.end && part == other.part;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(start, end, part);

    /// <summary>Null for whole years, else <c>Q1</c>–<c>Q4</c>, <c>H1</c>, <c>H2</c>, <c>M01</c>–<c>M12</c> or <c>M01-M09</c>.</summary>
    public string? Part => Parts[part];

    private static string?[] NameParts()
    {
        var parts = new List<string?>(7 + Months + (Months * Months)) { null, "Q1", "Q2", "Q3", "Q4", "H1", "H2" };
        for (var month = 1; month <= Months; month++)
            parts.Add(string.Concat("M", (month / 10).ToString(CultureInfo.InvariantCulture), (month % 10).ToString(CultureInfo.InvariantCulture)));
        for (var run = 0; run < Months * Months; run++) parts.Add(string.Concat(parts[7 + (run / Months)], "-", parts[7 + (run % Months)]));
        return [.. parts];
    }
}
