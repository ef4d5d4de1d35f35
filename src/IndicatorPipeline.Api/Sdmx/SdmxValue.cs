using System.Globalization;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Sdmx;

/// <summary>A value of the data flow with its dimensions.</summary>
/// <param name="Series">Codes of the four dimensions, in their order.</param>
/// <param name="Period">TIME_PERIOD.</param>
/// <param name="Value">OBS_VALUE: the number, for a range its lower end.</param>
/// <param name="Attributes">Values of <see cref="AttributeNames"/>, in their order; empty for none.</param>
internal sealed record SdmxValue(string[] Series, string Period, string Value, string[] Attributes)
{
    public static readonly IReadOnlyList<string> AttributeNames = ["UPPER_VALUE", "BOUND", "UNIT_MEASURE", "OBS_CONFIDENCE", "SOURCE", "OBS_ID"];

    /// <summary>Reads a record of <see cref="IndicatorPipeline.Api.Series.SeriesShape"/>.</summary>
    public static SdmxValue Read(IRecords row) => new(
        [SdmxKey.CodeOf(row.Text(1)), row.Text(2), row.Text(3), row.Text(4)],
        SdmxKey.PeriodOf((int)row.Whole(5), (int)row.Whole(6), row.IsNull(7) ? null : row.Text(7)),
        Number(row.Number(8)),
        [Number(row.Number(9)), SdmxKey.BoundOf(row.Text(10)), row.Text(11), Number(row.Number(15)), row.Text(13),
            row.Whole(14).ToString(CultureInfo.InvariantCulture)]);

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
