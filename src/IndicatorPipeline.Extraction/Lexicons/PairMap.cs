namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>The pairs of characters that words of two or more begin with, as one bit for each hash: small enough to stay in the processor's first cache.</summary>
internal sealed class PairMap
{
    private const int Bits = 17;

    private readonly ulong[] words = new ulong[1 << (Bits - 6)];

    /// <summary>Puts a pair in.</summary>
    public void Add(char first, char second)
    {
        var bit = Bit(first, second);
        words[bit >> 6] |= 1UL << (int)(bit & 63);
    }

    /// <summary>False where no word begins with the pair; true where one does, and by chance at one place in twenty.</summary>
    public bool MayHave(char first, char second)
    {
        var bit = Bit(first, second);
        return (words[bit >> 6] >> (int)(bit & 63) & 1) != 0;
    }

    private static uint Bit(char first, char second) => unchecked((((uint)first << 16) | second) * 2654435769u) >> (32 - Bits);
}
