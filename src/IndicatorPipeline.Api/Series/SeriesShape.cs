using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Series;

/// <summary>A series: its key and what holds for all its points, then a point. JSON nests the points, CSV and NDJSON have one line a point.</summary>
internal static class SeriesShape
{
    /// <summary>How many of the fields belong to the series; the others are the point's.</summary>
    public const int KeyFields = 5;

    public static readonly Shape Shape = new("SeriesPoint",
    [
        new("key", FieldKind.Text, "INDICATOR.REGION.STATUS.MEASURE.", "\"gdp.370000.actual.growth\""),
        new("indicator", FieldKind.Text, "Code in the catalogue.", "\"gdp\""),
        new("region_code", FieldKind.Text, "GB/T 2260 code.", "\"370000\""),
        new("status", FieldKind.Text, "target, actual or estimate.", "\"actual\""),
        new("measure", FieldKind.Text, "What the numbers say of the indicator.", "\"growth\""),
        new("period_start", FieldKind.Whole, "First year.", "2024"),
        new("period_end", FieldKind.Whole, "Last year, inclusive.", "2024"),
        new("period_part", FieldKind.Text, "Part of the one year, or null for whole years.", "null"),
        new("low", FieldKind.Number, "Lower end in the base unit; null for a target without a number.", "5.2"),
        new("high", FieldKind.Number, "Upper end; equal to low but for a range.", "5.2"),
        new("bound", FieldKind.Text, "= ~ > >= < <= or ..", "\"=\""),
        new("unit", FieldKind.Text, "Base unit.", "\"%\""),
        new("value_text", FieldKind.Text, "The value's words.", "\"5.2%\""),
        new("document", FieldKind.Text, "Document of the statement that is shown: the speaker's own first, then the surest.", "\"2025年政府工作报告\""),
        new("id", FieldKind.Whole, "Its observation.", "4822"),
        new("confidence", FieldKind.Number, "Probability, 0 to 1, that every field is right.", "0.95"),
        new("statements", FieldKind.Whole, "How many statements of this point there are, copies apart.", "2"),
        new("conflict", FieldKind.Truth, "Whether they differ by more than rounding.", "false"),
    ]);
}
