using System.Text;
using IndicatorPipeline.Sources.Tests.Making;

namespace IndicatorPipeline.Sources.Tests.Files;

public sealed class FileFindingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sources-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_is_read_with_all_below_it_in_the_order_of_names()
    {
        Write("b.txt", "二");
        Write("a/z.txt", "一");
        Write("c/d/e.txt", "三");
        Write(".hidden/x.txt", "x");
        Write("~$b.docx", "x");
        Assert.Equal(["z 一", "b 二", "e 三"], await Texts(folder));
    }

    [Fact]
    public async Task The_second_file_of_a_name_is_named_by_its_path()
    {
        Write("x/report.txt", "一");
        Write("y/report.txt", "二");
        await File.WriteAllBytesAsync(Path.Combine(folder, "report.docx"), DocxMaker.Of(DocxMaker.P("三")));
        Write("report.txt", "四");
        Assert.Equal(["report 三", "report.txt 四", "x/report.txt 一", "y/report.txt 二"], await Texts(folder));
    }

    [Theory]
    [InlineData("*.txt", "a b")]
    [InlineData("**/*.txt", "c a b")]
    [InlineData("?.txt", "a b")]
    [InlineData("[b-c].txt", "b")]
    [InlineData("[!b].txt", "a")]
    [InlineData("s/**", "c d")]
    [InlineData("*/c.*", "c")]
    public async Task A_pattern_finds_its_files(string pattern, string ids)
    {
        Write("a.txt", "一");
        Write("b.txt", "二");
        Write("s/c.txt", "三");
        Write("s/d.csv", "text\n四\n");
        var found = await Texts(Path.Combine(folder, pattern));
        Assert.Equal(ids.Split(' ').Order(), found.Select(text => text[0].ToString()).Order());
    }

    [Fact]
    public async Task A_name_with_the_signs_of_a_pattern_is_a_name_if_the_file_is_there()
    {
        Write("[2025]*.txt", "一");
        Assert.Equal(["[2025]* 一"], await Texts(Path.Combine(folder, "[2025]*.txt")));
    }

    [Theory]
    [InlineData("nothing.txt", "no such file or folder")]
    [InlineData("*.pdf", "no file matches the pattern")]
    [InlineData("[z-a].txt", "no file matches the pattern")]
    [InlineData("", "the folder holds no files")]
    public async Task What_is_not_there_is_a_failure(string source, string reason)
    {
        var failure = Assert.IsType<ReadFailure>(Assert.Single(await new SourceReader().ReadAsync(Path.Combine(folder, source)).ToListAsync()));
        Assert.Equal((FailureKind.NotFound, reason), (failure.Kind, failure.Reason));
    }

    [Fact]
    public async Task A_file_that_two_sources_name_is_read_once_and_ids_are_distinct_over_sources()
    {
        Write("a/r.txt", "一");
        Write("b/r.txt", "二");
        var results = await new SourceReader().ReadAsync([Path.Combine(folder, "a"), Path.Combine(folder, "a", "r.txt"), Path.Combine(folder, "b")])
            .Cast<ReadResult>().ToListAsync();
        Assert.Equal(["r", "r.txt"], results.Select(result => Assert.IsType<ReadDocument>(result).Document.Id));
    }

    [Fact]
    public async Task A_link_to_a_folder_above_does_not_go_round()
    {
        Write("a.txt", "一");
        Directory.CreateSymbolicLink(Path.Combine(folder, "up"), folder);
        Assert.Equal(["a 一"], await Texts(folder));
    }

    [Fact]
    public async Task A_link_to_a_folder_elsewhere_is_followed_once_and_not_back()
    {
        var elsewhere = Directory.CreateTempSubdirectory("indicators-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(elsewhere, "b.txt"), "二");
            Directory.CreateSymbolicLink(Path.Combine(elsewhere, "home"), folder);
            Directory.CreateSymbolicLink(Path.Combine(elsewhere, "above"), Path.GetDirectoryName(folder)!);
            Write("a.txt", "一");
            Directory.CreateSymbolicLink(Path.Combine(folder, "c"), elsewhere);
            Directory.CreateSymbolicLink(Path.Combine(folder, "d"), elsewhere);

            Assert.Equal(["a 一", "b 二"], await Texts(folder));
            Assert.Equal(["a 一", "b 二"], await Texts(Path.Combine(folder, "**/*.txt")));
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    [Fact]
    public async Task A_known_file_is_not_read_again_and_the_ids_stay()
    {
        Write("x/r.txt", "一");
        Write("y/r.txt", "二");
        var first = await new SourceReader().ReadAsync(folder).Select(result => (ReadDocument)result).ToListAsync();
        var known = first.ToDictionary(read => read.Path, read => new KnownVersion(read.ContentHash));
        Write("y/r.txt", "三");
        var again = await new SourceReader(new ReadingOptions { Known = path => known.GetValueOrDefault(path) }).ReadAsync(folder).ToListAsync();
        Assert.IsType<ReadUnchanged>(again[0]);
        Assert.Equal((first[1].Document.Id, "三"), (((ReadDocument)again[1]).Document.Id, ((ReadDocument)again[1]).Document.Text));
    }

    [Fact]
    public async Task A_cancelled_reading_ends()
    {
        Write("a.txt", "一");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new SourceReader().ReadAsync(folder, cancelled.Token).ToListAsync());
    }

    [Fact]
    public async Task A_zip_on_disk_is_read_without_unpacking_and_its_members_keep_their_paths()
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "z.zip"),
            ZipMaker.Of(("年/a.txt", Encoding.UTF8.GetBytes("一")), ("d.jsonl", "{\"text\":\"二\"}"u8.ToArray())));
        var paths = await new SourceReader().ReadAsync(folder).Select(result => Path.GetRelativePath(folder, result.Path)).ToListAsync();
        Assert.Equal(["z.zip!/d.jsonl#1", "z.zip!/年/a.txt"], paths);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static async Task<List<string>> Texts(string source) =>
        await new SourceReader().ReadAsync(source).Select(result => Assert.IsType<ReadDocument>(result).Document)
            .Select(document => $"{document.Id} {document.Text}").ToListAsync();
}
