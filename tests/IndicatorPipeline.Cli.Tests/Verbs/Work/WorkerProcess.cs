using System.Diagnostics;
using System.Text;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests.Verbs.Work;

/// <summary>A worker as a process of its own, that can be asked to stop and can be killed.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource _works = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => _works.TrySetException(new InvalidOperationException($"the worker ended: {Log}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts a worker that checks in and sweeps every second, and returns when it works.</summary>
    public static Task<WorkerProcess> StartAsync(string connectionString, params (string Name, string Value)[] settings) =>
        StartAsync(connectionString, ["work"], settings);

    /// <summary>The same with words on its command line.</summary>
    public static async Task<WorkerProcess> StartAsync(
        string connectionString, IReadOnlyList<string> typed, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string?>
        {
            ["ConnectionStrings__Indicators"] = connectionString,
            ["Indicators__CheckIn"] = "00:00:01",
            ["Indicators__SweepInterval"] = "00:00:01",
            ["Indicators__BatchSize"] = "5",
            ["Indicators__Threads"] = "2",
        };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        var worker = new WorkerProcess(Program.Start(typed, environment));
        await worker._works.Task;
        return worker;
    }

    /// <summary>Ends it as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        await Signal.SendAsync("TERM", _process.Id);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_log)
        {
            _log.AppendLine(line);
        }

        if (line.Contains(" works: ", StringComparison.Ordinal))
        {
            _works.TrySetResult();
        }
    }
}
