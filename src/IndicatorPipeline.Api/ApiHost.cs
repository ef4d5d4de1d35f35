using System.IO.Compression;
using System.Net.Sockets;
using IndicatorPipeline.Api.Coverage;
using IndicatorPipeline.Api.Database;
using IndicatorPipeline.Api.Documents;
using IndicatorPipeline.Api.Health;
using IndicatorPipeline.Api.Indicators;
using IndicatorPipeline.Api.Observations;
using IndicatorPipeline.Api.OpenApi;
using IndicatorPipeline.Api.Outcomes;
using IndicatorPipeline.Api.Problems;
using IndicatorPipeline.Api.Regions;
using IndicatorPipeline.Api.Responses;
using IndicatorPipeline.Api.Runs;
using IndicatorPipeline.Api.Sdmx;
using IndicatorPipeline.Api.Series;
using IndicatorPipeline.Api.Transport;
using IndicatorPipeline.Api.WebPage;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using Npgsql;

namespace IndicatorPipeline.Api;

/// <summary>Puts the API and the page together: what is served, in which order a request passes through, and where.</summary>
public static partial class ApiHost
{
    /// <summary>Where it listens when neither <c>--urls</c> nor <c>ASPNETCORE_URLS</c> says so.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Serves until stopped.</summary>
    /// <returns>0, or 1 with one line on standard error where it cannot start.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception failure) when (failure is IOException or SocketException or InvalidOperationException
            or UriFormatException or FormatException)
        {
            await Console.Error.WriteLineAsync($"indicators-api: {Reason(failure)}");
            return 1;
        }
    }

    /// <summary>The application, not started.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Npgsql", LogLevel.Warning);
        // Named, or else the settings of old stand in for its own.
        builder.Services.PostConfigure<ConsoleLoggerOptions>(console => console.FormatterName ??= ConsoleFormatterNames.Simple);
        builder.Services.Configure<SimpleConsoleFormatterOptions>(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss zzz ";
        });
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        AddServices(builder);
        builder.AddTelemetryExport();
        AddJobPages(builder);
        var app = builder.Build();
        // A connection string that cannot be read must end the program now, not the first request.
        _ = app.Services.GetRequiredService<NpgsqlDataSource>();
        Use(app);
        Map(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Api").Get<ApiOptions>() ?? new ApiOptions();
        options.Check();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(RawTextInAddresses.Accept);
            });
        });
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(services => ReaderDatabase.Open(services.GetRequiredService<IConfiguration>(), options, options.Connections));
        builder.Services.AddKeyedSingleton(ReaderDatabase.Downloads, (services, _) =>
            ReaderDatabase.Open(services.GetRequiredService<IConfiguration>(), options, options.LongDownloads));
        builder.Services.AddSingleton<Totals>();
        builder.Services.AddSingleton<RecordStream>();
        builder.Services.AddSingleton<RecordList>();
        builder.Services.AddSingleton<SeriesList>();
        builder.Services.AddExceptionHandler<FailureHandler>();
        builder.Services.AddOpenApi("v1", Description.Configure);
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(options.CorsOrigins).WithMethods("GET", "HEAD").AllowAnyHeader().WithExposedHeaders("ETag", "Link", "Retry-After")));
        builder.Services.AddResponseCompression(compression =>
        {
            // Nothing secret is served, so that compression can give nothing away over TLS either.
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "text/csv", "application/x-ndjson", "application/problem+json", "image/svg+xml",
            ];
        });
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
    }

    private static void Use(WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, AllowStatusCode404Response = true });
        app.UseStatusCodePages(pages => ProblemWriter.WriteAsync(
            pages.HttpContext,
            Problem.OfStatus(pages.HttpContext.Response.StatusCode, pages.HttpContext.Request.Method, pages.HttpContext.Request.Path)));
        app.UseCors();
    }

    private static void Map(WebApplication app)
    {
        app.MapOpenApi("/openapi/v1.json");
        app.MapHealth();
        var api = app.MapGroup("/api/v1");
        api.MapObservations();
        api.MapSeries();
        api.MapOutcomes();
        api.MapIndicators();
        api.MapRegions();
        api.MapDocuments();
        api.MapRuns();
        api.MapCoverage();
        app.MapSdmx();
        MapJobPages(app);
        app.MapPage();
    }

    /// <summary>The job engine's pages, where the engine that is built in has some.</summary>
    static partial void AddJobPages(WebApplicationBuilder builder);

    static partial void MapJobPages(WebApplication app);

    private static string Reason(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
            {
                return $"{failure.Message.TrimEnd('.')}. Stop what listens there, or give another address: --urls http://127.0.0.1:5081";
            }
        }

        return failure.Message.ReplaceLineEndings(" ");
    }
}
