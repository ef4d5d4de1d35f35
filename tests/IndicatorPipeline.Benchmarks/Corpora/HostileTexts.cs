using System.Globalization;
using System.Text;

namespace IndicatorPipeline.Benchmarks.Corpora;

/// <summary>Texts on which a reader that looks back once too often takes for ever, each with ordinary text of the same size beside it.</summary>
internal static class HostileTexts
{
    private const int Million = 1_000_000;

    private const string Plain = "全市上下团结一心推动经济社会发展取得新的成就人民生活持续改善固定资产投资增长百分之十二点五城镇新增就业三万人";

    private static readonly (string Name, Func<string> Text)[] All =
    [
        ("without-punctuation", () => Repeat(Plain, 10 * Million / (Plain.Length * 3))),
        ("digits", () => Repeat("1234567890", Million / 10)),
        ("chinese-digits", () => Repeat("一二三四五六七八九〇", Million / 10)),
        ("nested-brackets", () => Repeat("（", Million) + "地区生产总值增长5%" + Repeat("）", Million)),
        ("open-brackets", () => Repeat("地区生产总值（", 300_000) + "增长5%"),
        ("closed-brackets", () => Repeat("增长5%）", 100_000)),
        ("respectively", () => List(100_000, i => $"产品{i}", "、") + "分别增长" + Repeat("5%、", 99_999) + "5%"),
        ("one-clause", () => List(10_000, i => $"地区生产总值增长{i % 20}.5%", "")),
        ("one-list", () => List(10_000, i => $"地区生产总值增长{i % 20}.5%", "、")),
        ("one-sentence", () => List(10_000, i => $"地区生产总值增长{i % 20}.5%", "，")),
        ("blanks", () => Repeat("  1 ", Million)),
        ("gaps", () => Repeat("2005" + new string(' ', 100_000), 30)),
        ("line-ends", () => Repeat("\n\n增\n", Million)),
        ("quotation-marks", () => Repeat("“十四五”", 200_000)),
        ("scales", () => Repeat("千万亿", 300_000)),
        ("ranges", () => Repeat("5-", 500_000) + "6%"),
        ("years", () => Repeat("2025年", 300_000)),
        ("one-line-titles", () => Repeat("2025年浙江省政府工作报告", 100_000)),
        ("title-lines", () => Repeat("浙江省政府工作报告\n", 100_000)),
        ("scales-unbound", () => Repeat("总十万", 200_000)),
        ("clauses-unbound", () => Repeat("亿（1）十", 100_000)),
        ("plan-of-shares", () => "“七五”" + Repeat("是5%", 200_000)),
        ("times-and-shares", () => Repeat("翻一番每占上半年", 60_000)),
        ("wrapped-lines", () => Repeat(Plain, 10_000) + Repeat("增长\n", 100_000)),
        ("tables", () => Repeat("一、回顾\n指标\t2023年\n粮食\t5万吨\n二、今年目标\n", 20_000)),
    ];

    /// <summary>Writes <c>NAME.jsonl</c> and <c>NAME.ordinary.jsonl</c> for each into <paramref name="folder"/>.</summary>
    public static int Write(string folder, string corpus)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in All)
        {
            var line = DocumentLines.Bytes(name, text());
            File.WriteAllBytes(Path.Combine(folder, name + ".jsonl"), line);
            using var ordinary = File.Create(Path.Combine(folder, name + ".ordinary.jsonl"));
            WriteOrdinary(ordinary, corpus, line.Length);
        }

        return 0;
    }

    // Whole documents, the last one cut to the size.
    private static void WriteOrdinary(FileStream target, string corpus, int size)
    {
        while (target.Length < size)
        {
            foreach (var text in DocumentLines.Texts(corpus))
            {
                var rest = (int)Math.Min(text.Length, (size - target.Length) / 3);
                if (rest < 100) return;
                target.Write(DocumentLines.Bytes("ordinary", text[..rest]));
            }
        }
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string List(int count, Func<int, string> member, string between) =>
        string.Join(between, Enumerable.Range(0, count).Select(i => member(i).ToString(CultureInfo.InvariantCulture)));
}
