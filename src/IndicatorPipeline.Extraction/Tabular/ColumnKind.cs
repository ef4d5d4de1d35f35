namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>What the cells of a column hold.</summary>
internal enum ColumnKind
{
    /// <summary>What no word of a head tells: names of rows where nothing else holds them, or an indicator where the rows are places or
    /// years.</summary>
    Unknown,

    /// <summary>Nothing that is read: numbers of rows, remarks, ranks.</summary>
    Other,

    /// <summary>地区: rows of places, whose columns are the indicators.</summary>
    Place,

    /// <summary>年份, 月份: rows of years or their parts, whose columns are the indicators.</summary>
    Time,

    /// <summary>单位名称: rows of firms or offices, whose numbers are not read.</summary>
    Owner,

    /// <summary>指标, 项目: what the row is about.</summary>
    Name,

    /// <summary>单位: the unit of the row's amounts.</summary>
    Unit,

    /// <summary>属性: whether a goal is 约束性 or 预期性.</summary>
    Firmness,

    /// <summary>绝对数, 2025年: amounts and rates as such.</summary>
    Level,

    /// <summary>比上年增长(%).</summary>
    Growth,

    /// <summary>年均增速.</summary>
    AverageGrowth,

    /// <summary>比重(%).</summary>
    Share,
}
