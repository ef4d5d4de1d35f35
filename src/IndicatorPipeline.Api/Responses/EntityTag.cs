using System.Security.Cryptography;

namespace IndicatorPipeline.Api.Responses;

/// <summary>Strong entity tags: the hash of the bytes, with the coding of the bytes as a suffix, for a compressed body is another body.</summary>
internal static class EntityTag
{
    private static readonly string[] Codings = ["-gzip", "-br"];

    /// <summary>The tag of a body, without quotes and coding.</summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return Convert.ToHexStringLower(hash[..12]);
    }

    /// <summary>Sets the ETag of the response, and answers 304 where the client has this body already.</summary>
    /// <returns>Whether the client has it and nothing more must be written.</returns>
    public static bool IsKnown(HttpContext context, string tag)
    {
        var headers = context.Response.Headers;
        headers.ETag = $"\"{tag}\"";
        headers.CacheControl = "no-cache";
        foreach (var known in context.Request.Headers.IfNoneMatch.SelectMany(value => (value ?? "").Split(',')))
        {
            var candidate = known.Trim().Replace("W/", "", StringComparison.Ordinal).Trim('"');
            if (candidate == "*" || candidate == tag || Codings.Any(coding => candidate == tag + coding))
            {
                headers.ETag = candidate == "*" ? headers.ETag : $"\"{candidate}\"";
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return true;
            }
        }

        // The compression chooses the coding when the first byte is written, after this method.
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK && headers.ContentEncoding.ToString() is { Length: > 0 } coding)
            {
                headers.ETag = $"\"{tag}-{coding}\"";
            }

            return Task.CompletedTask;
        });
        return false;
    }
}
