using System.Text;
using Spectre.Console;

namespace IndicatorPipeline.Cli.Output;

/// <summary>A console for tables: as wide as the terminal, or wide enough to read where there is none.</summary>
internal static class Terminal
{
    /// <summary>Columns of a table that goes into a file or a pipe.</summary>
    private const int WidthWithoutTerminal = 160;

    /// <summary>The terminal on standard output, or plain text for whatever else is there.</summary>
    public static IAnsiConsole ForOutput(Stream output)
    {
        // An unbuffered stream costs one system call a cell; a table is written in a few.
        var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 15) { AutoFlush = false };
        var redirected = Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = Width(redirected);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static int Width(bool redirected)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns >= 40)
        {
            return columns;
        }

        return redirected || Console.WindowWidth < 40 ? WidthWithoutTerminal : Console.WindowWidth;
    }
}
