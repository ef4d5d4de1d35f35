using System.Globalization;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Soak.Processes;

/// <summary>A disk in memory that the database's tables lie on, so that it can be filled without harm to anything else. Needs root.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _ballast;

    private SmallDisk(string path) => (Path, _ballast) = (path, System.IO.Path.Combine(path, "ballast"));

    /// <summary>Where it is mounted.</summary>
    public string Path { get; }

    /// <summary>Mounts one, or says why none can be had.</summary>
    public static async Task<(SmallDisk? Disk, string? Reason)> TryMountAsync(string path, int megabytes)
    {
        if (!string.Equals(Environment.UserName, "root", StringComparison.Ordinal))
        {
            return (null, "only root may mount");
        }

        Directory.CreateDirectory(path);
        var (code, _, errors) = await Script.RunAsync("mount", ["-t", "tmpfs", "-o",
            string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=777"), "indicators-soak", path]);
        return code == 0 ? (new SmallDisk(path), null) : (null, errors.Trim().ReplaceLineEndings(" "));
    }

    /// <summary>Takes all the room that is left.</summary>
    public async Task FillAsync()
    {
        // Ends when nothing more fits; what is there stays.
        await Script.RunAsync("dd", ["if=/dev/zero", $"of={_ballast}", "bs=64k", "oflag=append", "conv=notrunc"]);
    }

    public void Free() => File.Delete(_ballast);

    public async ValueTask DisposeAsync()
    {
        await Script.RunAsync("umount", ["-l", Path]);
        Directory.Delete(Path);
    }
}
