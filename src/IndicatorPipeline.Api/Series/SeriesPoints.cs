using IndicatorPipeline.Api.Responses;
using Npgsql;

namespace IndicatorPipeline.Api.Series;

/// <summary>
/// Makes points of statements: the rows of <see cref="SeriesQuery"/> come ordered by series and period, the best statement of a point first, so that
/// one pass tells how many there are and whether they differ. (Window functions in the database did the same for twice the cost.)
/// </summary>
internal sealed class SeriesPoints(NpgsqlDataReader rows) : IRecords
{
    private Statement next;
    private bool hasNext;
    private bool hasBegun;
    private Statement best;
    private string key = "";
    private long statements;
    private Spread low;
    private Spread high;

    /// <summary>Statements read so far, the one behind the point included.</summary>
    public long StatementsRead { get; private set; }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!hasBegun)
        {
            hasBegun = true;
            await AdvanceAsync(cancellationToken);
        }

        if (!hasNext)
        {
            return false;
        }

        if (key.Length == 0 || !next.IsOfSeriesOf(best))
        {
            key = SeriesKey.Of(next.Indicator, next.Region, next.Status, next.Measure);
        }

        best = next;
        statements = 0;
        low = default;
        high = default;
        do
        {
            statements++;
            low.Add(next.Low);
            high.Add(next.High);
            await AdvanceAsync(cancellationToken);
        }
        while (hasNext && next.IsOfPointOf(best));
        return true;
    }

    public bool IsNull(int field) => field switch
    {
        7 => best.PeriodPart is null,
        8 => best.Low is null,
        9 => best.High is null,
        10 => best.Bound is null,
        11 => best.Unit is null,
        _ => false,
    };

    public string Text(int field) => field switch
    {
        0 => key,
        1 => best.Indicator,
        2 => best.Region,
        3 => best.Status,
        4 => best.Measure,
        7 => best.PeriodPart!,
        10 => best.Bound!,
        11 => best.Unit!,
        12 => best.ValueText,
        13 => best.Document,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    public long Whole(int field) => field switch
    {
        5 => best.PeriodStart,
        6 => best.PeriodEnd,
        14 => best.Id,
        16 => statements,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    public decimal Number(int field) => ResultRecords.Shortest(field switch
    {
        8 => best.Low!.Value,
        9 => best.High!.Value,
        15 => best.Confidence,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    });

    /// <summary>Whether the statements of the point differ by more than rounding: 0.05 of percent, half a percent of amounts.</summary>
    public bool Truth(int field) =>
        Math.Max(low.Width, high.Width) > (best.Unit is "%" or "pp" ? 0.05m : 0.005m * Math.Max(Math.Abs(low.Least), Math.Abs(high.Most)));

    public IReadOnlyList<string> Texts(int field) => throw new ArgumentOutOfRangeException(nameof(field), field, null);

    public DateOnly Date(int field) => throw new ArgumentOutOfRangeException(nameof(field), field, null);

    public DateTime Moment(int field) => throw new ArgumentOutOfRangeException(nameof(field), field, null);

    private async ValueTask AdvanceAsync(CancellationToken cancellationToken)
    {
        hasNext = await rows.ReadAsync(cancellationToken);
        if (hasNext)
        {
            StatementsRead++;
            next = Statement.Read(rows);
        }
    }

    /// <summary>The least and the most of the numbers that there are.</summary>
    private struct Spread
    {
        private bool hasAny;

        public decimal Least { get; private set; }

        public decimal Most { get; private set; }

        public readonly decimal Width => Most - Least;

        public void Add(decimal? number)
        {
            if (number is { } value)
            {
                (Least, Most) = hasAny ? (Math.Min(Least, value), Math.Max(Most, value)) : (value, value);
                hasAny = true;
            }
        }
    }

    private readonly record struct Statement(
        string Indicator, string Region, string Status, string Measure, short PeriodStart, short PeriodEnd, string? PeriodPart,
        decimal? Low, decimal? High, string? Bound, string? Unit, string ValueText, string Document, long Id, decimal Confidence)
    {
        public static Statement Read(NpgsqlDataReader row) => new(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt16(4), row.GetInt16(5), TextOrNull(row, 6),
            NumberOrNull(row, 7), NumberOrNull(row, 8), TextOrNull(row, 9), TextOrNull(row, 10), row.GetString(11), row.GetString(12),
            row.GetInt64(13), row.GetDecimal(14));

        public bool IsOfSeriesOf(in Statement other) =>
            Measure == other.Measure && Status == other.Status && Region == other.Region && Indicator == other.Indicator;

        public bool IsOfPointOf(in Statement other) =>
            PeriodStart == other.PeriodStart && PeriodEnd == other.PeriodEnd && PeriodPart == other.PeriodPart && IsOfSeriesOf(other);

        private static string? TextOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

        private static decimal? NumberOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDecimal(column);
    }
}
