using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Formats;

[Collection(SeededApiCollection.Name)]
public sealed class FormatTests(SeededApi api)
{
    private async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await api.Client.SendAsync(request);
    }

    [PostgresTheory]
    [InlineData("/api/v1/observations", "text/csv", "text/csv")]
    [InlineData("/api/v1/observations.csv", "application/json", "text/csv")]
    [InlineData("/api/v1/observations", "application/x-ndjson", "application/x-ndjson")]
    [InlineData("/api/v1/observations.ndjson", "*/*", "application/x-ndjson")]
    [InlineData("/api/v1/observations", "text/html,application/xhtml+xml,*/*;q=0.8", "application/json")]
    [InlineData("/api/v1/observations", "application/xml, text/*;q=0.5", "text/csv")]
    [InlineData("/api/v1/observations.json", "text/csv", "application/json")]
    public async Task The_ending_decides_then_the_accept_header(string path, string accept, string mediaType)
    {
        using var response = await SendAsync(path, ("Accept", accept));
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
    }

    [PostgresFact]
    public async Task Csv_and_ndjson_hold_every_item_of_all_pages()
    {
        var total = (await api.GetAsync("/api/v1/observations?limit=1")).GetProperty("total").GetInt32();
        var lines = (await api.Client.GetStringAsync("/api/v1/observations.ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(total, lines.Length);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.Equal(total, Csv.Read(await api.Client.GetStringAsync("/api/v1/observations.csv")).Count - 1);
    }

    [PostgresFact]
    public async Task Csv_and_json_say_the_same()
    {
        var json = await api.ItemsAsync("/api/v1/observations?region=370000&limit=1000");
        var csv = Csv.Read(await api.Client.GetStringAsync("/api/v1/observations.csv?region=370000"));
        for (var row = 0; row < json.Count; row++)
        {
            for (var column = 0; column < csv[0].Count; column++)
            {
                // CSV writes the moment of validity in a form of its own, and null as nothing.
                var name = csv[0][column];
                if (json[row].GetProperty(name) is { ValueKind: not JsonValueKind.Null } value && name != "valid_from")
                {
                    Assert.Equal(value.ToString(), csv[row + 1][column]);
                }
            }
        }
    }

    [PostgresFact]
    public async Task Csv_for_excel_has_a_byte_order_mark_and_no_formulas()
    {
        var bytes = await api.Client.GetByteArrayAsync("/api/v1/observations.csv?excel=1&document=000");
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        var plain = await api.Client.GetByteArrayAsync("/api/v1/observations.csv?document=000");
        Assert.Equal((byte)'d', plain[0]);
        Assert.All(Csv.Read(Encoding.UTF8.GetString(bytes)).SelectMany(row => row), cell =>
            Assert.False(cell.Length > 2 && cell[0] is '=' or '@', cell));
    }

    [PostgresFact]
    public async Task An_etag_that_is_known_gives_304_until_something_changes()
    {
        using var first = await SendAsync("/api/v1/observations?limit=2");
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        using var again = await SendAsync("/api/v1/observations?limit=2", ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        using var different = await SendAsync("/api/v1/observations?limit=3", ("If-None-Match", tag.ToString()));
        Assert.Equal(HttpStatusCode.OK, different.StatusCode);
    }

    [PostgresTheory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_has_its_own_tag_and_gives_304_too(string coding)
    {
        using var plain = await SendAsync("/api/v1/observations?limit=50");
        using var packed = await SendAsync("/api/v1/observations?limit=50", ("Accept-Encoding", coding));
        Assert.Equal(coding, Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        await using var body = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacked = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress)
            : new GZipStream(body, CompressionMode.Decompress);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await new StreamReader(unpacked).ReadToEndAsync());
        using var again = await SendAsync("/api/v1/observations?limit=50", ("Accept-Encoding", coding),
            ("If-None-Match", packed.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [PostgresFact]
    public async Task Head_answers_like_get_without_a_body()
    {
        foreach (var path in new[] { "/api/v1/observations", "/api/v1/observations.csv", "/healthz" })
        {
            using var response = await api.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.True(response.IsSuccessStatusCode, path);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }
    }
}
