namespace IndicatorPipeline.Extraction.Tests.Corpus;

/// <summary>A Markdown file of cases; how it is written stands in the folder's README.</summary>
internal sealed class CorpusFile
{
    private const string SettingMark = CorpusSetting.Mark;
    private const string QuoteMark = "> ";
    private const string Nothing = "Nothing.";
    private const string NotYet = "## Not yet";
    private const string Mended = "## Once misread";

    private readonly string path;
    private readonly string[] lines;

    private CorpusFile(string path)
    {
        this.path = path;
        lines = System.IO.File.ReadAllLines(path);
        Name = Path.GetFileNameWithoutExtension(path);
        Cases = Read();
    }

    /// <summary>All corpora, by name.</summary>
    public static IReadOnlyDictionary<string, CorpusFile> All { get; } = Directory
        .EnumerateFiles(SourceTree.Path("tests", "IndicatorPipeline.Extraction.Tests", "Corpus"), "*.md")
        .Where(path => !path.EndsWith("README.md", StringComparison.Ordinal))
        .Select(path => new CorpusFile(path))
        .ToDictionary(file => file.Name, StringComparer.Ordinal);

    /// <summary>File name without extension.</summary>
    public string Name { get; }

    /// <summary>Its cases, in order.</summary>
    public IReadOnlyList<CorpusCase> Cases { get; }

    /// <summary>
    /// Writes what the engine reads into the tables, to be reviewed before it is committed. What is not yet right stays as it is; what has become
    /// right moves up.
    /// </summary>
    public void Update()
    {
        var (updated, mended) = (new List<string>(), new List<string>());
        var at = 0;
        foreach (var one in Cases)
        {
            var accepted = one.Expected.Accepts(one.Actual());
            if (one.IsNotYet && accepted)
            {
                updated.AddRange(lines[at..(one.Line - 1)]);
                mended.AddRange(["", one.Setting.ToString(), "", .. lines[(one.Line - 1)..one.TableTo]]);
                // With the empty line behind it.
                at = Math.Min(lines.Length, one.TableTo + 1);
                continue;
            }

            updated.AddRange(lines[at..one.TableFrom]);
            updated.AddRange(one.IsNotYet || accepted ? lines[one.TableFrom..one.TableTo] : one.Actual().Lines());
            at = one.TableTo;
        }

        updated.AddRange(lines[at..]);
        if (mended.Count > 0)
        {
            var place = updated.IndexOf(NotYet);
            if (!updated.Contains(Mended)) mended.Insert(0, Mended);
            updated.InsertRange(place, [.. mended, ""]);
        }

        System.IO.File.WriteAllLines(path, updated);
    }

    private List<CorpusCase> Read()
    {
        var cases = new List<CorpusCase>();
        var setting = CorpusSetting.Empty;
        var notYet = false;
        for (var i = 0; i < lines.Length; i++)
        {
            try
            {
                if (lines[i].StartsWith(SettingMark, StringComparison.Ordinal)) setting = CorpusSetting.Parse(lines[i][SettingMark.Length..]);
                else if (lines[i].StartsWith("## ", StringComparison.Ordinal)) notYet = lines[i] == NotYet;
                else if (lines[i].StartsWith(QuoteMark, StringComparison.Ordinal)) i = ReadCase(i, setting, notYet, cases);
            }
            catch (FormatException broken)
            {
                throw new FormatException($"{path}:{i + 1}: {broken.Message}", broken);
            }
        }

        return cases;
    }

    private int ReadCase(int first, CorpusSetting setting, bool notYet, List<CorpusCase> cases)
    {
        var at = first;
        while (At(at).StartsWith(QuoteMark, StringComparison.Ordinal)) at++;
        var text = CorpusCell.Unescape(string.Join('\n', lines[first..at].Select(line => line[QuoteMark.Length..])));
        while (at < lines.Length && lines[at].Length == 0) at++;
        var table = at;
        while (At(at).StartsWith('|') || At(at) == Nothing) at++;
        if (at == table) throw new FormatException($"no table and no '{Nothing}' below the text");
        cases.Add(new CorpusCase(Name, first + 1, setting, text, Table(table, at), notYet, table, at));
        return at - 1;
    }

    private string At(int line) => line < lines.Length ? lines[line] : "";

    private CorpusTable Table(int from, int to)
    {
        if (lines[from] == Nothing) return new CorpusTable(CorpusTable.Usual, []);
        var rows = lines[from..to].Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        if (rows.Find(row => row.Length != rows[0].Length) is { } uneven)
            throw new FormatException($"{uneven.Length} cells under {rows[0].Length} columns: {string.Join(" | ", uneven)}");
        return new CorpusTable(rows[0], rows[2..]);
    }
}
