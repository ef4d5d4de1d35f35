using System.Net;
using System.Text;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Migrations;
using Npgsql;

namespace IndicatorPipeline.Jobs;

/// <summary>
/// Answers on 127.0.0.1: <c>/healthz</c> is 200 while the process lives; <c>/readyz</c> is 200 when it works, the database answers and its schema is
/// this program's, else 503. A supervisor restarts what is not live and leaves alone what only waits for the database.
/// </summary>
internal sealed class HealthEndpoint : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Migrator _migrator;
    private readonly Task _serving;
    private volatile bool _ready;

    private HealthEndpoint(int port, Migrator migrator)
    {
        _migrator = migrator;
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        try
        {
            _listener.Start();
        }
        catch (HttpListenerException)
        {
            throw new BadConfigurationException($"port {port} (Indicators__HealthPort) is in use; choose another one or stop what uses it");
        }

        _serving = ServeAsync();
    }

    /// <summary>Starts to answer, or null for no port.</summary>
    /// <exception cref="BadConfigurationException">The port is in use.</exception>
    public static HealthEndpoint? Start(int? port, Migrator migrator) => port is { } number ? new HealthEndpoint(number, migrator) : null;

    /// <summary>From now on the worker works.</summary>
    public void SetReady() => _ready = true;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            try
            {
                await AnswerAsync(context);
            }
            catch (Exception gone) when (gone is HttpListenerException or IOException)
            {
                // Whoever asked did not wait for the answer.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (status, text) = context.Request.Url?.AbsolutePath switch
        {
            "/healthz" => (HttpStatusCode.OK, "alive"),
            "/readyz" => await FaultAsync() is { } fault ? (HttpStatusCode.ServiceUnavailable, fault) : (HttpStatusCode.OK, "ready"),
            _ => (HttpStatusCode.NotFound, "there are /healthz and /readyz"),
        };
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = "text/plain";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text + "\n"));
        context.Response.Close();
    }

    /// <summary>Why no work can be done now, or null.</summary>
    private async Task<string?> FaultAsync()
    {
        try
        {
            await _migrator.EnsureStorableAsync(CancellationToken.None);
            return _ready ? null : "starting";
        }
        catch (NpgsqlException failure) when (DatabaseFailure.IsUnavailable(failure))
        {
            return "waiting for the database";
        }
        catch (Exception fault) when (fault is SchemaVersionException or NpgsqlException)
        {
            return fault.Message.ReplaceLineEndings(" ");
        }
    }
}
