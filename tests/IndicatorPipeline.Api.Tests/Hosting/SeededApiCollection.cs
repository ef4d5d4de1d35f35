namespace IndicatorPipeline.Api.Tests.Hosting;

/// <summary>Tests that share the seeded API.</summary>
[CollectionDefinition(Name)]
public sealed class SeededApiCollection : ICollectionFixture<SeededApi>
{
    public const string Name = "seeded API";
}
