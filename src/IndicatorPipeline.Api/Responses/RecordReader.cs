using System.Data.Common;

namespace IndicatorPipeline.Api.Responses;

/// <summary>Checks once that a result set has the columns of its shape, so that a changed SELECT fails in the first test and not in a client.</summary>
internal static class RecordReader
{
    /// <exception cref="InvalidOperationException">The columns differ.</exception>
    public static void Expect(DbDataReader reader, Shape shape)
    {
        for (var i = 0; i < shape.Fields.Count; i++)
        {
            if (i >= reader.FieldCount || reader.GetName(i) != shape.Fields[i].Name)
            {
                throw new InvalidOperationException($"Column {i} of the query for {shape.Name} is '{(i < reader.FieldCount ? reader.GetName(i) : "(none)")}', not '{shape.Fields[i].Name}'.");
            }
        }
    }

    /// <summary>The decimal without trailing zeros: 300.000 and 300 are one number.</summary>
    public static decimal Shortest(decimal value) => value / 1.0000000000000000000000000000m;
}
