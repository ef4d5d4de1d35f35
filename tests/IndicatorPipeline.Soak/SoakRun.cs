using System.Diagnostics;
using System.Globalization;
using IndicatorPipeline.Soak.Corpora;
using IndicatorPipeline.Soak.Faults;
using IndicatorPipeline.Soak.Processes;

namespace IndicatorPipeline.Soak;

/// <summary>A clean run, then the same documents under faults, then both row by row.</summary>
internal sealed class SoakRun
{
    /// <summary>Of workers that all work: then nothing more is to come before the next fault.</summary>
    private static readonly TimeSpan Stillness = TimeSpan.FromSeconds(15);

    private readonly SoakSettings _settings;
    private readonly SoakCorpus _corpus;
    private readonly Workshop _workshop;
    private readonly WorkerFleet _fleet;
    private readonly Ledger _ledger = new();
    private readonly Random _chance;
    private readonly string? _fakeTime;
    private readonly Books _books;

    private SoakRun(SoakSettings settings, Workshop workshop)
    {
        (_settings, _workshop, _books) = (settings, workshop, workshop.Soaked);
        _corpus = SoakCorpus.Of(settings);
        _chance = new Random(settings.Seed);
        _fakeTime = settings.IsBrief ? null : FakeTime.Library;
        _fleet = new WorkerFleet(workshop.EnvironmentOf("soaked"), Path.Combine(workshop.Folder, "logs"));
        if (_fakeTime is null && !settings.IsBrief)
        {
            Ledger.Say("SKIPPED: no clock jumps, because libfaketime is not installed");
        }
    }

    /// <returns>0 if nothing was lost, doubled or different, else 1.</returns>
    public static async Task<int> RunAsync(SoakSettings settings, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(settings.Bound);
        await using var workshop = await Workshop.OpenAsync(settings);
        var run = new SoakRun(settings, workshop);
        try
        {
            await run.RunAsync(bound.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            run._ledger.Problem($"not over after {settings.Bound.TotalMinutes:0} minutes");
            await run.TellWhatWaitsAsync();
        }
        finally
        {
            run._fleet.Dispose();
        }

        run._ledger.Print();
        return run._ledger.Problems.Count == 0 ? 0 : 1;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        _ledger.Add("documents", Number(_settings.Documents));
        var clean = await RunCleanAsync();
        var began = Stopwatch.GetTimestamp();
        await SoakAsync(cancellationToken);
        if (!_settings.IsBrief)
        {
            await new LongDocument(_workshop, _fleet, _ledger, _settings).EndWithinAsync(cancellationToken);
            await new MissedNights(_books, _fleet, _ledger).RunOnceAsync(_settings.Workers, cancellationToken);
        }

        await _fleet.ResizeAsync(0);
        var soaked = Stopwatch.GetElapsedTime(began);

        _ledger.Add("worker processes", $"2, then {_settings.Workers}");
        _ledger.Add("workers killed (SIGKILL)", Number(_ledger.Kills));
        _ledger.Add("restarts of PostgreSQL, one a crash", Number(_ledger.Restarts));
        _ledger.Add("seconds of a clean run, one process", clean.TotalSeconds.ToString("0", CultureInfo.InvariantCulture));
        _ledger.Add("seconds under faults", soaked.TotalSeconds.ToString("0", CultureInfo.InvariantCulture));
        _ledger.Add("jobs taken over from the dead", Number(_fleet.CountLines("is taken over")));
        _ledger.Add("times a job waited for the database", Number(_fleet.CountLines("waits for the database")));
        _ledger.Add("times a transaction began again", Number(_fleet.CountLines("begins again")));
        foreach (var deserter in _fleet.Deserters)
        {
            _ledger.Problem(deserter);
        }

        await new Verdict(_corpus, _workshop, _ledger).PassAsync(cancellationToken);
    }

    private async Task<TimeSpan> RunCleanAsync()
    {
        Ledger.Say("clean run");
        _corpus.WriteFirst(_workshop.CleanSpeeches);
        var began = Stopwatch.GetTimestamp();
        await _workshop.RunAsync("clean", ["ingest", _workshop.CleanSpeeches], most: 1);
        _corpus.WriteSecond(_workshop.CleanSpeeches);
        await _workshop.RunAsync("clean", ["ingest", _workshop.CleanSpeeches], most: 1);
        return Stopwatch.GetElapsedTime(began);
    }

    private async Task SoakAsync(CancellationToken cancellationToken)
    {
        _corpus.WriteFirst(_workshop.SoakedSpeeches);
        await _fleet.ResizeAsync(2);
        while (!_fleet.Workers.All(worker => worker.HasBegun))
        {
            await Task.Delay(100, cancellationToken);
        }

        await _books.MissNightsAsync(1, cancellationToken);
        await _books.UntilAsync("select exists (select from indicators.run where kind = 'scan')", TimeSpan.MaxValue, cancellationToken);

        var faults = Faults();
        var field = new Battlefield(_fleet, _workshop.Cluster, _workshop.Disk, _books, _chance, _ledger);
        var isChanged = false;
        for (var i = 0; i < faults.Count; i++)
        {
            await AdvanceAsync(faults.Count - i, cancellationToken);
            if (!isChanged && i >= faults.Count / 2)
            {
                await ChangeAsync(cancellationToken);
                isChanged = true;
            }

            Ledger.Say($"{await _books.AskAsync<long>(Books.Current, cancellationToken),6} in  {faults[i].Name}");
            await faults[i].StrikeAsync(field, cancellationToken);
        }

        if (!isChanged)
        {
            await ChangeAsync(cancellationToken);
        }

        await SettleAsync(cancellationToken);
    }

    private List<Fault> Faults()
    {
        var jumps = _fakeTime is null ? 0 : 1;
        List<Fault> faults =
        [
            .. Enumerable.Repeat(new KilledWorker(), Math.Max(0, _settings.Kills - jumps)),
            .. Enumerable.Range(0, _settings.Restarts).Select(number => new RestartedDatabase(crash: number == 0)),
            .. _settings.IsBrief ? Array.Empty<Fault>() : [new SleepingWorker()],
            new EndedWorker(isTimed: !_settings.IsBrief),
            .. _fakeTime is null ? Array.Empty<Fault>() : [new JumpedClock(_fakeTime)],
            .. _workshop.Disk is null ? Array.Empty<Fault>() : [new FullDisk()],
        ];
        var order = faults.ToArray();
        _chance.Shuffle(order);
        return [.. order];
    }

    /// <summary>
    /// Returns when its share of the documents that are not in has come in, or nothing has for a while, and then a moment later: so the faults that
    /// are left meet work, however long those before took.
    /// </summary>
    private async Task AdvanceAsync(int faultsLeft, CancellationToken cancellationToken)
    {
        var (last, since) = (-1L, Stopwatch.GetTimestamp());
        var first = await _books.AskAsync<long>(Books.Current, cancellationToken);
        var left = _corpus.Documents.Count(document => document.FailsAt is null) - first;
        var documents = left > 0 ? first + Math.Max(1, left / (faultsLeft + 1)) : first;
        while (true)
        {
            await _fleet.LookAfterAsync();
            var now = await _books.AskAsync<long>(Books.Current, cancellationToken);
            if (now >= documents || (now == last && Stopwatch.GetElapsedTime(since) > Stillness))
            {
                break;
            }

            // Faults one upon the other while workers only start would find nothing to break.
            if (now != last || !_fleet.Workers.All(worker => worker.HasBegun))
            {
                (last, since) = (now, Stopwatch.GetTimestamp());
            }

            await Task.Delay(100, cancellationToken);
        }

        await Task.Delay(_chance.Next(700), cancellationToken);
    }

    /// <summary>
    /// The files of the second night, and that night, with all workers. Only when the first scan is through, so that documents have the same
    /// order as in the clean run.
    /// </summary>
    private async Task ChangeAsync(CancellationToken cancellationToken)
    {
        await _books.UntilAsync("select exists (select from indicators.run where kind = 'scan' and state = 'succeeded')", TimeSpan.MaxValue,
            cancellationToken);
        Ledger.Say("documents change; the second night");
        _corpus.WriteSecond(_workshop.SoakedSpeeches);
        await _books.MissNightsAsync(1, cancellationToken);
        await _fleet.ResizeAsync(_settings.Workers);
    }

    /// <summary>Returns when all is in and only the poisoned documents are failures.</summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var wanted = await _workshop.Clean.AskAsync<long>("select count(*) from indicators.document", cancellationToken);
        var poisoned = _corpus.Documents.Count(document => document.FailsAt is not null);
        var saved = wanted - _corpus.Documents.Count(document => document.FailsAt is "extract" or "save");
        Ledger.Say($"faults are over; waiting for {saved} documents and {poisoned} failures");
        var told = Stopwatch.GetTimestamp();
        while (true)
        {
            await _fleet.LookAfterAsync();
            var current = await _books.AskAsync<long>(Books.Current, cancellationToken);
            var failures = await _books.AskAsync<long>("select count(*) from indicators.failure where cleared_at is null", cancellationToken);
            // A run whose worker was killed ends with the next sweep: no run of whatever kind may be left for which nobody is there any more.
            if (current == saved && failures == poisoned
                && await _books.AskAsync<bool>("select not exists (select from indicators.run where state = 'running') and not exists (select from indicators.unsettled)", cancellationToken))
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(told) > TimeSpan.FromSeconds(15))
            {
                Ledger.Say($"{current,6} in, {failures} failures");
                told = Stopwatch.GetTimestamp();
            }

            await Task.Delay(300, cancellationToken);
        }
    }

    private async Task TellWhatWaitsAsync()
    {
        const string Sql = """
            (select 'not in: ' || path from indicators.document where current_version_id is distinct from latest_version_id order by 1 limit 20)
            union all
            (select 'failure: ' || path || ', ' || stage || ', ' || reason || ', attempt ' || attempts || ', next ' || coalesce(next_attempt_at::text, 'never') from indicators.failure where cleared_at is null order by 1 limit 20)
            """;
        const string Engine = """
            (select 'engine: ' || trigger_name || ' of ' || trigger_group || ' is ' || trigger_state || ' for ' || to_timestamp((next_fire_time - 621355968000000000) / 1e7) from jobs.qrtz_triggers order by 1 limit 20)
            union all
            (select 'engine: fired ' || trigger_name || ' by ' || instance_name || ' ' || state from jobs.qrtz_fired_triggers order by 1 limit 20)
            """;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var isQuartz = await _books.AskAsync<bool>("select to_regclass('jobs.qrtz_triggers') is not null", patience.Token);
        foreach (var line in await _books.ListAsync(isQuartz ? $"{Sql} union all {Engine}" : Sql, patience.Token))
        {
            Ledger.Say(line);
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
