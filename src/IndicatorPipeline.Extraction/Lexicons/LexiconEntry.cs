using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>A word of the lexicon with all that the tables say of it. Immutable once the lexicon is built.</summary>
internal sealed class LexiconEntry(string term)
{
    /// <summary>The word, folded.</summary>
    public string Term { get; } = term;

    /// <summary>What it can do.</summary>
    public Role Roles { get; set; }

    /// <summary>The indicator it names, or null.</summary>
    public IndicatorTerm? Indicator { get; set; }

    /// <summary>The unit it names, or null.</summary>
    public UnitTerm? Unit { get; set; }

    /// <summary>The bound it gives a number behind or before it.</summary>
    public Bound Bound { get; set; }

    /// <summary>+1 up, −1 down, 0 no direction.</summary>
    public int Sign { get; set; }

    /// <summary>The time it names, or null.</summary>
    public TimeTerm? Time { get; set; }

    /// <summary>Whose place it is, for a place word that is relative to the speaker (全国, 全省, 我市).</summary>
    public Scope Scope { get; set; }

    /// <summary>GB/T 2260 code of a named place, or null.</summary>
    public string? RegionCode { get; set; }

    /// <summary>How firm a target it tells of.</summary>
    public Modality Modality { get; set; }

    /// <summary>Whether it has any of <paramref name="roles"/>.</summary>
    public bool Is(Role roles) => (Roles & roles) != 0;
}
