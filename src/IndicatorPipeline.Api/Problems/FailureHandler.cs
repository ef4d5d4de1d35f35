using IndicatorPipeline.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace IndicatorPipeline.Api.Problems;

/// <summary>Turns whatever ends a request into the problem the caller sees. Failures are matched on SQLSTATE, never on message text.</summary>
internal sealed class FailureHandler(ILogger<FailureHandler> log) : IExceptionHandler
{
    private const int RetrySeconds = 5;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var problem = ProblemOf(exception, httpContext);
        // Where the database is down every request says so: one line each, and no trace of where in this program it was noticed.
        if (problem.Status == StatusCodes.Status503ServiceUnavailable && DatabaseFailure.Explain(exception) is { } reason)
        {
            log.DatabaseFailed(httpContext.Request.Method, httpContext.Request.Path, reason);
        }
        else if (problem.Status >= 500)
        {
            log.RequestFailed(exception, httpContext.Request.Method, httpContext.Request.Path, problem.Status);
        }

        await ProblemWriter.WriteAsync(httpContext, problem);
        return true;
    }

    private static Problem ProblemOf(Exception exception, HttpContext context) => exception switch
    {
        ProblemException wrong => wrong.Problem,
        BadHttpRequestException bad => Problem.OfStatus(bad.StatusCode, context.Request.Method, context.Request.Path),
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => Problem.TooMuch(
            "The query takes longer than the server allows. Narrow it by indicator, region, year or document, or ask for fewer values at once."),
        PostgresException
        {
            SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName
                or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction
        } => Problem.Unavailable("The database has no schema of this version. Run 'scripts/indicators migrate'.", RetrySeconds),
        PostgresException { SqlState: [ '5', '3', .. ] or [ '5', '7', .. ] or [ '0', '8', .. ] or [ '2', '8', .. ] or [ '3', 'D', .. ] }
            or NpgsqlException { IsTransient: true }
            or NpgsqlException { InnerException: IOException or TimeoutException or System.Net.Sockets.SocketException } =>
            Problem.Unavailable("The database does not answer. The request may succeed when it is back.", RetrySeconds),
        NpgsqlException and not PostgresException =>
            Problem.Unavailable("The connection to the database failed. The request may succeed when it is back.", RetrySeconds),
        _ => Problem.OfStatus(500, context.Request.Method, context.Request.Path),
    };
}
