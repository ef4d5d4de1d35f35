using System.Globalization;
using System.Text.Json;
using IndicatorPipeline.Api.Tests.Formats;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Observations;

/// <summary>
/// The ways of a search find the same: in a small window the pages come from sentences in order, or from the index where the window holds too little.
/// </summary>
[Collection(SeededApiCollection.Name)]
public sealed class TextSearchTests(SeededApi api)
{
    [PostgresTheory]
    [InlineData("增长", "")]
    [InlineData("居民消费价格", "")]
    [InlineData("增 长", "&status=target")]
    [InlineData("增长", "&indicator=gdp")]
    [InlineData("增长", "&region=370000&regionChildren=true")]
    [InlineData("工业", "&asOf=2199-01-01")]
    [InlineData("没有的词", "")]
    public async Task Every_way_finds_what_the_stream_holds_in_the_same_order(string text, string other)
    {
        var address = $"/api/v1/observations?q={Uri.EscapeDataString(text)}{other}";
        var all = Csv.Read(await api.Client.GetStringAsync(address.Replace("?", ".csv?", StringComparison.Ordinal)));
        var id = all[0].IndexOf("id");
        var expected = all.Skip(1).Select(row => row[id]).ToList();
        Assert.Equal(text == "没有的词", expected.Count == 0);
        foreach (var window in new[] { "1", "3", "10", "1000000" })
        {
            await using var server = await ApiServer.StartAsync(api.ConnectionString, "--Api:TextWindow", window);
            var found = new List<string>();
            for (var next = address + "&limit=3"; next is not null;)
            {
                var page = JsonDocument.Parse(await server.Client.GetStringAsync(next)).RootElement;
                found.AddRange(page.GetProperty("items").EnumerateArray()
                    .Select(item => item.GetProperty("id").GetInt64().ToString(CultureInfo.InvariantCulture)));
                var total = page.GetProperty("total").GetInt32();
                Assert.True(page.GetProperty("total_exact").GetBoolean() ? total == expected.Count
                    : total <= expected.Count, $"window {window}: total {total} of {expected.Count}");
                next = page.GetProperty("next").GetString();
            }

            Assert.Equal(expected, found);
        }
    }

    [PostgresTheory]
    [InlineData("100")]
    [InlineData("1,2,3")]
    [InlineData("-1,5")]
    [InlineData("x,y")]
    public async Task A_cursor_of_another_list_is_refused(string after)
    {
        using var response = await api.Client.GetAsync($"/api/v1/observations?q={Uri.EscapeDataString("增长")}&after={after}");
        Assert.Equal(400, (int)response.StatusCode);
    }
}
