using System.Text.Json;
using IndicatorPipeline.Api.Database;

namespace IndicatorPipeline.Api.Responses;

/// <summary>Writes a body that is known whole: with its entity tag, or 304 where the client has it.</summary>
internal static class Bodies
{
    public static async Task WriteAsync(HttpContext context, string contentType, MemoryStream body)
    {
        var bytes = body.GetBuffer().AsMemory(0, checked((int)body.Length));
        if (EntityTag.IsKnown(context, EntityTag.Of(bytes.Span)))
        {
            return;
        }

        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>
    /// A page of a list: the count of all pages' items and whether it is exact, the address of the page behind (null for the last), and
    /// the items as a JSON array.
    /// </summary>
    public static async Task WritePageAsync(HttpContext context, Total total, string? next, MemoryStream items)
    {
        using var body = new MemoryStream(checked((int)items.Length) + 256);
        await using (var json = new Utf8JsonWriter(body, JsonRecords.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("total", total.Count);
            json.WriteBoolean("total_exact", total.IsExact);
            json.WriteString("next", next);
            json.WritePropertyName("items");
            json.WriteRawValue(items.GetBuffer().AsSpan(0, checked((int)items.Length)), skipInputValidation: true);
            json.WriteEndObject();
        }

        if (next is not null)
        {
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        await WriteAsync(context, "application/json; charset=utf-8", body);
    }
}
