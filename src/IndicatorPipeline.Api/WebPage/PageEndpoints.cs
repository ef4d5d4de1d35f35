using IndicatorPipeline.Api.Problems;
using Microsoft.Extensions.FileProviders;

namespace IndicatorPipeline.Api.WebPage;

/// <summary>Serves the page at / from <c>wwwroot</c> beside the program, where <c>scripts/page</c> and the build put it.</summary>
internal static class PageEndpoints
{
    public static void MapPage(this WebApplication app)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            app.MapGet("/", context => ProblemWriter.WriteAsync(context, new Problem(
                503, "urn:indicators:page", "The page is not built", "Run scripts/page and build again; the API under /api/v1 works without it.")));
            return;
        }

        app.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            StaticFileOptions =
            {
                // Names below assets/ hold a hash of the content; the page itself is asked for anew.
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                    file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
                        ? "public, max-age=31536000, immutable"
                        : "no-cache",
            },
        });
    }
}
