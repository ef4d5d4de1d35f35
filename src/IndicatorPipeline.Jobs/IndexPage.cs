using System.Text.RegularExpressions;

namespace IndicatorPipeline.Jobs;

/// <summary>A page that lists speeches.</summary>
/// <param name="Address">Its address.</param>
/// <param name="LinkPattern">Regular expression that the absolute address of a link must match.</param>
public sealed record IndexPage(Uri Address, string LinkPattern)
{
    internal static IndexPage Read(ConfigurationValues values)
    {
        if (!Uri.TryCreate(values.Text("Address"), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw values.Bad("Address", "give an address that begins with http:// or https://");
        }

        var pattern = values.Text("LinkPattern")
            ?? throw values.Bad("LinkPattern", "give a regular expression for the links to follow, as /content_\\d+\\.html$");
        try
        {
            _ = Regex.IsMatch("", pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            throw values.Bad("LinkPattern", "it is no regular expression");
        }

        values.RefuseOthers();
        return new IndexPage(address, pattern);
    }
}
