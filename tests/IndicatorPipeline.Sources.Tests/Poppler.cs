using System.ComponentModel;
using System.Diagnostics;

namespace IndicatorPipeline.Sources.Tests;

/// <summary>Whether poppler is installed with its data.</summary>
internal static class Poppler
{
    private const string Data = "/usr/share/poppler/cMap/Adobe-GB1";

    /// <summary>Why a test that needs it is passed over, or null where it is to run.</summary>
    public static string? SkipReason { get; } =
        (Directory.Exists(Data) && HasProgram()) || Environment.GetEnvironmentVariable("CI") == "true" ? null
            : "pdftotext or poppler-data is missing: apt-get install poppler-utils poppler-data";

    private static bool HasProgram()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { RedirectStandardError = true });
            process!.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
