using System.Text.Encodings.Web;
using System.Text.Json;

namespace IndicatorPipeline.Api.Responses;

/// <summary>A field of a record as it goes out: the column of the SELECT, the key of the JSON, the heading of the CSV.</summary>
/// <param name="Name">The name, snake_case.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Description">What it means, with its unit.</param>
/// <param name="Example">A value, as JSON.</param>
internal sealed record Field(string Name, FieldKind Kind, string Description, string Example)
{
    /// <summary>The name as a key of JSON, ready to be copied.</summary>
    public JsonEncodedText Key { get; } = JsonEncodedText.Encode(Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
