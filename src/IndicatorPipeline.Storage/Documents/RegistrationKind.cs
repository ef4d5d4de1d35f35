namespace IndicatorPipeline.Storage.Documents;

/// <summary>What became of a found document.</summary>
public enum RegistrationKind
{
    /// <summary>Known, with this content.</summary>
    Unchanged,

    /// <summary>Seen for the first time.</summary>
    New,

    /// <summary>Known, with another content.</summary>
    Changed,

    /// <summary>Known under another path that is there no more, with this content.</summary>
    Moved,
}
