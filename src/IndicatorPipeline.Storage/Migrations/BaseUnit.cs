namespace IndicatorPipeline.Storage.Migrations;

/// <summary>A base unit of observations.</summary>
/// <param name="Code">Code in observations.</param>
/// <param name="Dimension">What it measures, in the words of the catalogue's dimensions; <c>multiple</c> for 倍 and 番.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name.</param>
internal sealed record BaseUnit(string Code, string Dimension, string NameZh, string NameEn)
{
    /// <summary>The base units. Compounds with a stroke (<c>yuan/kWh</c>) are read from texts and join them when they are first seen.</summary>
    public static IReadOnlyList<BaseUnit> All { get; } =
    [
        new("CNY", "money", "元", "yuan"),
        new("USD", "money", "美元", "US dollar"),
        new("HKD", "money", "港元", "Hong Kong dollar"),
        new("MOP", "money", "澳门元", "Macao pataca"),
        new("TWD", "money", "新台币", "New Taiwan dollar"),
        new("EUR", "money", "欧元", "euro"),
        new("JPY", "money", "日元", "yen"),
        new("GBP", "money", "英镑", "pound sterling"),
        new("RUB", "money", "卢布", "rouble"),
        new("%", "ratio", "百分比", "percent"),
        new("pp", "ratio", "个百分点", "percentage point"),
        new("ratio", "multiple", "倍", "times"),
        new("person", "persons", "人", "person"),
        new("household", "count", "户", "household"),
        new("item", "count", "个", "item"),
        new("m2", "area", "平方米", "square metre"),
        new("m", "length", "米", "metre"),
        new("m3", "volume", "立方米", "cubic metre"),
        new("kg", "mass", "千克", "kilogram"),
        new("kgce", "mass", "千克标准煤", "kilogram of coal equivalent"),
        new("kWh", "energy", "千瓦时", "kilowatt-hour"),
        new("W", "power", "瓦", "watt"),
        new("year", "time", "年", "year"),
        new("day", "time", "天", "day"),
        new("ug/m3", "concentration", "微克每立方米", "microgram per cubic metre"),
    ];
}
