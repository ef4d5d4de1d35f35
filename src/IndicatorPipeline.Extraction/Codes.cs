namespace IndicatorPipeline.Extraction;

/// <summary>The names by which the outside world knows the cases of the engine's enumerations: one place for JSON, CSV and the database.</summary>
public static class Codes
{
    // By the numbers of the cases. Who needs them all asks here: queries over our own types would be compiled at each start of the program.
    internal static readonly string[] Bounds = ["=", "~", ">", ">=", "<", "<=", ".."];
    internal static readonly string[] Measures = ["level", "growth", "average_growth", "increment", "share", "multiple", "gap"];
    internal static readonly string[] Statuses = ["target", "actual", "estimate"];
    internal static readonly string[] Scopes = ["own", "nation", "province", "other"];
    internal static readonly string[] Modalities = ["strive", "ensure", "expect", "binding", "plan"];
    private static readonly string[] Levels = ["unknown", "nation", "province", "prefecture", "county", "township"];
    internal static readonly string[] SectionKinds = ["unknown", "review", "goals", "measures", "furniture"];
    internal static readonly string[] Tiers = ["core", "open"];
    internal static readonly string[] Evidences = ["given", "title", "byline", "text", "file_name"];

    /// <summary><c>=</c>, <c>~</c>, <c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>..</c>.</summary>
    public static string Code(this Bound bound) => Bounds[(int)bound];

    /// <summary><c>level</c>, <c>growth</c>, <c>average_growth</c>, <c>increment</c>, <c>share</c>, <c>multiple</c>, <c>gap</c>.</summary>
    public static string Code(this Measure measure) => Measures[(int)measure];

    /// <summary><c>target</c>, <c>actual</c>, <c>estimate</c>.</summary>
    public static string Code(this Status status) => Statuses[(int)status];

    /// <summary><c>own</c>, <c>nation</c>, <c>province</c>, <c>other</c>.</summary>
    public static string Code(this Scope scope) => Scopes[(int)scope];

    /// <summary><c>strive</c>, <c>ensure</c>, <c>expect</c>, <c>binding</c>, <c>plan</c>.</summary>
    public static string Code(this Modality modality) => Modalities[(int)modality];

    /// <summary><c>unknown</c>, <c>nation</c>, <c>province</c>, <c>prefecture</c>, <c>county</c>, <c>township</c>.</summary>
    public static string Code(this GovernmentLevel level) => Levels[(int)level];

    /// <summary><c>unknown</c>, <c>review</c>, <c>goals</c>, <c>measures</c>, <c>furniture</c>.</summary>
    public static string Code(this SectionKind kind) => SectionKinds[(int)kind];

    /// <summary><c>core</c>, <c>open</c>.</summary>
    public static string Code(this Tier tier) => Tiers[(int)tier];

    /// <summary><c>given</c>, <c>title</c>, <c>byline</c>, <c>text</c>, <c>file_name</c>.</summary>
    public static string Code(this Evidence evidence) => Evidences[(int)evidence];
}
