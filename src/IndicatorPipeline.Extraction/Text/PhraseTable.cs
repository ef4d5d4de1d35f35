using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>Folded phrases of two characters or more, each with what it says, found wherever they stand in a text in one pass over it.</summary>
/// <remarks>Most pairs of characters begin no phrase, which one bit tells. Quick to build, because the program starts for a single document too.</remarks>
/// <param name="count">How many phrases will be added, at most.</param>
internal sealed class PhraseTable<T>(int count)
    where T : struct
{
    private readonly Phrase[] phrases = new Phrase[count + 1];

    // By the first two characters: the phrase that was added last, 0 where there is none; each names the one before it.
    private readonly PairMap<int> heads = new(count);
    private int last;

    /// <summary>A table of phrases of which nothing is said but that they stand in it.</summary>
    public PhraseTable(ReadOnlySpan<string> phrases)
        : this(phrases.Length)
    {
        foreach (var phrase in phrases) Add(phrase, default);
    }

    /// <summary>Puts a phrase in, which need not be the only one of its words.</summary>
    public void Add(string words, in T value)
    {
        phrases[++last] = new Phrase(words, value, heads.Find(words[0], words[1]));
        heads.Add(words[0], words[1], last);
    }

    /// <summary>All phrases that stand in <paramref name="text"/>, in the order of their places.</summary>
    public Search In(ReadOnlySpan<char> text) => new(this, text);

    /// <summary>Goes from one phrase in a text to the next.</summary>
    internal ref struct Search(PhraseTable<T> table, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> text = text;
        private readonly PhraseTable<T> table = table;
        private int current;
        private int next;

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

        // Moves to the next pair that phrases begin with.
        private bool Begin()
        {
            var heads = table.heads;
            for (var at = At + 1; at + 1 < text.Length; at++)
            {
                if (!heads.MayHave(text[at], text[at + 1]) || heads.Find(text[at], text[at + 1]) is not (> 0 and var head)) continue;
                (At, next) = (at, head);
                return true;
            }

            return false;
        }

        // The first two characters are known to be there.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly bool Stands(string words)
        {
            if (words.Length > text.Length - At) return false;
            for (var i = 2; i < words.Length; i++)
                if (words[i] != text[At + i]) return false;
            return true;
        }
    }

    // Next is another phrase that begins with the same two characters, or 0.
    private readonly struct Phrase(string words, in T value, int next)
    {
        public readonly string Words = words;
        public readonly T Value = value;
        public readonly int Next = next;
    }
}
