using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>What stands between the last boundary and a number: predicate, yardstick, name.</summary>
internal struct LeftSide
{
    /// <summary>First token behind the boundary.</summary>
    public int SegmentStart;

    /// <summary>Token of the number that it stands before; of a list of numbers the first, so that what all of them share is not read again for
    /// each.</summary>
    public int End;

    /// <summary>Roles of all words from the boundary to the number: what none of them can do need not be looked for.</summary>
    public Role Words;

    /// <summary>Roles of the words of the noun phrase.</summary>
    public Role NameWords;

    /// <summary>Roles of the predicate's words.</summary>
    public Role Predicate;

    /// <summary>First token of the predicate.</summary>
    public int PredicateStart;

    /// <summary>Direction of the change, +1 or −1; 0 where there is none.</summary>
    public int Sign;

    /// <summary>Direction of the distance from the yardstick, +1 above it or −1 below; 0 where no distance is told.</summary>
    public int GapSign;

    /// <summary>First token of the noun phrase before the predicate.</summary>
    public int NameStart;

    /// <summary>Token behind the noun phrase.</summary>
    public int NameEnd;

    /// <summary>Roles of the verbs before the noun phrase (新增 in 新增企业20家).</summary>
    public Role Leading;

    /// <summary>Direction that the leading verb gives (减少贫困人口).</summary>
    public int LeadingSign;

    /// <summary>First token of the yardstick, where there is one (全省 in 占全省的55%).</summary>
    public int YardstickStart;

    /// <summary>Token behind the yardstick.</summary>
    public int YardstickEnd;

    /// <summary>The bound before the number.</summary>
    public Bound Bound;

    /// <summary>Token of the last place in the segment, or −1.</summary>
    public int Place;

    /// <summary>Whether the words say who set the number as a goal (县里定的是).</summary>
    public bool SaysWhoSetIt;

    /// <summary>Whether a noun phrase was found.</summary>
    public readonly bool HasName => NameEnd > NameStart;

    /// <summary>Whether the predicate has any of <paramref name="roles"/>.</summary>
    public readonly bool Says(Role roles) => (Predicate & roles) != 0;
}
