using System.Diagnostics;
using System.Text.Json;

namespace IndicatorPipeline.Extraction.Tests.Oracle;

/// <summary>The official Recognizers-Text for JavaScript, run by node.</summary>
internal static class Recognizers
{
    private const string Package = "@microsoft/recognizers-text-number@1.3.1";

    private static readonly Lazy<string?> Restored = new(Restore);

    /// <summary>Whether node and the package are to be had.</summary>
    public static bool CanRun => Restored.Value is not null;

    /// <summary>What they read in each text.</summary>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> texts)
    {
        var script = SourceTree.Path("tests", "IndicatorPipeline.Extraction.Tests", "Oracle", "read.js");
        using var node = Start("node", [script], new KeyValuePair<string, string?>("NODE_PATH", Path.Combine(Restored.Value!, "node_modules")));
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        using (var input = new StreamWriter(node.StandardInput.BaseStream)) input.Write(JsonSerializer.Serialize(texts));
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
        return JsonSerializer.Deserialize<string[]>(output.Result)!;
    }

    // Kept beside the built tests: restored once.
    private static string? Restore()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "recognizers");
        if (File.Exists(Path.Combine(folder, "node_modules", "@microsoft", "recognizers-text-number", "package.json"))) return folder;
        try
        {
            Directory.CreateDirectory(folder);
            using var npm = Start("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--fetch-retries=0", "--prefix", folder, Package]);
            _ = npm.StandardOutput.ReadToEndAsync();
            _ = npm.StandardError.ReadToEndAsync();
            npm.WaitForExit();
            return npm.ExitCode == 0 ? folder : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no npm on this machine: the caller skips.
            return null;
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments, params IEnumerable<KeyValuePair<string, string?>> variables)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
