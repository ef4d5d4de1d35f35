using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Snippets;

/// <summary>A test that needs Debian's python3-pandas besides PostgreSQL; skipped where it is not installed.</summary>
internal sealed class PandasFactAttribute : FactAttribute
{
    public PandasFactAttribute() => Skip = PostgresCluster.Missing ?? (Directory.Exists("/usr/lib/python3/dist-packages/pandas") ? null : "pandas is not installed: apt-get install python3-pandas");
}
