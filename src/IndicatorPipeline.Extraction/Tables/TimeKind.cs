namespace IndicatorPipeline.Extraction.Tables;

/// <summary>How a word for a time counts its years.</summary>
internal enum TimeKind
{
    /// <summary>Offsets from the speech's year (去年: −1).</summary>
    Relative,

    /// <summary>Calendar years (十四五: 2021–2025).</summary>
    Absolute,

    /// <summary>A number of years up to or from the turn of the reviewed year (五年来, 今后三年): offsets from the first year that lies ahead.</summary>
    Run,

    /// <summary>A number of years that the text does not anchor (五年内, 两年增长): the plan or the review at hand does.</summary>
    Loose,

    /// <summary>A year of the speech's century (本世纪末): offset from its beginning.</summary>
    Century,

    /// <summary>A part of the year that other words give (上半年).</summary>
    PartOnly,

    /// <summary>The year of the context, said again (全年, 年末, 当年).</summary>
    Same,

    /// <summary>A time that cannot be counted in years (近年来, 多年来).</summary>
    Vague,
}
