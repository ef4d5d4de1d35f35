namespace IndicatorPipeline.Extraction;

/// <summary>Whose number it is.</summary>
public enum Scope
{
    /// <summary>The speaker's jurisdiction or a part of it.</summary>
    Own,

    /// <summary>The nation, when the speaker is below it.</summary>
    Nation,

    /// <summary>The province, when the speaker is below it.</summary>
    Province,

    /// <summary>Another place, or a foreign one.</summary>
    Other,
}
