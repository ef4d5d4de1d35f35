using IndicatorPipeline.Jobs;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Jobs;

/// <summary>A database that goes away while a run ends, under a process that lives on.</summary>
public sealed class RunEndsTests
{
    // The numbers of a sequence are not taken back with the transaction that drew them.
    private const string RefuseTwoEnds = """
        create sequence public.refusal;
        create function public.refuse() returns trigger language plpgsql as $$
        begin
          if nextval('public.refusal') <= 2 then raise exception 'the database system is shutting down' using errcode = '57P03'; end if;
          return new;
        end $$;
        create trigger refuse before update of state on indicators.run for each row when (old.state = 'running') execute function public.refuse();
        """;

    private const string Ends = "select string_agg(kind || ' ' || state, ', ' order by run_id) from indicators.run where kind <> 'ingest'";

    [PostgresTheory]
    [InlineData(JobNames.ScanSources, "scan failed, scan succeeded")]
    [InlineData(JobNames.RetryFailures, "retry failed, retry succeeded")]
    [InlineData(JobNames.Reextract, "reextract failed, reextract succeeded")]
    public async Task A_run_whose_end_could_not_be_stored_ends_when_its_job_begins_again(string job, string ends)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scan = new LocalScan(database);
        scan.Write("broken.docx", "PK\u0003\u0004 and no more of an archive");
        await scan.ScanAsync();
        await database.Source.ExecuteAsync("update indicators.failure set next_attempt_at = clock_timestamp()");
        await database.Source.ExecuteAsync(RefuseTwoEnds);

        await scan.RunAsync(new JobRequest(job));
        // What is due is read again by the attempt that failed; whether anything is left to read by the next does not matter.
        await database.Source.ExecuteAsync("update indicators.failure set next_attempt_at = clock_timestamp()");
        await scan.RunAsync(new JobRequest(job));

        Assert.StartsWith(ends[..ends.IndexOf(',')], await database.Source.QueryAsync(Ends));
        Assert.DoesNotContain("running", await database.Source.QueryAsync(Ends));
        Assert.Contains(ends[(ends.IndexOf(',') + 2)..], await database.Source.QueryAsync(Ends));
    }
}
