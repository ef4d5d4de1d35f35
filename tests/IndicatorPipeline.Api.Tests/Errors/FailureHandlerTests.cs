using System.Net.Sockets;
using IndicatorPipeline.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IndicatorPipeline.Api.Tests.Errors;

/// <summary>What the log says of requests that fail, for whoever reads it at night.</summary>
public sealed class FailureHandlerTests
{
    [Fact]
    public async Task A_database_that_is_down_takes_one_line_a_request_and_no_trace()
    {
        var (status, line, trace) =
            await HandleAsync(new NpgsqlException("Failed to connect to 127.0.0.1:9", new SocketException((int)SocketError.ConnectionRefused)));

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, status);
        Assert.StartsWith("GET /api/v1/runs was answered with 503: cannot reach PostgreSQL (Failed to connect to 127.0.0.1:9: ", line,
            StringComparison.Ordinal);
        Assert.Null(trace);
    }

    [Fact]
    public async Task A_fault_of_the_program_comes_with_its_trace()
    {
        var fault = new InvalidOperationException("a fault");

        var (status, line, trace) = await HandleAsync(fault);

        Assert.Equal(StatusCodes.Status500InternalServerError, status);
        Assert.Equal("GET /api/v1/runs ended with status 500", line);
        Assert.Same(fault, trace);
    }

    [Fact]
    public async Task A_mistake_of_the_caller_is_not_logged()
    {
        var (status, line, _) = await HandleAsync(new BadHttpRequestException("a mistake"));

        Assert.Equal(StatusCodes.Status400BadRequest, status);
        Assert.Null(line);
    }

    private static async Task<(int Status, string? Line, Exception? Trace)> HandleAsync(Exception failure)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = ("GET", "/api/v1/runs");
        var log = new LastLine();
        Assert.True(await new FailureHandler(log).TryHandleAsync(context, failure, CancellationToken.None));
        return (context.Response.StatusCode, log.Line, log.Trace);
    }

    private sealed class LastLine : ILogger<FailureHandler>
    {
        public string? Line { get; private set; }

        public Exception? Trace { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            (Line, Trace) = (formatter(state, exception), exception);
    }
}
