namespace IndicatorPipeline.Extraction.Tables;

/// <summary>A built-in table is wrong: a mistake of the program, never of its input.</summary>
public sealed class BadTableException(string table, int line, string reason)
    : Exception($"{table}:{line}: {reason}");
