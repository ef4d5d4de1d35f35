using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>What behind a number says what is counted.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Length">How many characters its name has.</param>
/// <param name="Last">The last of them.</param>
internal sealed record UnitName(UnitTerm Unit, int Length, char Last);
