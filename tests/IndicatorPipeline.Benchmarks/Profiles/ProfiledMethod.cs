namespace IndicatorPipeline.Benchmarks.Profiles;

/// <summary>How often a method took each of its ways.</summary>
/// <param name="Name">Full name, with <c>+</c> before a nested type.</param>
/// <param name="Size">Bytes of its code in the intermediate language, which tells overloads apart.</param>
/// <param name="Counts">The counts, in the order of the runtime.</param>
internal sealed record ProfiledMethod(string Name, int Size, IReadOnlyList<WayCount> Counts);
