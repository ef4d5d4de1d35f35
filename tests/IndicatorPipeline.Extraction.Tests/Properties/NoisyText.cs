using System.Text;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>A text as a bad copy writes it, with the way back to the offsets of the good one.</summary>
internal sealed class NoisyText
{
    private const string Unseen = "\u200B\u200C\uFEFF\u00AD\u2060";
    private static readonly Dictionary<char, char> Traditional = Tsv.Read("traditional.tsv")
        .GroupBy(row => row["simplified"][0]).ToDictionary(group => group.Key, group => group.First()["traditional"][0]);

    private readonly List<int> origins = [];

    public NoisyText(string text, int body, Random random)
    {
        var noisy = new StringBuilder();
        // In a headline, which ends without a stop, a blank parts two halves.
        var first = text.AsSpan(0, Math.Max(0, text.IndexOf('\n')));
        var headline = first.Contains('。') ? 0 : first.Length;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var changed = i < body ? c : Disguise(c, random);
            Add(noisy, changed, i);
            if (i < body || c == '\n') continue;
            if (random.Next(8) == 0) Add(noisy, Unseen[random.Next(Unseen.Length)], i);
            // Injected pinyin stands behind Traditional characters; blanks of broken lines between Chinese ones.
            if (changed != c && Traditional.ContainsKey(c) && random.Next(3) == 0) foreach (var letter in "(zǒng)") Add(noisy, letter, i);
            var parts = random.Next(10) == 0 && IsChinese(c) && i + 1 < text.Length && IsChinese(text[i + 1]);
            if (parts && "　 \u00A0"[random.Next(3)] is var blank && i >= headline) Add(noisy, blank, i);
        }

        Text = noisy.ToString();
    }

    public string Text { get; }

    /// <summary>The span of the good text that <paramref name="span"/> stands for.</summary>
    public TextSpan Original(TextSpan span) => new(origins[span.Start], origins[span.End - 1] + 1);

    private void Add(StringBuilder noisy, char c, int origin)
    {
        noisy.Append(c);
        origins.Add(origin);
    }

    private static char Disguise(char c, Random random) => random.Next(4) switch
    {
        0 when char.IsAsciiDigit(c) || c is '%' or '.' or ',' => (char)(c + 0xFEE0),
        1 when Traditional.TryGetValue(c, out var other) => other,
        _ => c,
    };

    private static bool IsChinese(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
