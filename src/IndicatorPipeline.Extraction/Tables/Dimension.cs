namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Kinds of units that can stand for one another.</summary>
[Flags]
internal enum Dimension
{
    None = 0,
    Money = 1 << 0,
    Ratio = 1 << 1,
    Persons = 1 << 2,
    Count = 1 << 3,
    Area = 1 << 4,
    Length = 1 << 5,
    Mass = 1 << 6,
    Volume = 1 << 7,
    Energy = 1 << 8,
    Power = 1 << 9,
    Time = 1 << 10,
    Concentration = 1 << 11,
    Intensity = 1 << 12,
    Multiple = 1 << 13,
    Points = 1 << 14,
    Households = 1 << 15,

    /// <summary>Units that name a size class or a technical grade and are never observed (千伏, 级).</summary>
    Grade = 1 << 16,

    /// <summary>Computing power (算力).</summary>
    Computing = 1 << 17,
}
