using Xunit;

namespace IndicatorPipeline.Testing;

/// <summary>A theory that needs PostgreSQL: skipped where there is none, but failing there on CI.</summary>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresCluster.Missing;
}
