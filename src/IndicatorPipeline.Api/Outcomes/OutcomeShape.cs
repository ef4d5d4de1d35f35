using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Outcomes;

/// <summary>A target against its outcome, as it goes out.</summary>
internal static class OutcomeShape
{
    public static readonly Shape Shape = new("Outcome",
    [
        new("indicator", FieldKind.Text, "Code in the catalogue.", "\"gdp\""),
        new("indicator_name_zh", FieldKind.Text, "Its Chinese name.", "\"地区生产总值\""),
        new("indicator_name_en", FieldKind.Text, "Its English name.", "\"Gross regional (domestic) product\""),
        new("region_code", FieldKind.Text, "GB/T 2260 code of the region the numbers are about.", "\"370000\""),
        new("region_name", FieldKind.Text, "Its name.", "\"山东省\""),
        new("region_name_en", FieldKind.Text, "Its English name, or null.", "\"Shandong\""),
        new("measure", FieldKind.Text, "What the numbers say of the indicator.", "\"growth\""),
        new("year", FieldKind.Whole, "Year the target is for and the outcome is of.", "2024"),
        new("verdict", FieldKind.Text,
            "met, missed, not_judged (a plain number of which neither more nor less is wanted, or within a hair of 左右), no_outcome, no_target, target_without_number.", "\"met\""),
        new("met", FieldKind.Truth, "Whether the outcome respects the target with its bound; null where that cannot be judged.", "true"),
        new("gap", FieldKind.Number, "Outcome minus target in their unit; 0 inside a target range.", "0.2"),
        new("target_low", FieldKind.Number, "Lower end of the target from the report of that year; null for a target without a number.", "5"),
        new("target_high", FieldKind.Number, "Upper end.", "5"),
        new("target_bound", FieldKind.Text, "= ~ > >= < <= or ..", "\">=\""),
        new("target_unit", FieldKind.Text, "Base unit.", "\"%\""),
        new("target_text", FieldKind.Text, "The target's words for its value.", "\"5%\""),
        new("target_modality", FieldKind.Text, "How firmly it is stated, or null.", "null"),
        new("aspiration_low", FieldKind.Number, "Number of the aspiration beside the target (力争达到6%), or null.", "6"),
        new("target_document", FieldKind.Text, "Document that states it.", "\"2024年政府工作报告\""),
        new("target_observation", FieldKind.Whole, "Its observation.", "4711"),
        new("target_conflict", FieldKind.Truth, "Whether two documents state different numbers as the target.", "false"),
        new("outcome_low", FieldKind.Number, "Lower end of the outcome from the report of the year after.", "5.2"),
        new("outcome_high", FieldKind.Number, "Upper end.", "5.2"),
        new("outcome_bound", FieldKind.Text, "Bound of the outcome.", "\"=\""),
        new("outcome_unit", FieldKind.Text, "Base unit.", "\"%\""),
        new("outcome_text", FieldKind.Text, "The outcome's words for its value.", "\"5.2%\""),
        new("outcome_state", FieldKind.Text, "reported, estimated or none.", "\"reported\""),
        new("outcome_document", FieldKind.Text, "Document that states it.", "\"2025年政府工作报告\""),
        new("outcome_observation", FieldKind.Whole, "Its observation.", "4822"),
        new("outcome_conflict", FieldKind.Truth, "Whether two documents state different numbers as the outcome.", "false"),
        new("conflicting", FieldKind.Json,
            "Where there is a conflict: all statements, as {id, document, status, value_text, low, high, bound, unit}; else null.", "null"),
        new("upper_region_code", FieldKind.Text,
            "For percentages and intensities: code of the region above that states a target in the same unit, or null.", "\"000000\""),
        new("upper_target_low", FieldKind.Number, "Its target.", "5"),
        new("amplification", FieldKind.Number, "Own target minus the upper level's, in their unit.", "0"),
        new("plan_low", FieldKind.Number, "For growth: the yearly average that the plan covering the year promised, or null.", "5.5"),
        new("plan_observation", FieldKind.Whole, "Its observation.", "3001"),
        new("revision", FieldKind.Number, "The year's target minus the plan's average.", "-0.5"),
    ]);
}
