using IndicatorPipeline.Jobs.Extracting;
using IndicatorPipeline.Jobs.Keeping;
using IndicatorPipeline.Jobs.Scanning;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Storage.Extractions;
using IndicatorPipeline.Storage.Failures;
using IndicatorPipeline.Storage.Runs;
using IndicatorPipeline.Storage.Settling;
using Microsoft.Extensions.DependencyInjection;

namespace IndicatorPipeline.Jobs;

/// <summary>Registers the job bodies, without an engine.</summary>
public static class JobServices
{
    /// <summary>Needs a data source, <see cref="JobOptions"/>, logging and an <see cref="IJobQueue"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseGate>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton(provider => provider.GetRequiredService<JobOptions>().Retry);
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<ExtractionStore>();
        services.AddSingleton<SettlingStore>();
        services.AddSingleton<FailureStore>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunEnds>();
        services.AddSingleton<ScanSources>();
        services.AddSingleton<Reextract>();
        services.AddSingleton<LostWork>();
        services.AddSingleton<IJobBody>(provider => provider.GetRequiredService<ScanSources>());
        services.AddSingleton<IJobBody>(provider => provider.GetRequiredService<Reextract>());
        services.AddSingleton<IJobBody, ExtractDocuments>();
        services.AddSingleton<IJobBody, RetryFailures>();
        services.AddSingleton<IJobBody, RemoveOldRuns>();
        return services;
    }
}
