using System.Diagnostics;
using System.Globalization;

namespace IndicatorPipeline.Jobs;

/// <summary>How a process is called in the list of runs.</summary>
public static class WorkerName
{
    /// <summary>Host and process number.</summary>
    public static string Current { get; } = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Whether the worker was a process of this host that is gone by now. Of other hosts nothing is known: false.</summary>
    public static bool IsDead(string worker)
    {
        var colon = worker.LastIndexOf(':');
        if (colon < 0 || worker[..colon] != Environment.MachineName
            || !int.TryParse(worker.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(number);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            // The way to say that no process has this number.
            return true;
        }
    }
}
