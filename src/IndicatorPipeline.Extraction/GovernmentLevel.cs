namespace IndicatorPipeline.Extraction;

/// <summary>Level of government a speech speaks for.</summary>
public enum GovernmentLevel
{
    /// <summary>The text does not tell.</summary>
    Unknown,

    /// <summary>The nation.</summary>
    Nation,

    /// <summary>省, 自治区, 直辖市.</summary>
    Province,

    /// <summary>地级市, 地区, 自治州, 盟.</summary>
    Prefecture,

    /// <summary>县, 县级市, 市辖区, 旗.</summary>
    County,

    /// <summary>乡, 镇, 街道.</summary>
    Township,
}
