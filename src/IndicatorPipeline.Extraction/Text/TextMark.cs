namespace IndicatorPipeline.Extraction.Text;

/// <summary>A place in a folded text where a sentence ends or a number can begin.</summary>
/// <param name="Packed">Twice its offset, and one more where a sentence ends: no string is so long that this would overflow.</param>
internal readonly record struct TextMark(int Packed)
{
    /// <summary>Offset in the folded text.</summary>
    public int Offset => Packed >> 1;

    /// <summary>Whether a sentence ends with the character; else a number can begin with it.</summary>
    public bool EndsSentence => (Packed & 1) != 0;
}
