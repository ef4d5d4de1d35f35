using System.ComponentModel;
using System.Diagnostics;

namespace IndicatorPipeline.Sources.Tests;

/// <summary>Whether poppler is installed with its data.</summary>
internal static class Poppler
{
    private const string Data = "/usr/share/poppler/cMap/Adobe-GB1";

    public static bool IsHere() => Directory.Exists(Data) && HasProgram();

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
