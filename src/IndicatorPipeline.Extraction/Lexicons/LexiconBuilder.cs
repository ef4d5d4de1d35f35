using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Gathers words from the tables in a tree of their characters and freezes it into a <see cref="Lexicon"/>.</summary>
/// <remarks>
/// The program starts for a single document too: no word is sorted, and there are no collections of values of our own or the base library's sorting of anything
/// but <see langword="int"/>, whose code would be compiled at every start.
/// </remarks>
internal sealed class LexiconBuilder
{
    // What a change within one year is counted from.
    private static readonly string[] YearBefore = ["同比", "上年", "去年", "年初"];

    private const string Marks = ",;:。!?、()“”\"《》\n…[]【】-·.#*|/●■◆→★※";

    // The set of roles of what is a mark and no word.
    private const ushort MarkRoles = 1;

    // Room for all words of the tables, so that it need not grow.
    private readonly List<LexiconEntry> entries = new(1 << 14);

    // The state behind each first character, and all states; none has the number 0.
    private readonly int[] firsts = new int[char.MaxValue + 1];
    private State[] states = new State[1 << 16];
    private int count = 1;

    private LexiconNode[] nodes = [];
    private int placed = 1;

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
        var state = 0;
        foreach (var character in term) state = Behind(state, FoldTable.Fold(character));
        isNew = states[state].Word == 0;
        if (isNew)
        {
            entries.Add(new LexiconEntry(FoldTable.Fold(term)));
            states[state].Word = entries.Count;
            for (; state != 0; state = states[state].Before) states[state].Words++;
        }

        return isNew ? entries[^1] : entries[states[state].Word - 1];
    }

    /// <summary>Freezes what was gathered.</summary>
    /// <exception cref="BadTableException">There are more words than the automaton can number.</exception>
    public Lexicon Build()
    {
        if (entries.Count > ushort.MaxValue) throw TooMany($"than the {ushort.MaxValue} words that the lexicon can number");
        var (roleSets, roles) = CollectRoles();
        var (letters, alphabet) = NumberLetters();
        foreach (var mark in Marks) alphabet[letters[mark]] = new LexiconLetter(0, new Beginning(0, 1, MarkRoles));
        nodes = new LexiconNode[count];
        var (pairs, behindPairs) = LayOut(letters, alphabet, roleSets);
        if (placed >= LexiconNode.MostNodes) throw TooMany($"words than fit the lexicon's {LexiconNode.MostNodes} states");
        Array.Resize(ref nodes, placed);
        return new Lexicon(letters, alphabet, pairs, behindPairs, nodes, roleSets, roles, [.. entries]);
    }

    // The state behind a state and a character, made if it is new; 0 is what stands before all words.
    private int Behind(int before, char character)
    {
        var at = before == 0 ? firsts[character] : states[before].First;
        while (at != 0 && states[at].Character != character) at = states[at].Next;
        if (at != 0) return at;
        if (count == states.Length) Array.Resize(ref states, 2 * count);
        ref var first = ref before == 0 ? ref firsts[character] : ref states[before].First;
        states[count] = new State { Character = character, Before = before, Next = first };
        return first = count++;
    }

    // The characters that words hold most often first, so that the pairs that texts are full of lie close together and stay in the cache.
    private (ushort[] Letters, LexiconLetter[] Alphabet) NumberLetters()
    {
        var often = new int[char.MaxValue + 1];
        foreach (var mark in Marks) often[mark] = 1;
        foreach (ref readonly var state in states.AsSpan(1, count - 1)) often[state.Character] += state.Words;
        var known = 0;
        foreach (var times in often)
            if (times > 0) known++;
        // How often, then which, in one number.
        var keys = new int[known];
        for (var character = 0; known > 0; character++)
            if (often[character] > 0) keys[--known] = (Math.Min(often[character], short.MaxValue) << 16) | character;
        Array.Sort(keys);
        var letters = new ushort[often.Length];
        for (var i = 0; i < keys.Length; i++) letters[keys[i] & char.MaxValue] = (ushort)(keys.Length - i);
        return (letters, new LexiconLetter[keys.Length + 1]);
    }

    // By number of the word, which of the sets its roles are; and the sets.
    private (ushort[] RoleSets, Role[] Roles) CollectRoles()
    {
        var roles = new Role[Beginning.MostRoleSets];
        roles[MarkRoles] = Role.Mark;
        var (known, set) = (MarkRoles + 1, 0);
        var roleSets = new ushort[entries.Count + 1];
        for (var word = 1; word < roleSets.Length; word++)
        {
            var entry = entries[word - 1];
            if (entry.Is(Role.Adverb | Role.Change) && YearBefore.Any(words => entry.Term.Contains(words, StringComparison.Ordinal))) entry.Roles |= Role.YearBefore;
            if (entry.Sign != 0) entry.Roles |= entry.Sign < 0 ? Role.Falls : Role.Rises;
            // Words of one table, mostly of the same roles, follow one another.
            if (roles[set] != entry.Roles)
            {
                for (set = 0; set < known && roles[set] != entry.Roles; set++) ;
                if (set == known && ++known == roles.Length) throw TooMany($"than the {Beginning.MostRoleSets} sets of roles that words can have");
                roles[set] = entry.Roles;
            }

            roleSets[word] = (ushort)set;
        }

        return (roleSets, roles[..known]);
    }

    // The pairs of all letters in one array, as close as they go, and the states behind them; fills in the letters.
    private (LexiconPair[] Pairs, LexiconNode[] States) LayOut(ushort[] letters, LexiconLetter[] alphabet, ushort[] roleSets)
    {
        // How many characters follow, then the first character, in one number: those that many follow find room first.
        var begun = new int[alphabet.Length];
        var known = 0;
        for (var character = 0; character < firsts.Length; character++)
        {
            if (firsts[character] is not (> 0 and var state)) continue;
            var letter = letters[character];
            if (states[state].Word is > 0 and var word) alphabet[letter] = new LexiconLetter(0, new Beginning((ushort)word, 1, roleSets[word]));
            if (states[state].First != 0) begun[known++] = (Followers(state) << 16) | character;
        }

        Array.Sort(begun, 0, known);
        var pairs = new LexiconPair[8 * alphabet.Length];
        var behindPairs = new LexiconNode[pairs.Length];
        var (at, before) = (0, 0);
        while (known-- > 0)
        {
            var (followers, letter) = (begun[known] >> 16, letters[begun[known] & char.MaxValue]);
            var first = states[firsts[begun[known] & char.MaxValue]].First;
            // Of as many each behind the one before.
            if (followers != before) (at, before) = (0, followers);
            while (!HasRoom(at, first)) at++;
            alphabet[letter] = alphabet[letter] with { Pairs = at };
            for (var state = first; state != 0; state = states[state].Next)
            {
                var place = at + letters[states[state].Character];
                var behind = behindPairs[place] = Place(state);
                var beginning = behind.Word == 0 ? alphabet[letter].Alone : new Beginning(behind.Word, 2, roleSets[behind.Word]);
                pairs[place] = new LexiconPair(letter, beginning, nodes.AsSpan(behind.Next, behind.Count));
            }
        }

        return (pairs, behindPairs);

        bool HasRoom(int at, int first)
        {
            // Every second letter may be asked for, not only those that there are.
            if (at + alphabet.Length > pairs.Length)
            {
                Array.Resize(ref pairs, 2 * pairs.Length);
                Array.Resize(ref behindPairs, pairs.Length);
            }

            for (var state = first; state != 0; state = states[state].Next)
                if (pairs[at + letters[states[state].Character]].First != 0) return false;
            return true;
        }
    }

    // How many characters follow.
    private int Followers(int state)
    {
        var followers = 0;
        for (var at = states[state].First; at != 0; at = states[at].Next) followers++;
        return followers <= LexiconNode.MostLinks ? followers : throw TooMany($"than the {LexiconNode.MostLinks} characters that can follow a beginning, in '…{states[state].Character}…'");
    }

    // The state as the lexicon has it. The states behind it lie side by side, and then what lies behind each of them.
    private LexiconNode Place(int state)
    {
        SortFollowers(state);
        var (next, followers) = (placed, Followers(state));
        placed += followers;
        var place = next;
        for (var at = states[state].First; at != 0; at = states[at].Next) nodes[place++] = Place(at);
        return new LexiconNode(states[state].Character, (ushort)states[state].Word, next, followers);
    }

    // What most words go on with is found first.
    private void SortFollowers(int state)
    {
        var at = states[state].First;
        states[state].First = 0;
        while (at != 0)
        {
            var next = states[at].Next;
            ref var link = ref states[state].First;
            while (link != 0 && states[link].Words > states[at].Words) link = ref states[link].Next;
            (states[at].Next, link) = (link, at);
            at = next;
        }
    }

    private static BadTableException TooMany(string what) => new("all tables", 0, $"more {what}");

    // A beginning of words. Those that follow it are the first and the next of each.
    private struct State
    {
        public char Character;
        public int Before;
        public int First;
        public int Next;

        // Number of the word that ends here, or 0; and how many words begin so, the word itself included.
        public int Word;
        public int Words;
    }
}
