namespace IndicatorPipeline.Extraction;

/// <summary>A stated number in its base unit, with what the text says about how exact it is.</summary>
/// <remarks>Invariant: <c>Low &lt;= High</c>; they differ only for <see cref="Bound.Range"/>. For a bound both hold the stated number.</remarks>
public readonly record struct Quantity
{
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public Quantity(decimal low, decimal high, Bound bound, string unit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high);
        Low = low;
        High = high;
        Bound = bound;
        Unit = unit;
    }

    /// <summary>The lower end, in <see cref="Unit"/>.</summary>
    public decimal Low { get; }

    /// <summary>The upper end, in <see cref="Unit"/>.</summary>
    public decimal High { get; }

    /// <summary>How the number limits the quantity.</summary>
    public Bound Bound { get; }

    /// <summary>Code of the base unit: <c>CNY</c>, <c>%</c>, <c>pp</c>, <c>m2</c>, <c>person</c>, <c>item</c> …</summary>
    public string Unit { get; }
}
