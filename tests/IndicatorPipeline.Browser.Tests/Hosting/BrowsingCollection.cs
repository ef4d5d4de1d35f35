namespace IndicatorPipeline.Browser.Tests.Hosting;

/// <summary>Tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowsingCollection : ICollectionFixture<Browsing>
{
    public const string Name = "browsing";
}
