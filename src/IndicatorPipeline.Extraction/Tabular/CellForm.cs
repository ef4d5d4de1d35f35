using IndicatorPipeline.Extraction.Recognition.Quantities;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>What was read in the sentence of a cell, for all sentences that differ from it in nothing but the number and a year long past.</summary>
/// <param name="key">The sentence, as <see cref="CellMemory"/> writes it.</param>
/// <param name="finding">What was read.</param>
/// <param name="factor">What the number of a cell is multiplied by: base units in one of its unit, negative for a fall.</param>
/// <param name="year">The year that the key leaves out, or 0.</param>
internal sealed class CellForm(string key, in Finding finding, decimal factor, int year)
{
    private readonly Finding finding = finding;

    /// <summary>The sentence.</summary>
    public string Key => key;

    /// <summary>Writes what is read in a sentence of this form.</summary>
    public void Read(decimal number, int told, out Finding read)
    {
        read = finding;
        read.Low = read.High = QuantityReader.Clean(number * factor);
        if (year > 0 && told != year) read.Period = new Period(told, told, finding.Period?.Part);
    }
}
