namespace IndicatorPipeline.Api;

/// <summary>Settings of the API, from the section <c>Api</c> of the configuration (<c>Api__CorsOrigins__0</c> …).</summary>
internal sealed class ApiOptions
{
    /// <summary>Origins whose pages may read the API, <c>*</c> for all. The default is none: the page at / is of the same origin.</summary>
    public string[] CorsOrigins { get; set; } = [];

    /// <summary>CSV and NDJSON streams that run at the same time. The default is 8.</summary>
    public int LongDownloads { get; set; } = 8;

    /// <summary>Seconds that one statement of a page may take; longer is answered with 413. The default is 15.</summary>
    public int StatementSeconds { get; set; } = 15;

    /// <summary>
    /// Connections to the database, downloads apart. The default is two a processor of this machine and two more: requests then wait their turn here
    /// and not in the database, where all of them at once are no faster and some much slower (32 clients: the 95th percentile halved against 16).
    /// More where the database has more processors.
    /// </summary>
    public int Connections { get; set; } = (2 * Environment.ProcessorCount) + 2;

    /// <summary>Sentences that a search for text reads in their order before it asks the index. The default is 4,000.</summary>
    public int TextWindow { get; set; } = 4_000;

    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public void Check()
    {
        if (LongDownloads is < 1 or > 1000 || StatementSeconds is < 1 or > 3600 || Connections is < 1 or > 1000 || TextWindow is < 1 or > 1_000_000)
        {
            throw new InvalidOperationException("Api:LongDownloads (1–1000), Api:StatementSeconds (1–3600), Api:Connections (1–1000) or Api:TextWindow (1–1000000) is out of its range.");
        }
    }
}
