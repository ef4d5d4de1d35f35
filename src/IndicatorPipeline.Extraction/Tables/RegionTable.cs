using System.Reflection;
using System.Runtime.InteropServices;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Administrative divisions (<c>regions.tsv</c>), found by code, by any of their names, and by their place in a text.</summary>
internal sealed class RegionTable
{
    private const string File = "regions.tsv";
    private const string Header = "code\tname\tshort_name\tname_en\tlevel\told_names";

    private readonly Region[] _all;
    private readonly Lazy<Names> _names;

    private RegionTable(Region[] all)
    {
        _all = all;
        _names = new Lazy<Names>(() => new Names(all));
    }

    public static RegionTable Default { get; } = Load();

    /// <summary>Ordered by code.</summary>
    public IReadOnlyList<Region> All => _all;

    /// <summary>The division of a GB/T 2260 code, or null; <c>CN</c> is the nation.</summary>
    public Region? Find(ReadOnlySpan<char> code)
    {
        if (code is "CN" or "cn") return _all[0];
        var (low, high) = (0, _all.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = code.SequenceCompareTo(_all[middle].Code);
            if (order == 0) return _all[middle];
            if (order < 0) high = middle - 1;
            else low = middle + 1;
        }

        return null;
    }

    /// <summary>All divisions that bear the simplified name <paramref name="name"/> (full, short or old), the higher level first.</summary>
    public ReadOnlySpan<Region> Named(ReadOnlySpan<char> name) => _names.Value.Find(name);

    /// <summary>The one division meant by <paramref name="name"/>: one inside <paramref name="within"/> if there is any, one that bears the name today before one
    /// that bore it once, the highest level of these; null if none, or if two remain.</summary>
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

    /// <summary>Length of the longest name that stands at the start of <paramref name="text"/> (simplified), or 0.</summary>
    public int LongestName(ReadOnlySpan<char> text) => _names.Value.LongestAt(text);

    /// <summary>Adds to the lexicon the names that cannot be mistaken for a common word: full names of all levels, short names of provinces and prefectures.</summary>
    public void AddTo(Lexicons.LexiconBuilder builder)
    {
        foreach (var region in _all)
        {
            if (region.Level == GovernmentLevel.Nation) continue;
            if (region.Name.Length > 2) Add(region.Name, region);
            if (region.Level <= GovernmentLevel.Prefecture && region.ShortName.Length >= 2) Add(region.ShortName, region);
        }

        void Add(string name, Region region)
        {
            var known = builder.Has(name);
            var entry = builder.Entry(name);
            entry.Roles |= Lexicons.Role.Place;
            // A name that two divisions bear (鼓楼区) is a place without a code.
            entry.RegionCode = known ? null : region.Code;
            if (!known) entry.Scope = Scope.Other;
        }
    }

    private static RegionTable Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(File)
            ?? throw new BadTableException(File, 0, "the table is not embedded in the engine");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Reads the table's text. Rows must be ordered by code, so that codes are found by bisection.</summary>
    /// <exception cref="BadTableException">A row is malformed, out of order, or of an unknown level.</exception>
    internal static RegionTable Parse(string table)
    {
        var all = new List<Region>(3300);
        Span<Range> fields = stackalloc Range[7];
        var (number, headed) = (0, false);
        foreach (var line in table.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsEmpty || line.StartsWith("# ", StringComparison.Ordinal)) continue;
            if (!headed)
            {
                headed = line.SequenceEqual(Header) ? true : throw new BadTableException(File, number, $"the header must be '{Header}'");
                continue;
            }

            if (line.Split(fields, '\t') != 6) throw new BadTableException(File, number, "a row must have 6 fields");
            var region = Row(line, fields, number, all);
            if (all.Count > 0 && string.CompareOrdinal(all[^1].Code, region.Code) >= 0)
                throw new BadTableException(File, number, $"code {region.Code} stands behind {all[^1].Code}");
            all.Add(region);
        }

        return all.Count > 0 ? new RegionTable([.. all]) : throw new BadTableException(File, number, "the table is empty");
    }

    private static Region Row(ReadOnlySpan<char> line, ReadOnlySpan<Range> fields, int number, List<Region> before)
    {
        var code = line[fields[0]].ToString();
        if (code.Length != 6 || code.AsSpan().ContainsAnyExceptInRange('0', '9')) throw new BadTableException(File, number, $"'{code}' is no code of six digits");
        var level = line[fields[4]] switch
        {
            "nation" => GovernmentLevel.Nation,
            "province" => GovernmentLevel.Province,
            "prefecture" => GovernmentLevel.Prefecture,
            "county" => GovernmentLevel.County,
            var other => throw new BadTableException(File, number, $"unknown level '{other}'"),
        };
        var english = line[fields[3]];
        var old = line[fields[5]];
        var name = line[fields[1]].ToString();
        var shortName = line[fields[2]];
        return new Region(
            code, name, shortName.SequenceEqual(name) ? name : shortName.ToString(), english.IsEmpty ? null : english.ToString(), level, ParentOf(code, level, before))
        {
            OldNames = old.IsEmpty ? [] : old.ToString().Split(';'),
        };
    }

    /// <summary>Counties of a municipality, and those a province keeps directly, have no prefecture above them.</summary>
    private static string? ParentOf(string code, GovernmentLevel level, List<Region> before) => level switch
    {
        GovernmentLevel.Nation => null,
        GovernmentLevel.Province => "000000",
        GovernmentLevel.Prefecture => code[..2] + "0000",
        _ => LastPrefecture(before) is { } prefecture && prefecture.AsSpan(0, 4).SequenceEqual(code.AsSpan(0, 4)) ? prefecture : code[..2] + "0000",
    };

    private static string? LastPrefecture(List<Region> before)
    {
        for (var i = before.Count - 1; i >= 0 && before[i].Level >= GovernmentLevel.Prefecture; i--)
        {
            if (before[i].Level == GovernmentLevel.Prefecture) return before[i].Code;
        }

        return null;
    }

    /// <summary>Every name and the divisions that bear it.</summary>
    private sealed class Names
    {
        private readonly Dictionary<string, Region[]> _byName = new(9000, StringComparer.Ordinal);
        private readonly int _longest;

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

            _longest = _byName.Keys.Max(name => name.Length);
        }

        public ReadOnlySpan<Region> Find(ReadOnlySpan<char> name) =>
            _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var regions) ? regions : [];

        public int LongestAt(ReadOnlySpan<char> text)
        {
            var lookup = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var length = Math.Min(_longest, text.Length); length >= 2; length--)
            {
                if (lookup.ContainsKey(text[..length])) return length;
            }

            return 0;
        }

        private void Add(string name, Region region)
        {
            ref var regions = ref CollectionsMarshal.GetValueRefOrAddDefault(_byName, name, out var exists);
            if (!exists) regions = [region];
            else if (!regions!.Contains(region)) regions = [.. regions!, region];
        }
    }
}
