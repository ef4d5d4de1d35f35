using IndicatorPipeline.Extraction.Binding.Rules;

namespace IndicatorPipeline.Extraction.Tests.Corpus;

/// <summary>Runs the Markdown files of this folder. <c>UPDATE_CORPUS=1 dotnet test</c> rewrites their tables.</summary>
public class CorpusTests
{
    private static bool Updates => Environment.GetEnvironmentVariable("UPDATE_CORPUS") == "1";

    private static string MisreadByRecognizers => SourceTree.Path("tests", "IndicatorPipeline.Extraction.Tests", "Corpus", "Recognizers.txt");

    /// <summary>Texts that the number reader which is built in is known to misread; none for our own.</summary>
    internal static HashSet<string> Misread { get; } = Extractor.NumberReader == "recognizers" ? [.. File.ReadAllLines(MisreadByRecognizers)] : [];

    public static TheoryData<string, int, string> Right => Cases();

    public static TheoryData<string> Files => new(CorpusFile.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Right))]
    public void Each_case_is_read_as_its_table_says(string file, int number, string text)
    {
        if (Updates) return;
        var one = CorpusFile.All[file].Cases[number];
        var actual = one.Actual();
        if (one.Expected.Accepts(actual) == Misread.Contains(text))
            Assert.Fail(Misread.Contains(text) ? $"{one} is read right now: take it out of Corpus/Recognizers.txt: {text}"
                : $"{one}\n{one.Text}\nexpected\n{one.Expected}\nactual\n{actual}");
    }

    [Fact]
    public void What_the_other_number_reader_misreads_is_of_a_case() =>
        Assert.Equal([], File.ReadAllLines(MisreadByRecognizers).Except(CorpusFile.All.Values.SelectMany(file => file.Cases)
            .Select(one => CorpusCell.Escape(one.Text)), StringComparer.Ordinal));

    [Fact]
    public void Cases_that_are_not_yet_right_are_moved_up_once_they_are()
    {
        if (Updates) return;
        var right = CorpusFile.All.Values.SelectMany(file => file.Cases).Where(one => one.IsNotYet && one.Expected.Accepts(one.Actual()));
        Assert.Equal([], right.Select(one => $"{one} is read right now: move it above '## Not yet' (UPDATE_CORPUS=1): {one.Text}"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_tables_are_rewritten_only_on_request(string file)
    {
        Assert.NotEmpty(CorpusFile.All[file].Cases);
        if (Updates) CorpusFile.All[file].Update();
    }

    [Fact]
    public void Every_rule_binds_a_number_of_a_case()
    {
        var named = CorpusFile.All.Values.SelectMany(file => file.Cases).Where(one => !one.IsNotYet && one.Expected.Columns.Contains("rule"))
            .SelectMany(one => one.Expected.Rows.Select(row => row[one.Expected.Columns.ToList().IndexOf("rule")])).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], new RuleRegister().All.Select(rule => RuleNames.All[(int)rule.Kind]).Except(named, StringComparer.Ordinal));
    }

    private static TheoryData<string, int, string> Cases()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var file in CorpusFile.All.Values.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            foreach (var (number, one) in file.Cases.Index().Where(one => !one.Item.IsNotYet))
                data.Add(file.Name, number, CorpusCell.Escape(one.Text));
        }

        return data;
    }
}
