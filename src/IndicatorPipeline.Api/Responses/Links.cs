namespace IndicatorPipeline.Api.Responses;

/// <summary>The link to the page behind.</summary>
internal static class Links
{
    /// <summary>The address of this request with <c>after</c> set: a path, so that it holds behind any proxy.</summary>
    public static string Next(HttpRequest request, string cursor)
    {
        var kept = request.Query.Where(pair => pair.Key != "after")
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return request.PathBase.ToUriComponent() + request.Path.ToUriComponent()
            + QueryString.Create(kept.Append(KeyValuePair.Create("after", (string?)cursor))).ToUriComponent();
    }
}
