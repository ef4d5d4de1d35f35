using IndicatorPipeline.Soak.Corpora;
using IndicatorPipeline.Soak.Processes;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Soak;

/// <summary>Where a soak takes place: a directory with the corpus twice, a cluster with two databases, a disk that can be filled.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    /// <summary>The database refuses one mark, ends the session at another and stands still at the third, also in the clean run.</summary>
    private static readonly string Poison = FormattableString.Invariant($"""
        create function indicators.soak_poison() returns trigger language plpgsql as $$
        begin
          if new.text like '%{SpeechWriter.RefusedMark}%' then
            raise exception 'this sentence is refused' using errcode = '23514';
          elsif new.text like '%{SpeechWriter.KillerMark}%' then
            perform pg_terminate_backend(pg_backend_pid());
          elsif new.text like '%{SpeechWriter.SlowMark}%' then
            perform pg_sleep({SpeechWriter.SlowSeconds});
          end if;
          return new;
        end
        $$;
        create trigger soak_poison before insert on indicators.sentence for each row execute function indicators.soak_poison();
        """);

    private readonly bool _isKept;
    private readonly string _batchSize;

    private Workshop(string folder, SoakSettings settings, SoakCluster cluster, SmallDisk? disk)
    {
        (Folder, _isKept, Cluster, Disk) = (folder, settings.Keep is not null, cluster, disk);
        // So that a small corpus has enough batches for all faults.
        _batchSize = settings.Documents < 2000 ? "5" : "20";
    }

    public string Folder { get; }

    public SoakCluster Cluster { get; }

    public SmallDisk? Disk { get; }

    public string CleanSpeeches => Path.Combine(Folder, "clean");

    public string SoakedSpeeches => Path.Combine(Folder, "soaked");

    public Books Clean => new(Cluster, "clean");

    public Books Soaked => new(Cluster, "soaked");

    public static async Task<Workshop> OpenAsync(SoakSettings settings)
    {
        var folder = settings.Keep ?? FormattableString.Invariant($"/tmp/indicators-soak-{Environment.ProcessId}");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new SoakFailedException($"{folder} is not empty; name a new directory");
        }

        Directory.CreateDirectory(Path.Combine(folder, "logs"));
        var cluster = await SoakCluster.StartAsync(Path.Combine(folder, "cluster"));
        var (disk, reason) = settings.IsBrief ? (null, null)
            : await SmallDisk.TryMountAsync(Path.Combine(folder, "disk"), 400 + (settings.Documents / 4));
        if (reason is not null)
        {
            Ledger.Say($"SKIPPED: no full disk, because none can be mounted: {reason}");
        }

        var workshop = new Workshop(folder, settings, cluster, disk);
        try
        {
            await workshop.MakeDatabasesAsync();
            return workshop;
        }
        catch
        {
            await workshop.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a verb of the program to its end.</summary>
    /// <param name="database">What it works on.</param>
    /// <param name="words">The verb and its arguments.</param>
    /// <param name="most">The exit code that is no fault: 1 where something cannot be read.</param>
    public async Task RunAsync(string database, IEnumerable<string> words, int most = 0)
    {
        var (code, _, errors) = await Script.RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "indicators.dll"), .. words],
            EnvironmentOf(database));
        if (code > most)
        {
            throw new SoakFailedException($"indicators {string.Join(' ', words)} ended with {code}: {errors.Trim().ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>The settings of all processes: quick to notice the dead and to retry, so that a year's faults fit into minutes.</summary>
    public Dictionary<string, string?> EnvironmentOf(string database) => new()
    {
        // A session whose worker sleeps within a transaction is ended by the server after this.
        ["ConnectionStrings__Indicators"] = Cluster.To(database) + ";Options=-c idle_in_transaction_session_timeout=8000",
        ["Indicators__Sources"] = SoakedSpeeches,
        ["Indicators__CheckIn"] = "00:00:01",
        ["Indicators__SweepInterval"] = "00:00:02",
        ["Indicators__RetryDelay"] = "00:00:01",
        ["Indicators__RetryAttempts"] = "4",
        ["Indicators__Threads"] = "2",
        ["Indicators__BatchSize"] = _batchSize,
    };

    public async ValueTask DisposeAsync()
    {
        await Cluster.StopAsync();
        if (Disk is not null)
        {
            await Disk.DisposeAsync();
        }

        if (!_isKept)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private async Task MakeDatabasesAsync()
    {
        var place = "";
        if (Disk is not null)
        {
            // The server makes its directory itself, as whichever account it runs as.
            await Cluster.ExecuteAsync("postgres", $"create tablespace soak location '{await OwnedDirectoryAsync(Disk.Path)}'");
            place = " tablespace soak";
        }

        await Cluster.ExecuteAsync("postgres", "create database clean template template0 encoding 'UTF8'");
        await Cluster.ExecuteAsync("postgres", $"create database soaked template template0 encoding 'UTF8'{place}");
        foreach (var database in new[] { "clean", "soaked" })
        {
            await RunAsync(database, ["migrate"]);
            await Cluster.ExecuteAsync(database, Poison);
        }
    }

    /// <summary>A directory of the disk that belongs to the server's account.</summary>
    private async Task<string> OwnedDirectoryAsync(string disk)
    {
        var tables = Path.Combine(disk, "tables");
        Directory.CreateDirectory(tables);
        var owner = (await Shell.RunAsync("stat", ["-c", "%U", Path.Combine(Path.GetFullPath(Folder), "cluster/data/PG_VERSION")])).Trim();
        await Shell.RunAsync("chown", [owner, tables]);
        return tables;
    }
}
