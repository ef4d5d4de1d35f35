namespace IndicatorPipeline.Extraction.Tables;

/// <summary>What the rows of an embedded table share.</summary>
/// <param name="Name">The table's name, for errors.</param>
/// <param name="Text">The whole table.</param>
/// <param name="Columns">The names in its header.</param>
internal sealed record TsvTable(string Name, string Text, string[] Columns);
