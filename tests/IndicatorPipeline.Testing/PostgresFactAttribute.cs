using Xunit;

namespace IndicatorPipeline.Testing;

/// <summary>A test that needs PostgreSQL: skipped where there is none, but failing there on CI.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresCluster.Missing;
}
