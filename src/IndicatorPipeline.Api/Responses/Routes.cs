using IndicatorPipeline.Api.OpenApi;

namespace IndicatorPipeline.Api.Responses;

/// <summary>Maps nouns the same way everywhere: GET and HEAD, lists also with the endings .json, .csv and .ndjson.</summary>
internal static class Routes
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapList(this IEndpointRouteBuilder routes, string path, Delegate handler, Doc doc)
    {
        routes.MapMethods(path, Reading, handler).WithMetadata(doc with { IsList = true });
        foreach (var ending in new[] { ".json", ".csv", ".ndjson" })
        {
            routes.MapMethods(path + ending, Reading, handler).ExcludeFromDescription();
        }
    }

    public static void MapOne(this IEndpointRouteBuilder routes, string path, Delegate handler, Doc doc) =>
        routes.MapMethods(path, Reading, handler).WithMetadata(doc);
}
