using FsCheck;
using FsCheck.Fluent;

namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>Checks a law on generated cases: always the same ones, so that a failure is the code's and can be repeated.</summary>
internal static class Law
{
    private const ulong Seed = 20250115;

    /// <summary>Fails with the smallest case that <paramref name="complaint"/> is not null for.</summary>
    public static void Holds<T>(Gen<T> cases, int count, Func<T, string?> complaint)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, 1);
        Check.One(config, Prop.ForAll(cases.ToArbitrary(), one =>
            complaint(one) is { } problem ? throw new Xunit.Sdk.XunitException(problem) : true));
    }
}
