namespace IndicatorPipeline.Extraction.Tables;

/// <summary>How a word for a time counts its years.</summary>
internal enum TimeKind
{
    /// <summary>Offsets from the speech's year (去年: −1).</summary>
    Relative,

    /// <summary>Calendar years (十四五: 2021–2025).</summary>
    Absolute,

    /// <summary>A part of the year that other words give (上半年).</summary>
    PartOnly,

    /// <summary>The year of the context, said again (全年, 年末, 当年).</summary>
    Same,

    /// <summary>A time that cannot be counted in years (近年来, 多年来).</summary>
    Vague,
}
