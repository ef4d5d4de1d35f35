using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace IndicatorPipeline.Cli.Tests.Extracting;

/// <summary>
/// What <c>xargs -P</c>, Spark's <c>pipe</c> and job arrays rely on: a document's lines do not depend on who reads it, and after what.
/// </summary>
public sealed class HalvesTests : IDisposable
{
    private static readonly string[] Places = ["浙江省", "济南市", "安吉县", "四川省", "金牛区"];

    private readonly string folder = Directory.CreateTempSubdirectory("indicators-halves-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Two_processes_on_two_halves_give_the_lines_of_one_process_byte_for_byte()
    {
        var documents = Enumerable.Range(0, 40).Select(Document).ToList();
        var whole = await ExtractAsync("whole.jsonl", documents);
        // Every other document, so that each process meets them in another neighbourhood.
        var halves = await Task.WhenAll(
            ExtractAsync("even.jsonl", documents.Where((_, i) => i % 2 == 0)),
            ExtractAsync("odd.jsonl", documents.Where((_, i) => i % 2 == 1)));

        Assert.True(whole.Count >= documents.Count * 4,
            $"only {whole.Count} observations of {documents.Count} documents: the comparison would say little");
        Assert.Equal(whole.Order(StringComparer.Ordinal), halves.SelectMany(lines => lines).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_documents_in_reverse_give_the_same_lines()
    {
        var documents = Enumerable.Range(0, 40).Select(Document).ToList();
        var forward = await ExtractAsync("forward.jsonl", documents);
        var backward = await ExtractAsync("backward.jsonl", Enumerable.Reverse(documents));
        Assert.Equal(forward.Order(StringComparer.Ordinal), backward.Order(StringComparer.Ordinal));
    }

    // Documents that leave much behind in a reader: an open list, a paragraph's time, a section of goals, a subject without its number.
    private static string Document(int number)
    {
        var place = Places[number % Places.Length];
        var year = 2010 + (number % 15);
        var text = new StringBuilder().Append(place).Append(year).Append("年政府工作报告\n\n一、过去一年的工作\n")
            .Append("全年地区生产总值达到").Append(300 + number).Append("亿元，增长").Append(5 + (number % 4)).Append(".5%。")
            .Append("固定资产投资、社会消费品零售总额分别增长").Append(number % 9).Append("%、7.").Append(number % 10).Append("%，")
            .Append(number % 2 == 0 ? "其中工业投资增长三成。\n" : "城镇新增就业3万多人。\n")
            .Append("二、").Append(year).Append("年的主要目标\n今年的主要目标是：地区生产总值增长6%左右，居民收入与经济增长同步，")
            .Append(number % 3 == 0 ? "单位生产总值能耗完成国家下达目标。" : "城镇登记失业率控制在4%以内")
            .Append(number % 4 == 0 ? "（比上年" : "。");
        return JsonSerializer.Serialize(new { id = $"{place}-{number}", text = text.ToString() });
    }

    private async Task<List<string>> ExtractAsync(string name, IEnumerable<string> documents)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllLinesAsync(path, documents);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "indicators.dll"), "extract", "--input", "jsonl", path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
