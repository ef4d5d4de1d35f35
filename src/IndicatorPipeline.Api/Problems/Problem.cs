using IndicatorPipeline.Api.Requests;

namespace IndicatorPipeline.Api.Problems;

/// <summary>An error as the caller sees it (RFC 9457).</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Type">Stable name of the kind of problem, a URN.</param>
/// <param name="Title">The kind in a few words.</param>
/// <param name="Detail">What is wrong here and what to do.</param>
internal sealed record Problem(int Status, string Type, string Title, string Detail)
{
    /// <summary>The wrong parameters, for a 400.</summary>
    public IReadOnlyList<ParameterError> Errors { get; init; } = [];

    /// <summary>Seconds after which trying again may help, or null.</summary>
    public int? RetryAfter { get; init; }

    public static Problem WrongParameters(IReadOnlyList<ParameterError> errors) =>
        new(400, "urn:indicators:wrong-parameters", "Wrong parameters", string.Join(' ', errors.Select(error => error.Message))) { Errors = errors };

    public static Problem NotFound(string detail) => new(404, "urn:indicators:not-found", "Not found", detail);

    public static Problem NotAcceptable(string accept, IReadOnlyList<string> offered) =>
        new(406, "urn:indicators:not-acceptable", "No such format", $"'{accept}' is not offered here; ask for {string.Join(", ", offered)}.");

    public static Problem TooMuch(string detail) => new(413, "urn:indicators:too-much", "The query asks for too much", detail);

    public static Problem Busy(string detail, int retryAfter) =>
        new(429, "urn:indicators:busy", "Too many long downloads", detail) { RetryAfter = retryAfter };

    public static Problem Unavailable(string detail, int retryAfter) =>
        new(503, "urn:indicators:unavailable", "The database cannot answer", detail) { RetryAfter = retryAfter };

    /// <summary>The problem for a status that the web server itself gave.</summary>
    public static Problem OfStatus(int status, string method, string path) => status switch
    {
        404 => NotFound($"There is nothing at {path}. The parts of the API are listed at /openapi/v1.json."),
        405 => new Problem(405, "urn:indicators:method", "Method not allowed",
            $"{path} does not take {method}; the API only reads: GET, HEAD and OPTIONS."),
        400 => new Problem(400, "urn:indicators:bad-request", "Bad request", "The request is not well-formed HTTP."),
        500 => new Problem(500, "urn:indicators:internal", "Internal error", "The server failed to answer; the reason is in its log."),
        _ => new Problem(status, "about:blank", $"Status {status}", $"{method} {path} was answered with status {status}."),
    };
}
