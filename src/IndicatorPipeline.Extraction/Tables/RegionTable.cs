using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Administrative divisions (<c>regions.tsv</c>), found by code, by any of their names, and by their place in a text.</summary>
internal sealed class RegionTable
{
    private const string File = "regions.tsv";
    private const string Header = "code\tname\tshort_name\tname_en\tlevel\told_names";

    private readonly Region[] all;
    private Names? names;

    private RegionTable(Region[] all) => this.all = all;

    public static RegionTable Default { get; } = Parse(Tsv.Text(File));

    // Built at first use; two threads at once build two equal ones.
    private Names ByName => names ??= new Names(all);

    /// <summary>Ordered by code.</summary>
    public IReadOnlyList<Region> All => all;

    public Region Nation => all[0];

    /// <summary>The division of a GB/T 2260 code, or null; <c>CN</c> is the nation.</summary>
    public Region? Find(ReadOnlySpan<char> code)
    {
        if (code is "CN" or "cn") return Nation;
        var (low, high) = (0, all.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var other = all[middle].Code;
            var same = code.CommonPrefixLength(other);
            if (same == code.Length && same == other.Length) return all[middle];
            if (same == code.Length || (same < other.Length && code[same] < other[same])) high = middle - 1;
            else low = middle + 1;
        }

        return null;
    }

    /// <summary>All divisions that bear the simplified name <paramref name="name"/> (full, short or old), the higher level first.</summary>
    public ReadOnlySpan<Region> Named(ReadOnlySpan<char> name) => ByName.Find(name);

    /// <summary>The one division meant by <paramref name="name"/>: one inside <paramref name="within"/> if there is any, one that bears the name
    /// today before one that bore it once, the highest level of these; null if none, or if two remain.</summary>
    public Region? Resolve(ReadOnlySpan<char> name, Region? within = null)
    {
        Region? best = null;
        var (bestRank, tied) = (int.MinValue, false);
        foreach (var region in Named(name))
        {
            var rank = (within is not null && region != within && Contains(within, region) ? 100 : 0)
                + (name.SequenceEqual(region.Name) ? 20 : name.SequenceEqual(region.ShortName) ? 10 : 0)
                - (int)region.Level;
            tied = rank == bestRank || (tied && rank < bestRank);
            if (rank > bestRank) (best, bestRank) = (region, rank);
        }

        return tied ? null : best;
    }

    /// <summary>The division above, or null for the nation.</summary>
    public Region? Parent(Region region) => region.ParentCode is { } code ? Find(code) : null;

    /// <summary>Whether <paramref name="inner"/> is <paramref name="outer"/> or lies in it.</summary>
    public bool Contains(Region outer, Region inner)
    {
        for (var region = inner; region is not null; region = Parent(region))
        {
            if (region.Code == outer.Code) return true;
        }

        return false;
    }

    /// <summary>Length of the longest name that stands at the start of <paramref name="text"/>, or 0.</summary>
    public int LongestName(ReadOnlySpan<char> text)
    {
        ByName.LongestAt(text, out var length);
        return length;
    }

    /// <summary>All divisions that bear the longest name at the start of <paramref name="text"/>, folded or not, or null; the same array each
    /// time.</summary>
    public Region[]? Longest(ReadOnlySpan<char> text, out int length) => ByName.LongestAt(text, out length);

    /// <summary>Where in a folded text, at or behind <paramref name="from"/>, the next two characters stand that a name may begin with, or -1: most
    /// others are ruled out.</summary>
    public int NextBeginning(ReadOnlySpan<char> folded, int from) => ByName.NextBeginning(folded, from);

    /// <summary>Adds to the lexicon the names that cannot be mistaken for a common word: full names of all levels, short names of provinces and
    /// prefectures.</summary>
    public void AddTo(Lexicons.LexiconBuilder builder)
    {
        foreach (var region in all)
        {
            if (region.Level == GovernmentLevel.Nation) continue;
            if (region.Name.Length > 2) Add(region.Name, region);
            if (region.Level <= GovernmentLevel.Prefecture && region.ShortName.Length >= 2) Add(region.ShortName, region);
        }

        void Add(string name, Region region)
        {
            var entry = builder.Entry(name, out var isNew);
            entry.Roles |= Lexicons.Role.Place;
            // A name that two divisions bear (鼓楼区) is a place without a code.
            entry.RegionCode = isNew ? region.Code : null;
            if (isNew) entry.Scope = Scope.Other;
        }
    }

    /// <summary>Reads the table's text. Rows must be ordered by code, so that codes are found by bisection.</summary>
    /// <exception cref="BadTableException">A row is malformed, out of order, or of an unknown level.</exception>
    internal static RegionTable Parse(string table)
    {
        var all = new List<Region>(3300);
        var (number, headed, lastPrefecture) = (0, false, "");
        for (var start = 0; start < table.Length;)
        {
            number++;
            var end = table.IndexOf('\n', start);
            if (end < 0) end = table.Length;
            var line = table.AsSpan(start, end - start);
            start = end + 1;
            if (line.IsEmpty || line[0] == '#') continue;
            if (!headed)
            {
                headed = line.SequenceEqual(Header) ? true : throw new BadTableException(File, number, $"the header must be '{Header}'");
                continue;
            }

            var region = Row(line, number, all.Count, lastPrefecture);
            if (region.Level == GovernmentLevel.Prefecture) lastPrefecture = region.Code;
            if (all.Count > 0 && string.CompareOrdinal(all[^1].Code, region.Code) >= 0)
                throw new BadTableException(File, number, $"code {region.Code} stands behind {all[^1].Code}");
            all.Add(region);
        }

        return all.Count > 0 ? new RegionTable([.. all]) : throw new BadTableException(File, number, "the table is empty");
    }

    private static Region Row(ReadOnlySpan<char> line, int number, int ordinal, string lastPrefecture)
    {
        var rest = line;
        var code = Field(ref rest, number).ToString();
        if (code.Length != 6 || code.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw new BadTableException(File, number, $"'{code}' is no code of six digits");
        var name = Field(ref rest, number).ToString();
        var shortName = Field(ref rest, number);
        var english = Field(ref rest, number);
        var level = Field(ref rest, number) switch
        {
            "nation" => GovernmentLevel.Nation,
            "province" => GovernmentLevel.Province,
            "prefecture" => GovernmentLevel.Prefecture,
            "county" => GovernmentLevel.County,
            var other => throw new BadTableException(File, number, $"unknown level '{other}'"),
        };
        if (rest.Contains('\t')) throw new BadTableException(File, number, "a row must have 6 fields");
        return new Region(
            code, name, shortName.SequenceEqual(name) ? name : shortName.ToString(), english.IsEmpty ? null
                : english.ToString(), level, ParentOf(code, level, lastPrefecture))
        {
            OldNames = rest.IsEmpty ? [] : rest.ToString().Split(';'),
            Ordinal = ordinal,
        };
    }

    private static ReadOnlySpan<char> Field(ref ReadOnlySpan<char> rest, int number)
    {
        var tab = rest.IndexOf('\t');
        if (tab < 0) throw new BadTableException(File, number, "a row must have 6 fields");
        var field = rest[..tab];
        rest = rest[(tab + 1)..];
        return field;
    }

    /// <summary>Counties of a municipality, and those a province keeps directly, have no prefecture above them.</summary>
    private static string? ParentOf(string code, GovernmentLevel level, string lastPrefecture) => level switch
    {
        GovernmentLevel.Nation => null,
        GovernmentLevel.Province => "000000",
        GovernmentLevel.Prefecture => code[..2] + "0000",
        _ => lastPrefecture.Length > 0 && lastPrefecture.AsSpan(0, 4).SequenceEqual(code.AsSpan(0, 4)) ? lastPrefecture : code[..2] + "0000",
    };

    /// <summary>Every name and the divisions that bear it, found by the first two characters.</summary>
    private sealed class Names
    {
        private const int HintBits = 11;
        private const int HeadBits = 13;
        private const int FirstHint = 15;
        private const int SecondHint = 9;
        private const int ThirdHint = 3;

        // Three bits for each pair of characters that names begin with, in one of the words: most pairs of a text begin no name, and what tells so
        // stays in the processor's first cache.
        private readonly ulong[] hints = new ulong[1 << HintBits];

        // By a hash of the pair, the first of the names that follow one another by Next, the longest first; the place 0 is empty.
        private readonly ushort[] heads = new ushort[1 << HeadBits];
        private Name[] names = new Name[8192];
        private int count = 1;

        public Names(Region[] all)
        {
            // Rows stand in the order of codes; provinces and prefectures first, so that a name's first region is the highest.
            for (var level = GovernmentLevel.Nation; level <= GovernmentLevel.County; level++)
            {
                foreach (var region in all)
                {
                    if (region.Level != level) continue;
                    Add(region.Name, region);
                    Add(region.ShortName, region);
                    foreach (var name in region.OldNames) Add(name, region);
                }
            }
        }

        public ReadOnlySpan<Region> Find(ReadOnlySpan<char> name) =>
            LongestAt(name, out var length) is { } regions && length == name.Length ? regions : [];

        /// <summary>The divisions of the longest name at the start of the text, folded or not, and its length, or 0.</summary>
        public Region[]? LongestAt(ReadOnlySpan<char> text, out int length)
        {
            length = 0;
            if (text.Length < 2) return null;
            var table = FoldTable.Entries;
            var (first, second) = (table[text[0]], table[text[1]]);
            var hash = Hash(first, second);
            for (int at = heads[hash >> (32 - HeadBits)]; at > 0; at = names[at].Next)
            {
                ref readonly var name = ref names[at];
                if (name.First != first || name.Second != second || name.Length > text.Length || !Stands(name, text, table)) continue;
                length = name.Length;
                return name.Regions;
            }

            return null;
        }

        public int NextBeginning(ReadOnlySpan<char> folded, int from)
        {
            // The highest bits of a hash tell one of as many words as there are.
            ref var words = ref MemoryMarshal.GetArrayDataReference(hints);
            ref var characters = ref MemoryMarshal.GetReference(folded);
            unchecked
            {
                for (var at = from; at < folded.Length - 1; at++)
                {
                    var hash = Hash(Unsafe.Add(ref characters, at), Unsafe.Add(ref characters, at + 1));
                    var word = Unsafe.Add(ref words, hash >> (32 - HintBits));
                    if ((word >> (int)(hash >> FirstHint) & word >> (int)(hash >> SecondHint) & word >> (int)(hash >> ThirdHint) & 1) != 0) return at;
                }
            }

            return -1;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static uint Hash(char first, char second) => unchecked((((uint)first << 16) | second) * 2654435769u);

        // The word is told by the highest bits of the hash, each hint by six others: a shift takes no more of its number.
        private static ulong HintsOf(uint hash) =>
            unchecked((1UL << (int)(hash >> FirstHint)) | (1UL << (int)(hash >> SecondHint)) | (1UL << (int)(hash >> ThirdHint)));

        // The first two characters are known to be there.
        private static bool Stands(in Name name, ReadOnlySpan<char> text, ReadOnlySpan<char> table)
        {
            for (var i = 2; i < name.Length; i++)
                if (name.Words[i] != table[text[i]]) return false;
            return true;
        }

        private void Add(string words, Region region)
        {
            var hash = Hash(words[0], words[1]);
            hints[hash >> (32 - HintBits)] |= HintsOf(hash);
            ref var head = ref heads[hash >> (32 - HeadBits)];
            var (before, at) = (0, (int)head);
            while (at > 0 && names[at].Length > words.Length) (before, at) = (at, names[at].Next);
            for (; at > 0 && names[at].Length == words.Length; (before, at) = (at, names[at].Next))
            {
                if (names[at].Words != words) continue;
                ref var regions = ref names[at].Regions;
                if (!ReferenceEquals(regions[^1], region)) regions = [.. regions, region];
                return;
            }

            if (count == names.Length) Array.Resize(ref names, 2 * count);
            names[count] = new Name(words, [region], at);
            if (before > 0) names[before].Next = count;
            else head = (ushort)count;
            count++;
        }

        private struct Name(string words, Region[] regions, int next)
        {
            public readonly string Words = words;
            public Region[] Regions = regions;
            public int Next = next;

            // Here too, because most names that are looked at stand elsewhere.
            public readonly short Length = (short)words.Length;
            public readonly char First = words[0];
            public readonly char Second = words[1];
        }
    }
}
