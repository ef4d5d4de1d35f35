namespace IndicatorPipeline.Extraction;

/// <summary>What a number says of its indicator.</summary>
public enum Measure
{
    /// <summary>An amount or a rate as such.</summary>
    Level,

    /// <summary>Change over the year before in percent; a fall is negative.</summary>
    Growth,

    /// <summary>Average yearly change over several years in percent.</summary>
    AverageGrowth,

    /// <summary>Absolute change in the indicator's unit (新增, 增加3亿元, 提高2个百分点); a fall is negative.</summary>
    Increment,

    /// <summary>Part of a larger total (占GDP的5%).</summary>
    Share,

    /// <summary>Ratio to an earlier level (是2005年的3倍: 3; 翻一番: 2).</summary>
    Multiple,

    /// <summary>Distance from a yardstick (增速高于全国0.7个百分点); below it: negative.</summary>
    Gap,
}
