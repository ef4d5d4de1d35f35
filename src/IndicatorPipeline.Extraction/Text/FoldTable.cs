using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>
/// Maps each UTF-16 code unit to the one it is matched as: full width to ASCII, capitals to small letters, Traditional to
/// Simplified, the many dashes, dots and spaces to one of each.
/// </summary>
/// <remarks>One to one, so that a fold never moves an offset; what is dropped altogether is marked <see cref="Dropped"/>.</remarks>
internal static class FoldTable
{
    /// <summary>A code unit that matching does not see: zero-width characters, the byte order mark, soft hyphens.</summary>
    public const char Dropped = '\0';

    /// <summary>Any blank within a line.</summary>
    public const char Blank = ' ';

    /// <summary>What else is matched as a blank.</summary>
    public const string OtherBlanks =
        "\t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

    /// <summary>A line's end.</summary>
    public const char LineEnd = '\n';

    /// <summary>Kind of the characters that <see cref="FoldEight"/> does not fold, and that are not <see cref="Special"/>.</summary>
    public const byte Irregular = 1;

    /// <summary>Kind of the characters that are not always kept: what is dropped, blanks, line ends, and brackets, behind which injected pinyin may
    /// stand; and bars, which set cells apart.</summary>
    public const byte Special = 2;

    private const ushort FirstWide = 0xFF01;
    private const ushort LastWide = 0xFF5E;
    private const ushort WideShift = 0xFEE0;
    private const ushort CapitalShift = 'a' - 'A';

    private static readonly char[] Table = Build();
    private static readonly byte[] Classes = Classify();

    /// <summary>What <paramref name="source"/> is matched as.</summary>
    public static char Fold(char source) => Table[source];

    /// <summary>The table itself, for the loop over a whole text.</summary>
    public static ReadOnlySpan<char> Entries => Table;

    /// <summary>Of every character <see cref="Irregular"/>, <see cref="Special"/> or 0, for a loop that asks what it need not look up: half as large
    /// as the table.</summary>
    public static ReadOnlySpan<byte> Kinds => Classes;

    /// <summary>Folds eight characters none of which is irregular or special: full width to ASCII, capitals to small letters, most stay as they
    /// are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> FoldEight(Vector128<ushort> characters)
    {
        var wide = Vector128.LessThan(characters - Vector128.Create(FirstWide), Vector128.Create((ushort)(LastWide - FirstWide + 1)));
        var narrow = characters - (wide & Vector128.Create(WideShift));
        var capital = Vector128.LessThan(narrow - Vector128.Create((ushort)'A'), Vector128.Create((ushort)26));
        return narrow + (capital & Vector128.Create(CapitalShift));
    }

    /// <summary>Folds a term of a table, which holds no blanks or dropped characters.</summary>
    public static string Fold(string term)
    {
        foreach (var c in term)
        {
            if (Table[c] == c) continue;
            return string.Create(term.Length, term, static (folded, source) =>
            {
                for (var i = 0; i < folded.Length; i++) folded[i] = Table[source[i]];
            });
        }

        return term;
    }

    private static byte[] Classify()
    {
        var classes = new byte[char.MaxValue + 1];
        for (var c = 0; c < classes.Length; c += Vector128<ushort>.Count)
        {
            var regular = FoldEight(Vector128.Create((ushort)c) + Vector128<ushort>.Indices);
            var folded = Vector128.Create((ReadOnlySpan<ushort>)MemoryMarshal.Cast<char, ushort>(Table.AsSpan(c, Vector128<ushort>.Count)));
            // So the program need not look at each, for it starts for a single document too.
            if (folded == regular && Vector128.GreaterThanAll(folded, Vector128.Create((ushort)'('))) continue;
            for (var i = 0; i < Vector128<ushort>.Count; i++)
                classes[c + i] = Table[c + i] is Dropped or Blank or LineEnd or '(' ? Special : Table[c + i] == regular[i] ? (byte)0 : Irregular;
        }

        // Columns of tables, and marks of footnotes.
        classes['|'] = classes['｜'] = classes['['] = classes['［'] = Special;
        return classes;
    }

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++) table[c] = (char)c;
        for (var c = 'A'; c <= 'Z'; c++) table[c] = (char)(c + CapitalShift);
        for (var c = FirstWide; c <= LastWide; c++) table[c] = table[c - WideShift];
        foreach (var row in Tsv.Read("traditional.tsv")) table[row.Field("traditional")[0]] = row.Field("simplified")[0];
        foreach (var c in OtherBlanks) table[c] = Blank;
        foreach (var c in "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\r") table[c] = Dropped;
        foreach (var c in "\u2028\u2029\u0085\f\v") table[c] = LineEnd;
        foreach (var c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\u2500") table[c] = '-';
        foreach (var c in "\u301C\uFF5E\u223C\u02DC") table[c] = '~';
        foreach (var c in "\u00B7\u2022\u30FB\uFF65\u2027\u22C5") table[c] = '·';
        foreach (var c in "\uFE6A\u066A") table[c] = '%';
        foreach (var c in "\u2236\uFE55") table[c] = ':';
        foreach (var c in "\u2044\u2215") table[c] = '/';
        foreach (var c in "\u25CB\u25EF") table[c] = '〇';
        table['\u2103'] = '℃';
        table['〔'] = '(';
        table['〕'] = ')';
        table['「'] = table['『'] = '“';
        table['」'] = table['』'] = '”';
        table['，'] = ',';
        table['﹐'] = ',';
        table['；'] = ';';
        table['﹔'] = ';';
        table['．'] = '.';
        table['麽'] = '么';
        return table;
    }
}
