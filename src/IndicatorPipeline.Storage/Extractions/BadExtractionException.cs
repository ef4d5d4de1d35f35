namespace IndicatorPipeline.Storage.Extractions;

/// <summary>An extraction that cannot be stored because it cannot be right; nothing of its batch was stored. The message is one line.</summary>
public sealed class BadExtractionException : Exception
{
    internal BadExtractionException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
