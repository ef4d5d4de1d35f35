using System.Diagnostics;
using System.Globalization;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Soak.Processes;

/// <summary>One worker process, whose lines are kept in a file.</summary>
internal sealed class SoakWorker : IDisposable
{
    private readonly Process _process;
    private readonly Task _lines;
    private readonly string _clock;

    private SoakWorker(Process process, string log, string clock)
    {
        _process = process;
        _clock = clock;
        Log = log;
        _lines = Task.WhenAll(KeepAsync(process.StandardOutput, log), KeepAsync(process.StandardError, log + ".err"));
    }

    /// <summary>File of what it says.</summary>
    public string Log { get; }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Whether it has begun to work.</summary>
    public bool HasBegun { get; private set; }

    /// <param name="environment">How to work.</param>
    /// <param name="log">File for what it says.</param>
    /// <param name="fakeTime">The library that gives a process a clock of its own, or null.</param>
    public static SoakWorker Start(IReadOnlyDictionary<string, string?> environment, string log, string? fakeTime)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "indicators.dll"), "work"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var clock = "";
        if (fakeTime is not null)
        {
            clock = log + ".clock";
            File.WriteAllText(clock, "+0");
            start.Environment["LD_PRELOAD"] = fakeTime;
            start.Environment["FAKETIME_TIMESTAMP_FILE"] = clock;
            start.Environment["FAKETIME_NO_CACHE"] = "1";
            // A clock that is set does not change how long a second is.
            start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
            // Else the library lets waits of a bounded time end at once, for the sake of older C libraries: reads of a socket time out.
            start.Environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        }

        return new SoakWorker(Process.Start(start)!, log, clock);
    }

    /// <summary>Sets its clock apart from the machine's by so many seconds.</summary>
    public void SetClock(int seconds) => File.WriteAllText(_clock, string.Create(CultureInfo.InvariantCulture, $"{seconds:+0;-0;+0}"));

    /// <summary>As a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public Task StopAsync() => Signal.SendAsync("STOP", Id);

    public Task ContinueAsync() => Signal.SendAsync("CONT", Id);

    /// <summary>Asks it to end, and returns how long that took.</summary>
    public async Task<TimeSpan> EndAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await Signal.SendAsync("TERM", Id);
        await _process.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Returns when all it said is in its file.</summary>
    public Task LinesAsync() => _lines;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task KeepAsync(StreamReader from, string path)
    {
        await using var file = new StreamWriter(path) { AutoFlush = true };
        while (await from.ReadLineAsync() is { } line)
        {
            await file.WriteLineAsync(line);
            HasBegun |= line.Contains(" works: ", StringComparison.Ordinal);
        }
    }
}
