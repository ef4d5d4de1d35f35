using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Dapper;

namespace IndicatorPipeline.Storage;

/// <summary>The one place where a column becomes a property: names with and without underscores are the same, times are moments.</summary>
internal static class Mapping
{
    // Dapper's mapping is global to the process, and every query of this library counts on it, whoever made the data source.
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Dapper knows no other place, and no caller should have to remember a call.")]
    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new MomentHandler());
    }

    private sealed class MomentHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        // Npgsql gives timestamptz as a DateTime in UTC and takes offsets of zero only.
        public override DateTimeOffset Parse(object value) => new((DateTime)value);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.UtcDateTime;
    }
}
