namespace IndicatorPipeline.Extraction;

/// <summary>How firmly a target is stated, as the text says it.</summary>
public enum Modality
{
    /// <summary>力争, 争取, 努力: an aspiration.</summary>
    Strive,

    /// <summary>确保, 必须, 务必: a commitment.</summary>
    Ensure,

    /// <summary>预期, 预计, 预期性: an expectation.</summary>
    Expect,

    /// <summary>约束性: binding on the governments below.</summary>
    Binding,

    /// <summary>计划, 安排, 拟: a plan.</summary>
    Plan,
}
