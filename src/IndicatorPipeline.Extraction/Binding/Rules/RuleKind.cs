namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>Which rule bound a number; <see cref="RuleNames"/> has the names that observations carry.</summary>
internal enum RuleKind : byte
{
    /// <summary>翻一番.</summary>
    Doubling,

    /// <summary>2.38:1.</summary>
    RatioToOne,

    /// <summary>高于全国2个百分点.</summary>
    DistanceFromYardstick,

    /// <summary>占生产总值的40%.</summary>
    ShareOfTotal,

    /// <summary>年均增长6%.</summary>
    AverageChange,

    /// <summary>增长6%.</summary>
    ChangeInPercent,

    /// <summary>提高2个百分点.</summary>
    ChangeInPoints,

    /// <summary>是1978年的3倍.</summary>
    TimesAsMuch,

    /// <summary>增加300亿元.</summary>
    AbsoluteChange,

    /// <summary>74%的企业.</summary>
    PercentageOfNoun,

    /// <summary>失业率为4%.</summary>
    PercentageLevel,

    /// <summary>达到300亿元.</summary>
    Amount,

    /// <summary>三次产业结构为7.7:58.1:34.2.</summary>
    StructureOfSectors,

    /// <summary>与经济增长同步.</summary>
    GoalInWords,
}
