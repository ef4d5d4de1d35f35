namespace IndicatorPipeline.Extraction;

/// <summary>The years a number speaks of, or a part of one year.</summary>
/// <remarks>Invariant: <c>StartYear &lt;= EndYear</c>, both from 1900 to 2200; a part only within one year.</remarks>
public readonly record struct Period
{
    /// <exception cref="ArgumentOutOfRangeException">A year is outside 1900–2200 or the years are in the wrong order.</exception>
    public Period(int startYear, int endYear, string? part = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endYear, Latest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, endYear);
        StartYear = startYear;
        EndYear = endYear;
        Part = startYear == endYear ? part : null;
    }

    /// <summary>Earliest year that is kept; what speeches say of earlier ones is history, which no other year may stand for.</summary>
    internal const int Earliest = 1900;

    /// <summary>Latest year that is kept.</summary>
    internal const int Latest = 2200;

    /// <summary>The year before the first, or null where none so early is kept.</summary>
    internal Period? YearBefore => StartYear > Earliest ? new Period(StartYear - 1, StartYear - 1) : null;

    /// <summary>First year.</summary>
    public int StartYear { get; }

    /// <summary>Last year, inclusive.</summary>
    public int EndYear { get; }

    /// <summary>Null for whole years, else <c>Q1</c>–<c>Q4</c>, <c>H1</c>, <c>H2</c>, <c>M01</c>–<c>M12</c> or <c>M01-M09</c>.</summary>
    public string? Part { get; }
}
