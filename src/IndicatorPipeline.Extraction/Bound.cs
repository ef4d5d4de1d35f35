namespace IndicatorPipeline.Extraction;

/// <summary>How a stated number limits the quantity it speaks of. A bound speaks of the signed value: 下降3%以上 is −3 with <see
/// cref="AtMost"/>.</summary>
public enum Bound
{
    /// <summary><c>=</c>: the number itself.</summary>
    Exact,

    /// <summary><c>~</c>: 左右, 约, 大约, 近, 接近, 上下.</summary>
    About,

    /// <summary><c>&gt;</c>: 超, 超过, 突破, 高于, 大于, 余, 多.</summary>
    MoreThan,

    /// <summary><c>&gt;=</c>: 以上, 不低于, 不少于, 至少.</summary>
    AtLeast,

    /// <summary><c>&lt;</c>: 低于, 不足, 少于, 小于.</summary>
    LessThan,

    /// <summary><c>&lt;=</c>: 以内, 以下, 不超过, 控制在…以内.</summary>
    AtMost,

    /// <summary><c>..</c>: a range from low to high.</summary>
    Range,
}
