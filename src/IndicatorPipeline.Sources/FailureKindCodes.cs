namespace IndicatorPipeline.Sources;

/// <summary>The names by which the outside world knows the kinds of failure.</summary>
public static class FailureKindCodes
{
    private static readonly string[] Kinds =
    [
        "not_found", "access_denied", "empty", "binary", "undecodable", "needs_ocr", "encrypted", "too_large",
        "bomb", "corrupt", "timeout", "unsupported", "missing_tool", "bad_record", "refused", "unreachable",
    ];

    /// <summary>Lower-case name: <c>not_found</c>, <c>needs_ocr</c> …</summary>
    public static string Code(this FailureKind kind) => Kinds[(int)kind];
}
