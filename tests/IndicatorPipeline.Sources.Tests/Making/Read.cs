namespace IndicatorPipeline.Sources.Tests.Making;

/// <summary>Reads inputs to their end.</summary>
internal static class Read
{
    public static async Task<List<ReadResult>> All(byte[] bytes, string name, ReadingOptions? options = null)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return await new SourceReader(options).ReadAsync(stream, name).ToListAsync();
    }

    public static async Task<ReadDocument> Document(byte[] bytes, string name, ReadingOptions? options = null) =>
        Assert.IsType<ReadDocument>(Assert.Single(await All(bytes, name, options)));

    public static async Task<ReadFailure> Failure(byte[] bytes, string name, ReadingOptions? options = null) =>
        Assert.IsType<ReadFailure>(Assert.Single(await All(bytes, name, options)));
}
