using System.Text.Encodings.Web;
using System.Text.Json;

namespace IndicatorPipeline.Benchmarks.Corpora;

/// <summary>Documents as lines of <c>{"id","text"}</c>, Chinese characters unescaped as crawls write them.</summary>
internal static class DocumentLines
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line with its end.</summary>
    public static byte[] Bytes(string id, string text) => [.. JsonSerializer.SerializeToUtf8Bytes(new { id, text }, Options), (byte)'\n'];

    /// <summary>The texts of a file of such lines, in order.</summary>
    public static IEnumerable<string> Texts(string path) =>
        File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!);
}
