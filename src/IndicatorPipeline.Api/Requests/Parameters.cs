using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Api.Requests;

/// <summary>Parameters that several endpoints share, each defined once.</summary>
internal static class Parameters
{
    public static readonly Parameter Indicator =
        new("indicator",
            "Indicators by code (gdp.tertiary), Chinese or English name. "
            + "Codes of the wider catalogue (tier open) are found in open_indicator, where a view has it.",
            "gdp") { Many = true };
    public static readonly Parameter IndicatorChildren =
        new("indicatorChildren",
            "Whether the parts of the indicators are taken too (industry.value_added.above_scale with industry.value_added).",
            "true") { Type = "boolean" };
    public static readonly Parameter Region =
        new("region",
            "Regions the numbers are about, by six-digit GB/T 2260 code or by name, full or short, Chinese or English. 000000 is the nation.",
            "370000") { Many = true };
    public static readonly Parameter RegionChildren =
        new("regionChildren", "Whether the divisions below the regions are taken too.", "true") { Type = "boolean" };
    public static readonly Parameter Level =
        new("level", "Level of government.", "province") { Many = true, Allowed = ["nation", "province", "prefecture", "county", "township"] };
    public static readonly Parameter Document =
        new("document", "Documents by name: the file name without its ending, or the id given.", "000") { Many = true };
    public static readonly Parameter Year =
        new("year", "A year that the period covers: 2025 finds 2025 and the plan 2021–2025.", "2025") { Type = "integer" };
    public static readonly Parameter From = new("from", "Earliest year in which the period may end.", "2015") { Type = "integer" };
    public static readonly Parameter To = new("to", "Latest year in which the period may begin.", "2025") { Type = "integer" };
    public static readonly Parameter PeriodPart =
        new("periodPart", "Part of the year: none for whole years, Q1–Q4, H1, H2, M01–M12, M01-M09.", "none");
    public static readonly Parameter Status =
        new("status", "Promised or reached.", "target") { Many = true, Allowed = [.. Enum.GetValues<Status>().Select(status => status.Code())] };
    public static readonly Parameter Measure =
        new("measure", "What the number says of its indicator.", "growth")
        {
            Many = true, Allowed = [.. Enum.GetValues<Measure>().Select(measure => measure.Code())],
        };
    public static readonly Parameter Scope =
        new("scope", "Whose number it is.", "own") { Many = true, Allowed = [.. Enum.GetValues<Scope>().Select(scope => scope.Code())] };
    public static readonly Parameter Tier =
        new("tier", "core: of an indicator of the catalogue; open: of something else that the text names.", "core") { Allowed = ["core", "open"] };
    public static readonly Parameter Text = new("q", "Text that the sentence holds, white space and case apart; at least two characters.", "工业增加值");
    public static readonly Parameter MinConfidence =
        new("minConfidence", "Least probability, 0 to 1, that every field is right.", "0.5") { Type = "number" };
    public static readonly Parameter Copies =
        new("copies",
            "Whether speeches that copy another are taken too. The default is false, but true where documents are named.",
            "true") { Type = "boolean" };
    public static readonly Parameter AsOf =
        new("asOf", "What readers saw at that moment: a date (its end, UTC) or an instant such as 2026-01-31T08:00:00Z.", "2026-01-31");
    public static readonly Parameter Limit =
        new("limit", "Items of a page, 1 to 1000. CSV and NDJSON always come whole.", "100") { Type = "integer" };
    public static readonly Parameter After = new("after", "Where the page before ended; take it from the link 'next'.", "100");
    public static readonly Parameter Excel =
        new("excel", "CSV for Excel: with a byte-order mark, and texts that look like formulas made harmless.", "1") { Type = "boolean" };

    /// <summary>Rows of a page when the parameter is not given.</summary>
    public const int UsualLimit = 100;

    /// <summary>Most rows of a page.</summary>
    public const int MostRows = 1000;
}
