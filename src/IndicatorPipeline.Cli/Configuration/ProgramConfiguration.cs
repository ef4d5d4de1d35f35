using IndicatorPipeline.Cli.CommandLine;
using Microsoft.Extensions.Configuration;

namespace IndicatorPipeline.Cli.Configuration;

/// <summary>What the environment and <c>appsettings.json</c> of the current folder say; the environment wins.</summary>
internal static class ProgramConfiguration
{
    /// <param name="typed">What the command line says; it wins over both.</param>
    /// <exception cref="CommandFailedException"><c>appsettings.json</c> is broken.</exception>
    public static IConfiguration Read(IEnumerable<KeyValuePair<string, string?>> typed)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(Directory.GetCurrentDirectory())
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables()
                .AddInMemoryCollection(typed)
                .Build();
        }
        catch (InvalidDataException broken)
        {
            throw new CommandFailedException($"{broken.Message.TrimEnd('.')}: {broken.InnerException?.Message ?? "it is no JSON"}");
        }
    }

    /// <summary>The database's connection string.</summary>
    /// <exception cref="CommandFailedException">There is none.</exception>
    public static string ConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString("Indicators") is { Length: > 0 } connectionString
            ? connectionString
            : throw new CommandFailedException("no database is given; set ConnectionStrings__Indicators (Host=…;Database=…;Username=…), or use scripts/indicators, which brings its own");
}
