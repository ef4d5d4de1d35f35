namespace IndicatorPipeline.Api.WebPage;

/// <summary>Headers that keep a browser from running or loading anything that is not the page's own.</summary>
internal static class SecurityHeaders
{
    // ECharts sets styles by attribute; nothing else is loosened.
    private const string Policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        // Just before the response starts: what turns a failure into a problem clears the headers first.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
