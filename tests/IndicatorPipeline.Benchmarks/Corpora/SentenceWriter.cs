using System.Globalization;

namespace IndicatorPipeline.Benchmarks.Corpora;

/// <summary>Takes sentences from all over a corpus, each as a document of its own.</summary>
internal static class SentenceWriter
{
    private static readonly char[] Ends = ['。', '！', '？', '\n'];

    /// <summary>Writes <paramref name="count"/> sentences of <paramref name="corpus"/>, evenly spread over its first run through all texts.</summary>
    public static int Write(string corpus, string count, string target)
    {
        var sentences = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in DocumentLines.Texts(corpus))
        {
            if (!seen.Add(text)) break;
            sentences.AddRange(text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(sentence => sentence.Length > 8));
        }

        var wanted = Math.Min(int.Parse(count, CultureInfo.InvariantCulture), sentences.Count);
        using var file = File.Create(target);
        for (var i = 0; i < wanted; i++)
        {
            file.Write(DocumentLines.Bytes(i.ToString(CultureInfo.InvariantCulture), sentences[(int)((long)i * sentences.Count / wanted)] + "。"));
        }

        return 0;
    }
}
