namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>Indicators that are another indicator's ratio to the gross product.</summary>
internal static class Derived
{
    /// <summary>Name of the ratio to GDP of the indicator <paramref name="code"/>, or null where it has none in the catalogue.</summary>
    public static string? RatioOf(string code) => code switch
    {
        "fiscal.deficit" => "赤字率",
        "innovation.rd_spending" => "研发经费投入强度",
        _ => null,
    };
}
