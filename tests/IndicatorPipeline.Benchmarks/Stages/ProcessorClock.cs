using System.Runtime.InteropServices;
using Perfolizer.Horology;

namespace IndicatorPipeline.Benchmarks.Stages;

/// <summary>The processor time of this thread, in nanoseconds: what else the machine does meanwhile is not counted.</summary>
internal sealed class ProcessorClock : IClock
{
    private const int ThreadProcessorTime = 3;

    public string Title => "processor time";

    public bool IsAvailable => OperatingSystem.IsLinux();

    public Frequency Frequency => new(1_000_000_000);

    public long GetTimestamp()
    {
        if (GetTime(ThreadProcessorTime, out var time) != 0) throw new InvalidOperationException("clock_gettime failed; run the stages on Linux");
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [DllImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static extern int GetTime(int clock, out Moment time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Moment
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
