using System.Globalization;
using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction;

/// <summary>The years a number speaks of, or a part of one year.</summary>
/// <remarks>Invariant: <c>StartYear &lt;= EndYear</c>, both from 1900 to 2200; a part only within one year. One number, so that it is
/// passed on in a register.</remarks>
public readonly record struct Period
{
    private const int Months = 12;

    // Part 0 is the whole year; behind quarters, halves and months stand the runs of months.
    private static readonly string?[] Parts = NameParts();

    // From the lowest bit: 8 of the part, 12 of the first year, 12 of the last.
    private readonly uint packed;

    private Period(uint packed) => this.packed = packed;

    /// <exception cref="ArgumentOutOfRangeException">A year is outside 1900–2200, the years are in the wrong order or the part is none that <see
    /// cref="Part"/> can be.</exception>
    public Period(int startYear, int endYear, string? part = null)
        : this(startYear, endYear)
    {
        if (part is null || startYear != endYear) return;
        var at = PlaceOf(part);
        if (at == 0 || Parts[at] != part)
            throw new ArgumentOutOfRangeException(nameof(part), part, "A part of a year is Q1–Q4, H1, H2, M01–M12 or months such as M01-M09.");
        packed |= (uint)at;
    }

    /// <summary>Whole years.</summary>
    internal Period(int startYear, int endYear)
    {
        if (startYear < Earliest) throw new ArgumentOutOfRangeException(nameof(startYear), startYear, $"Years before {Earliest} are not kept.");
        if (endYear > Latest) throw new ArgumentOutOfRangeException(nameof(endYear), endYear, $"Years after {Latest} are not kept.");
        if (startYear > endYear)
            throw new ArgumentOutOfRangeException(nameof(startYear), startYear, $"The first year is not after the last, {endYear}.");
        packed = unchecked(((uint)endYear << 20) | ((uint)startYear << 8));
    }

    /// <summary>Earliest year that is kept; what speeches say of earlier ones is history, which no other year may stand for.</summary>
    internal const int Earliest = 1900;

    /// <summary>Latest year that is kept.</summary>
    internal const int Latest = 2200;

    /// <summary>The year before the first, or null where none so early is kept.</summary>
    internal Period? YearBefore => StartYear > Earliest ? new Period(StartYear - 1, StartYear - 1) : null;

    /// <summary>Whether it is no whole year.</summary>
    internal bool IsPart => unchecked((byte)packed) > 0;

    /// <summary>First year.</summary>
    public int StartYear => unchecked((int)(packed >> 8) & 0xFFF);

    /// <summary>Last year, inclusive.</summary>
    public int EndYear => unchecked((int)(packed >> 20));

    /// <summary>What of the number stands for it: 0 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Pack(Period? period) => period is { } known ? known.packed : 0;

    /// <summary>What <see cref="Pack"/> made a number of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Period? Unpack(uint packed) => packed == 0 ? null : new Period(packed);

    /// <summary>Null for whole years, else <c>Q1</c>–<c>Q4</c>, <c>H1</c>, <c>H2</c>, <c>M01</c>–<c>M12</c> or <c>M01-M09</c>.</summary>
    public string? Part => Parts[unchecked((byte)packed)];

    // The part that the name would be of, or 0.
    private static int PlaceOf(string part) => part switch
    {
        ['Q', (>= '1' and <= '4') and var quarter] => quarter - '0',
        ['H', ('1' or '2') and var half] => half - '0' + 4,
        ['M', var tens, var ones, ..] when MonthOf(tens, ones) is >= 1 and <= Months and var first => part switch
        {
            [_, _, _] => first + 6,
            [_, _, _, '-', 'M', var lastTens, var lastOnes] when MonthOf(lastTens, lastOnes) is >= 1 and <= Months and var last =>
                ((first - 1) * Months) + last + 6 + Months,
            _ => 0,
        },
        _ => 0,
    };

    private static int MonthOf(char tens, char ones) => ((tens - '0') * 10) + ones - '0';

    private static string?[] NameParts()
    {
        var parts = new List<string?>(7 + Months + (Months * Months)) { null, "Q1", "Q2", "Q3", "Q4", "H1", "H2" };
        for (var month = 1; month <= Months; month++)
            parts.Add(string.Concat("M", (month / 10).ToString(CultureInfo.InvariantCulture), (month % 10).ToString(CultureInfo.InvariantCulture)));
        for (var run = 0; run < Months * Months; run++) parts.Add(string.Concat(parts[7 + (run / Months)], "-", parts[7 + (run % Months)]));
        return [.. parts];
    }
}
