using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Observations;

/// <summary>The observation as outside readers know it: the names of the extraction's JSON first, then what only the database knows.</summary>
internal static class ObservationShape
{
    public static readonly Shape Shape = new("Observation",
    [
        new("document", FieldKind.Text, "Name of the document: the file name without its ending, or the id given.", "\"000\""),
        new("speech", FieldKind.Whole, "Place of the speech in the document, from 1.", "1"),
        new("start", FieldKind.Whole, "Offset of the value's first UTF-16 code unit in the document's text as decoded.", "1024"),
        new("end", FieldKind.Whole, "Offset behind the value's last UTF-16 code unit.", "1029"),
        new("quote", FieldKind.Text, "The sentence, unchanged.", "\"全区工业增加值达到100亿元。\""),
        new("value_text", FieldKind.Text, "The numeral with its scale and unit, unchanged; for a target without a number, its words.", "\"100亿元\""),
        new("indicator", FieldKind.Text,
            "Founding code of the catalogue (tier core), or null for what it does not hold.", "\"industry.value_added\""),
        new("indicator_text", FieldKind.Text, "The indicator as the text names it.", "\"工业增加值\""),
        new("measure", FieldKind.Text,
            "level, growth (% over the year before), average_growth (% a year), increment, share, multiple or gap.", "\"level\""),
        new("low", FieldKind.Number, "Lower end in the base unit; null for a target without a number.", "10000000000"),
        new("high", FieldKind.Number, "Upper end; equal to low but for a range.", "10000000000"),
        new("bound", FieldKind.Text, "= ~ > >= < <= or .. (a range); it speaks of the signed value.", "\"=\""),
        new("unit", FieldKind.Text, "Base unit: CNY, %, pp, m2, person, item …", "\"CNY\""),
        new("status", FieldKind.Text, "target, actual or estimate.", "\"target\""),
        new("period_start", FieldKind.Whole, "First year it speaks of, or null where the text cannot tell.", "2010"),
        new("period_end", FieldKind.Whole, "Last year it speaks of, inclusive.", "2010"),
        new("period_part", FieldKind.Text, "Part of the one year (Q1, H1, M01-M09), or null for whole years.", "null"),
        new("scope", FieldKind.Text, "Whose number: own, nation, province or other.", "\"own\""),
        new("place", FieldKind.Text, "Place as named, or null.", "null"),
        new("region_code", FieldKind.Text, "GB/T 2260 code of the region the number is about, or null.", "\"370000\""),
        new("rule", FieldKind.Text, "Rule that bound the number to the indicator.", "\"named-before\""),
        new("confidence", FieldKind.Number, "Probability, 0 to 1, that every field is right.", "0.93"),
        new("modality", FieldKind.Text, "How firmly a target is stated: strive, ensure, expect, binding or plan; null where not said.", "null"),
        new("open_indicator", FieldKind.Text, "Code of the wider catalogue (tier open) where indicator is null and it holds one, else null.", "null"),
        new("id", FieldKind.Whole, "Number of the observation; /api/v1/observations/{id}.", "4711"),
        new("version", FieldKind.Whole,
            "Version of the document whose text the offsets are of; /api/v1/documents/{document}?version={version}.", "17"),
        new("quote_start", FieldKind.Whole, "Offset of the sentence.", "1010"),
        new("quote_end", FieldKind.Whole, "Offset behind the sentence.", "1030"),
        new("region_name", FieldKind.Text, "Name of the region.", "\"山东省\""),
        new("speech_title", FieldKind.Text, "Title of the speech, or null.", "\"政府工作报告\""),
        new("speech_date", FieldKind.Date, "Day the speech was held, or null.", "\"2010-01-20\""),
        new("speech_year", FieldKind.Whole, "Year the speech speaks in, or null.", "2010"),
        new("speech_region_code", FieldKind.Text, "Region of the speaker, or null.", "\"370000\""),
        new("copy_of_document", FieldKind.Text, "Document of the speech that this speech is a copy of, or null.", "null"),
        new("copy_of_speech", FieldKind.Whole, "Number of that speech, or null.", "null"),
        new("valid_from", FieldKind.Moment, "When it became what readers see.", "\"2026-01-31T18:00:00.000Z\""),
    ]);
}
