namespace IndicatorPipeline.Sources.Web;

/// <summary>A host has no address that may be connected to. Never leaves the library.</summary>
internal sealed class RefusedAddressException(string address) : IOException(address)
{
    public string Address { get; } = address;
}
