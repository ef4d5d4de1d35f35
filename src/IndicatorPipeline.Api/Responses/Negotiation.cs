using IndicatorPipeline.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace IndicatorPipeline.Api.Responses;

/// <summary>Chooses the format of a response: the ending of the path first (<c>.csv</c>), then the Accept header.</summary>
internal static class Negotiation
{
    private static readonly (string MediaType, Format Format)[] Lists =
    [
        ("application/json", Format.Json), ("text/csv", Format.Csv),
        ("application/x-ndjson", Format.Ndjson), ("application/ndjson", Format.Ndjson), ("application/jsonl", Format.Ndjson),
    ];

    /// <summary>The format of a list.</summary>
    /// <exception cref="ProblemException">406: the Accept header names nothing that is offered.</exception>
    public static Format OfList(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return path.EndsWith(".csv", StringComparison.Ordinal) ? Format.Csv
            : path.EndsWith(".ndjson", StringComparison.Ordinal) ? Format.Ndjson
            : path.EndsWith(".json", StringComparison.Ordinal) ? Format.Json
            : Choose(request, Lists);
    }

    /// <summary>The first of <paramref name="offers"/> that the Accept header likes best; the first one where the header is missing.</summary>
    /// <exception cref="ProblemException">406: the Accept header names nothing that is offered.</exception>
    public static T Choose<T>(HttpRequest request, IReadOnlyList<(string MediaType, T Format)> offers)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0)
        {
            return offers[0].Format;
        }

        foreach (var range in ranges.Where(range => range.Quality is not 0)
            .OrderByDescending(range => range, MediaTypeHeaderValueComparer.QualityComparer))
        {
            foreach (var (mediaType, format) in offers)
            {
                // A parameter of the client (charset, version) narrows nothing that is offered here.
                if (range.MatchesAllTypes || (range.MatchesAllSubTypes && mediaType.StartsWith(range.Type + "/", StringComparison.Ordinal))
                    || range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
                {
                    return format;
                }
            }
        }

        throw new ProblemException(Problem.NotAcceptable(accept.ToString(), [.. offers.Select(offer => offer.MediaType).Distinct()]));
    }
}
