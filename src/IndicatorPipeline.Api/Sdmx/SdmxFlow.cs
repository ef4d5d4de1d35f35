using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Api.Sdmx;

/// <summary>The one data flow and its structure: names, codes, identifiers.</summary>
internal static class SdmxFlow
{
    public const string Agency = "IP";
    public const string Id = "INDICATORS";
    public const string Structure = "DSD_INDICATORS";
    public const string ConceptScheme = "CS_INDICATORS";
    public const string Version = "1.0";
    public const string Name = "Stated targets and reported outcomes of Chinese governments";

    public static readonly string Urn = $"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow={Agency}:{Id}({Version})";
    public static readonly string StructureUrn = $"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure={Agency}:{Structure}({Version})";

    /// <summary>Concepts of the structure: identifier, name, and the code list where there is one.</summary>
    public static readonly IReadOnlyList<(string Id, string Name, string? CodeList)> Concepts =
    [
        ("INDICATOR", "Indicator", "CL_INDICATOR"),
        ("REF_AREA", "Region the number is about (GB/T 2260)", "CL_AREA"),
        ("STATUS", "Promised or reached", "CL_STATUS"),
        ("MEASURE", "What the number says of its indicator", "CL_MEASURE"),
        ("TIME_PERIOD", "Period", null),
        ("OBS_VALUE", "Value in the base unit; of a range the lower end", null),
        ("UPPER_VALUE", "Upper end of a range, else the value", null),
        ("BOUND", "How the number limits the quantity", "CL_BOUND"),
        ("UNIT_MEASURE", "Base unit", "CL_UNIT"),
        ("OBS_CONFIDENCE", "Probability, 0 to 1, that every field is right", null),
        ("SOURCE", "Document that states it", null),
        ("OBS_ID", "Number of the observation in /api/v1/observations", null),
    ];

    /// <summary>The code lists; those of indicators and areas from the catalogue.</summary>
    public static readonly IReadOnlyList<(string Id, string Name, IReadOnlyList<SdmxCode> Codes)> CodeLists =
    [
        ("CL_INDICATOR", "Indicators", [.. Catalog.Indicators.Select(CodeOf)]),
        ("CL_AREA", "Administrative divisions of China",
            [.. Catalog.Regions.Select(region => new SdmxCode(region.Code, region.NameEn ?? region.Name, region.Name, region.ParentCode))]),
        ("CL_STATUS", "Promised or reached", [.. Enum.GetValues<Status>().Select(status => Plain(status.Code()))]),
        ("CL_MEASURE", "What a number says", [.. Enum.GetValues<Measure>().Select(measure => Plain(measure.Code()))]),
        ("CL_UNIT", "Base units",
        [
            new("CNY", "Yuan", "元", null), new("USD", "US dollar", "美元", null),
            new("%", "Percent", "百分比", null), new("pp", "Percentage point", "个百分点", null),
            new("m2", "Square metre", "平方米", null), new("m", "Metre", "米", null), new("m3", "Cubic metre", "立方米", null),
            new("kg", "Kilogram", "千克", null),
            new("kWh", "Kilowatt-hour", "千瓦时", null), new("W", "Watt", "瓦", null),
            new("kgce", "Kilogram of coal equivalent", "千克标准煤", null),
            new("person", "Person", "人", null), new("household", "Household", "户", null), new("item", "Item", "个", null),
            new("ratio", "Times", "倍", null),
        ]),
        ("CL_BOUND", "Bounds", [.. SdmxKey.Bounds.Select(bound => new SdmxCode(bound.Code, bound.Name, null, null))]),
    ];

    // "fiscal.debt" has no parent here, for no indicator is named "fiscal" alone.
    private static SdmxCode CodeOf(Indicator indicator)
    {
        var hasParent = indicator.Parent is { } parent && Catalog.Indicators.Any(other => other.Code == parent);
        return new SdmxCode(
            SdmxKey.CodeOf(indicator.Code), indicator.NameEn, indicator.NameZh, hasParent ? SdmxKey.CodeOf(indicator.Parent!) : null);
    }

    private static SdmxCode Plain(string code) => new(code, SdmxKey.NameOf(code), null, null);
}
