using System.Globalization;

namespace IndicatorPipeline.Soak.Processes;

/// <summary>The workers of a soak: who ends is replaced, as a supervisor does.</summary>
internal sealed class WorkerFleet(IReadOnlyDictionary<string, string?> environment, string folder) : IDisposable
{
    private readonly List<SoakWorker> _workers = [];
    private readonly List<string> _logs = [];

    public IReadOnlyList<SoakWorker> Workers => _workers;

    /// <summary>Files of what all workers said, also of those that are gone.</summary>
    public IReadOnlyList<string> Logs => _logs;

    /// <summary>Workers that ended without having been asked.</summary>
    public List<string> Deserters { get; } = [];

    /// <summary>Starts and ends workers until there are so many.</summary>
    public async Task ResizeAsync(int count)
    {
        while (_workers.Count < count)
        {
            Start(fakeTime: null);
        }

        foreach (var surplus in _workers.Skip(count).ToList())
        {
            await surplus.EndAsync();
            await RemoveAsync(surplus);
        }
    }

    /// <summary>Puts a new worker in the place of one that has ended.</summary>
    public async Task ReplaceAsync(SoakWorker ended)
    {
        var count = _workers.Count;
        await RemoveAsync(ended);
        await ResizeAsync(count);
    }

    /// <summary>Ends a worker in good order and puts one with a clock of its own in its place.</summary>
    public async Task<SoakWorker> ReplaceByOneWithClockAsync(SoakWorker worker, string fakeTime)
    {
        await worker.EndAsync();
        await RemoveAsync(worker);
        return Start(fakeTime);
    }

    /// <summary>Replaces those that ended by themselves and notes them.</summary>
    public async Task LookAfterAsync()
    {
        foreach (var ended in _workers.Where(worker => worker.HasEnded).ToList())
        {
            var code = ended.ExitCode;
            await ReplaceAsync(ended);
            // Its files are removed with the folder: what it said last must be told here.
            Deserters.Add($"{Path.GetFileName(ended.Log)} ended by itself with {code}\n{LastWords(ended.Log)}{LastWords(ended.Log + ".err")}");
        }
    }

    /// <summary>How many lines of all workers hold the words.</summary>
    public int CountLines(string words) =>
        _logs.Where(File.Exists).Sum(log => Lines(log).Count(line => line.Contains(words, StringComparison.Ordinal)));

    public void Dispose() => _workers.ForEach(worker => worker.Dispose());

    private SoakWorker Start(string? fakeTime)
    {
        var log = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"worker-{_logs.Count:D3}.log"));
        _logs.Add(log);
        var worker = SoakWorker.Start(environment, log, fakeTime);
        _workers.Add(worker);
        return worker;
    }

    private async Task RemoveAsync(SoakWorker worker)
    {
        await worker.LinesAsync();
        _workers.Remove(worker);
        worker.Dispose();
    }

    private static string LastWords(string log)
    {
        const int Most = 20;
        return File.Exists(log) ? string.Concat(Lines(log).TakeLast(Most).Select(line => $"    {line}\n")) : "";
    }

    private static IEnumerable<string> Lines(string log)
    {
        // It may still be written to.
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
