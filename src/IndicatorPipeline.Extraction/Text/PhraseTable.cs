using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>Folded phrases of two characters or more, each with what it says, found wherever they stand in a text in one pass over it.</summary>
/// <remarks>Most pairs of characters begin no phrase, which one look into a small table tells. Quick to build, because the program starts for a
/// single document too.</remarks>
/// <param name="count">How many phrases will be added, at most.</param>
internal sealed class PhraseTable<T>(int count)
    where T : struct
{
    // The table stays in the processor's first cache, and a few hundred phrases leave most of it empty.
    private const int Bits = 12;

    private readonly Phrase[] phrases = new Phrase[count + 1];

    // By a hash of the first two characters: the phrase that was added last, 0 where there is none; each names the one before it.
    private readonly short[] heads = new short[1 << Bits];
    private short last;

    /// <summary>A table of phrases of which nothing is said but that they stand in it.</summary>
    public PhraseTable(string[] phrases)
        : this(phrases.Length)
    {
        foreach (var phrase in phrases) Add(phrase, default);
    }

    /// <summary>Puts a phrase in, which need not be the only one of its words.</summary>
    public void Add(string words, in T value)
    {
        ref var head = ref heads[Hash(words[0], words[1])];
        phrases[++last] = new Phrase(words, value, head);
        head = last;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(char first, char second) => unchecked((((uint)first << 16) | second) * 2654435769u) >> (32 - Bits);

    /// <summary>All phrases that stand in <paramref name="text"/>, in the order of their places.</summary>
    public Search In(ReadOnlySpan<char> text) => new(this, text, text.Length);

    /// <summary>All phrases that <paramref name="text"/> begins with.</summary>
    public Search AtStartOf(ReadOnlySpan<char> text) => new(this, text, 1);

    /// <summary>Goes from one phrase in a text to the next.</summary>
    internal ref struct Search(PhraseTable<T> table, ReadOnlySpan<char> text, int places)
    {
        private readonly int end = Math.Min(places, text.Length - 1);
        private readonly ReadOnlySpan<char> text = text;
        private readonly PhraseTable<T> table = table;
        private short current;
        private short next;

        /// <summary>Where the phrase begins.</summary>
        public int At { get; private set; } = -1;

        /// <summary>The phrase.</summary>
        public readonly ref readonly T Value => ref table.phrases[current].Value;

        /// <summary>Offset behind the phrase.</summary>
        public readonly int End => At + table.phrases[current].Words.Length;

        public bool Next()
        {
            while (true)
            {
                while (next > 0)
                {
                    ref readonly var phrase = ref table.phrases[next];
                    current = next;
                    next = phrase.Next;
                    if (Stands(phrase.Words)) return true;
                }

                if (!Begin()) return false;
            }
        }

        // Moves to the next pair that phrases can begin with.
        private bool Begin()
        {
            // The hash has no more bits than there are heads, and the end is before the last character.
            ref var heads = ref MemoryMarshal.GetArrayDataReference(table.heads);
            ref var characters = ref MemoryMarshal.GetReference(text);
            for (var at = At + 1; at < end; at = unchecked(at + 1))
            {
                var head = Unsafe.Add(ref heads, Hash(Unsafe.Add(ref characters, at), Unsafe.Add(ref characters, at + 1)));
                if (head == 0) continue;
                (At, next) = (at, head);
                return true;
            }

            return false;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly bool Stands(string words)
        {
            if (words.Length > text.Length - At) return false;
            for (var i = 0; i < words.Length; i++)
                if (words[i] != text[At + i]) return false;
            return true;
        }
    }

    // Next is another phrase whose first two characters have the same hash, or 0.
    private readonly struct Phrase(string words, in T value, short next)
    {
        public readonly string Words = words;
        public readonly T Value = value;
        public readonly short Next = next;
    }
}
