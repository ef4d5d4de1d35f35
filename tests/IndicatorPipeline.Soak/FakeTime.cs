namespace IndicatorPipeline.Soak;

/// <summary>The library that gives a process a clock of its own (Debian's package <c>libfaketime</c>).</summary>
internal static class FakeTime
{
    /// <summary>Its file, or null where it is not installed.</summary>
    public static string? Library { get; } =
        new[] { "x86_64", "aarch64" }.Select(machine => $"/usr/lib/{machine}-linux-gnu/faketime/libfaketimeMT.so.1").FirstOrDefault(File.Exists);
}
