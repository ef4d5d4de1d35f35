using System.Globalization;
using IndicatorPipeline.Api.Responses;
using Npgsql;

namespace IndicatorPipeline.Api.Sdmx;

/// <summary>A value of the data flow with its dimensions.</summary>
/// <param name="Series">Codes of the four dimensions, in their order.</param>
/// <param name="Period">TIME_PERIOD.</param>
/// <param name="Value">OBS_VALUE: the number, for a range its lower end.</param>
/// <param name="Attributes">Values of <see cref="AttributeNames"/>, in their order; empty for none.</param>
internal sealed record SdmxValue(string[] Series, string Period, string Value, string[] Attributes)
{
    public static readonly IReadOnlyList<string> AttributeNames = ["UPPER_VALUE", "BOUND", "UNIT_MEASURE", "OBS_CONFIDENCE", "SOURCE", "OBS_ID"];

    /// <summary>Reads a row of <see cref="IndicatorPipeline.Api.Series.SeriesShape"/>.</summary>
    public static SdmxValue Read(NpgsqlDataReader row) => new(
        [SdmxKey.CodeOf(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetString(4)],
        SdmxKey.PeriodOf(row.GetInt16(5), row.GetInt16(6), row.IsDBNull(7) ? null : row.GetString(7)),
        Number(row.GetDecimal(8)),
        [Number(row.GetDecimal(9)), SdmxKey.BoundOf(row.GetString(10)), row.GetString(11), Number(row.GetDecimal(15)), row.GetString(13), row.GetInt64(14).ToString(CultureInfo.InvariantCulture)]);

    private static string Number(decimal value) => RecordReader.Shortest(value).ToString(CultureInfo.InvariantCulture);
}
