namespace IndicatorPipeline.Extraction.Recognition.Periods;

/// <summary>What a time does in its sentence.</summary>
internal enum TimeUse
{
    /// <summary>The numbers behind it are of this time.</summary>
    Governs,

    /// <summary>Governs only the clause it stands in: 连续5年.</summary>
    GovernsClause,

    /// <summary>A base that is compared with: 比1955年, 较“十三五”末, 是2005年的3倍.</summary>
    Base,

    /// <summary>Part of a name or a duration: no time of any number.</summary>
    Name,
}
