using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Gathers words from the tables in a tree of their characters and freezes it into a <see cref="Lexicon"/>.</summary>
/// <remarks>
/// The program starts for a single document too: no word is sorted, and there are no collections of values of our own or the base library's sorting
/// of anything but <see langword="int"/>, whose code would be compiled at every start.
/// </remarks>
internal sealed class LexiconBuilder
{
    // What a change within one year is counted from.
    private static readonly string[] YearBefore = ["同比", "上年", "去年", "年初"];

    private const string Marks = ",;:。!?、()“”\"《》\n…[]【】-·.#*|/●■◆→★※";

    // The marks have numbers too.
    private static readonly int MostWords = ushort.MaxValue - Marks.Length;

    // Room for all words of the tables, so that it need not grow.
    private readonly List<LexiconEntry> entries = new(1 << 14);

    // The state behind each first character, and all states; none has the number 0.
    private readonly ushort[] firsts = new ushort[char.MaxValue + 1];
    private State[] states = new State[1 << 15];
    private int count = 1;

    // How many words hold each character, as often as it stands in them, up to what a short number holds.
    private readonly short[] often = new short[char.MaxValue + 1];

    /// <summary>The lexicon of the built-in tables.</summary>
    /// <exception cref="BadTableException">A table has an unknown role, unit or indicator.</exception>
    public static Lexicon FromTables()
    {
        var builder = new LexiconBuilder();
        WordTable.AddTo(builder);
        UnitTable.AddTo(builder);
        TimeTable.AddTo(builder);
        IndicatorTable.Default.AddTo(builder);
        RegionTable.Default.AddTo(builder);
        return builder.Build();
    }

    /// <summary>The entry of <paramref name="term"/>, made if it is new.</summary>
    public LexiconEntry Entry(string term) => Entry(term, out _);

    /// <summary>The entry of <paramref name="term"/>, made if it is new; <paramref name="isNew"/> tells whether.</summary>
    public LexiconEntry Entry(string term, out bool isNew)
    {
        ushort state = 0;
        foreach (var character in term) state = Behind(state, FoldTable.Fold(character));
        isNew = states[state].Word == 0;
        if (isNew)
        {
            if (entries.Count == MostWords) throw TooMany($"than the {MostWords} words that the lexicon can number");
            if (term.Length >= WordShape.MostCharacters)
                throw TooMany($"than the {WordShape.MostCharacters - 1} characters that a word can have, in '{term}'");
            var entry = new LexiconEntry(FoldTable.Fold(term));
            foreach (var character in entry.Term) often[character] = (short)Math.Min(often[character] + 1, short.MaxValue);
            entries.Add(entry);
            states[state].Word = (ushort)entries.Count;
        }

        return isNew ? entries[^1] : entries[states[state].Word - 1];
    }

    /// <summary>Freezes what was gathered.</summary>
    /// <exception cref="BadTableException">There are more words than the automaton can number.</exception>
    public Lexicon Build()
    {
        var (shapes, sets) = CollectShapes();
        var (letters, alphabet) = NumberLetters();
        for (var mark = 0; mark < Marks.Length; mark++) alphabet[letters[Marks[mark]]] = new Beginning((uint)(entries.Count + 1 + mark));
        var places = new LexiconPlaces(alphabet.Length);
        var next = Place(letters, alphabet.Length, places);
        var owners = places.Owners();
        var cells = new Beginning[owners.Length];
        for (var state = 1; state < count; state++)
        {
            // What stands before it has a lower number and its cell is filled.
            ref var cell = ref Cell(state);
            var known = states[state].Before == 0 ? cell : Cell(states[state].Before);
            if (states[state].Word is > 0 and var word) known = new Beginning(word);
            cell = known.GoingOnAt(next[state]);
        }

        return new Lexicon(letters, alphabet, owners, cells, shapes, sets, [.. entries]);

        ref Beginning Cell(int state)
        {
            var letter = letters[states[state].Character];
            return ref states[state].Before is > 0 and var before ? ref cells[next[before] + letter] : ref alphabet[letter];
        }
    }

    // The state behind a state and a character, made if it is new; 0 is what stands before all words.
    private ushort Behind(ushort before, char character)
    {
        var at = before == 0 ? firsts[character] : states[before].First;
        while (at != 0 && states[at].Character != character) at = states[at].Next;
        if (at != 0) return at;
        if (count > ushort.MaxValue) throw TooMany($"than the {ushort.MaxValue} beginnings that words can have");
        if (count == states.Length) Array.Resize(ref states, 2 * count);
        ref var first = ref before == 0 ? ref firsts[character] : ref states[before].First;
        states[count] = new State { Character = character, Before = before, Next = first };
        return first = (ushort)count++;
    }

    // The characters that words hold most often first, so that the pairs that texts are full of lie close together and stay in the cache.
    private (ushort[] Letters, Beginning[] Alphabet) NumberLetters()
    {
        foreach (var mark in Marks) often[mark] = Math.Max(often[mark], (short)1);
        var known = 0;
        foreach (var times in often)
            if (times > 0) known++;
        // How often, then which, in one number.
        var keys = new int[known];
        for (var character = 0; known > 0; character++)
            if (often[character] > 0) keys[--known] = (often[character] << 16) | character;
        Array.Sort(keys);
        var letters = new ushort[often.Length];
        for (var i = 0; i < keys.Length; i++) letters[keys[i] & char.MaxValue] = (ushort)(keys.Length - i);
        return (letters, new Beginning[keys.Length + 1]);
    }

    // Of nothing, of each word by its number, and of the marks; and the sets that their roles are.
    private (WordShape[] Shapes, Role[] Roles) CollectShapes()
    {
        var roles = new Role[WordShape.MostRoleSets];
        WordShape.FirstRoleSets.CopyTo(roles);
        var (known, set) = (WordShape.FirstRoleSets.Length, 0);
        var shapes = new WordShape[entries.Count + 1 + Marks.Length];
        Array.Fill(shapes, WordShape.Mark);
        shapes[0] = WordShape.Nothing;
        for (var word = 1; word <= entries.Count; word++)
        {
            var entry = entries[word - 1];
            if (entry.Is(Role.Adverb | Role.Change) && YearBefore.Any(words => entry.Term.Contains(words, StringComparison.Ordinal)))
                entry.Roles |= Role.YearBefore;
            if (entry.Term.StartsWith("本年", StringComparison.Ordinal)) entry.Roles |= Role.ReportYear;
            if (entry.Sign != 0) entry.Roles |= entry.Sign < 0 ? Role.Falls : Role.Rises;
            if (entry.Indicator is { Measure: Measure.Increment }) entry.Roles |= Role.Increment;
            // Words of one table, mostly of the same roles, follow one another.
            if (roles[set] != entry.Roles)
            {
                for (set = 0; set < known && roles[set] != entry.Roles; set++) ;
                if (set == known && ++known == roles.Length) throw TooMany($"than the {WordShape.MostRoleSets} sets of roles that words can have");
                roles[set] = entry.Roles;
            }

            shapes[word] = new WordShape(entry.Term.Length, set);
        }

        return (shapes, roles[..known]);
    }

    // By state, where those that follow it find room, 0 where none does: first those that many follow, of as many each behind the one before.
    private ushort[] Place(ushort[] letters, int most, LexiconPlaces places)
    {
        var next = new ushort[count];
        var followers = new ushort[most];
        // How many follow, then the state, in one number.
        var many = new int[count];
        var known = 0;
        for (var state = 1; state < count; state++)
            if (Followers(state) is > 1 and var number) many[known++] = (number << 20) | state;
        Array.Sort(many, 0, known);
        while (known-- > 0) FindRoom(many[known] & ((1 << 20) - 1));
        for (var state = 1; state < count; state++)
            if (next[state] == 0 && states[state].First != 0) FindRoom(state);
        return next;

        void FindRoom(int state)
        {
            next[state] = places.Take(followers.AsSpan(0, Followers(state)));
            if (next[state] == 0) throw TooMany("words than fit the lexicon");
        }

        int Followers(int state)
        {
            var number = 0;
            for (var at = states[state].First; at != 0; at = states[at].Next) followers[number++] = letters[states[at].Character];
            return number;
        }
    }

    private static BadTableException TooMany(string what) => new("all tables", 0, $"more {what}");

    // A beginning of words. Those that follow it are the first and the next of each.
    private struct State
    {
        public char Character;
        public ushort Before;
        public ushort First;
        public ushort Next;

        // Number of the word that ends here, or 0.
        public ushort Word;
    }
}
