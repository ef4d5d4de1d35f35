namespace IndicatorPipeline.Cli.CommandLine;

/// <summary>The one form in which the program says that something is wrong.</summary>
internal static class Complaint
{
    /// <summary>Writes <c>indicators: message</c> as one line to standard error and returns <paramref name="exitCode"/>.</summary>
    public static int Say(string message, int exitCode)
    {
        Say(message);
        return exitCode;
    }

    /// <summary>Writes <c>indicators: message</c> as one line to standard error.</summary>
    public static void Say(string message) => Console.Error.WriteLine("indicators: " + OneLine(message));

    /// <summary>Messages of the system and of libraries may hold line breaks; the promise is one line.</summary>
    internal static string OneLine(string message) =>
        message.AsSpan().IndexOfAny('\n', '\r') < 0 ? message
            : string.Join(' ', message.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
