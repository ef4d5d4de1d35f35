namespace IndicatorPipeline.Storage.Copies;

/// <summary>A speech and its copies, while they are gathered.</summary>
internal sealed class CopyFamily(Fingerprint original)
{
    /// <summary>Code of the place whose government speaks, as nearly as one of them tells it; null while none does.</summary>
    private string? _regionCode = original.RegionCode;

    /// <summary>What the others repeat.</summary>
    public SpeechKey Original { get; } = original.Speech;

    /// <summary>
    /// Whether two speeches may be one: neither is known to be of a place outside the other's. A copy that names its province only is still one.
    /// </summary>
    public static bool MayBeOfOnePlace(string? one, string? other) =>
        one is null || other is null || one.StartsWith(Stem(other), StringComparison.Ordinal)
            || other.StartsWith(Stem(one), StringComparison.Ordinal);

    /// <summary>
    /// Whether the speech may be one of them. Two places that report the same numbers are not joined by a third speech that names none.
    /// </summary>
    public bool MayHold(Fingerprint speech) => MayBeOfOnePlace(_regionCode, speech.RegionCode);

    public void Add(Fingerprint speech)
    {
        if (_regionCode is null || (speech.RegionCode is { } code && Stem(code).Length > Stem(_regionCode).Length)) _regionCode = speech.RegionCode;
    }

    /// <summary>What the codes of all places within a place begin with (GB/T 2260): 37 for 370000.</summary>
    private static string Stem(string code)
    {
        while (code.EndsWith("00", StringComparison.Ordinal)) code = code[..^2];
        return code;
    }
}
