namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Tells a law, regulation or charter from a speech: it sets fines, quorums and distances for whoever is concerned, and reports nothing of a
/// place.</summary>
/// <remarks>
/// A law is a run of numbered articles (第一条 …) of which most command or forbid. A contract of targets (目标责任书) may have articles too, but states
/// amounts without 应当 and 不得; a resolution on a plan has no articles.
/// </remarks>
internal static class Statute
{
    // Articles under which no text is taken for a law.
    private const int FewestArticles = 6;

    // Words of command in an article, on average.
    private const double CommandsOfArticle = 0.5;

    private const string Digits = "零〇一二三四五六七八九十百千0123456789";

    /// <summary>Whether the lines of <paramref name="part"/> are a law.</summary>
    public static bool Tells(Page page, Part part)
    {
        var articles = 0;
        for (var i = part.First; i < part.End; i++)
        {
            ref readonly var line = ref page.Lines[i];
            if (line.First is '第' or '*' or '#' && BeginsArticle(page.Text.AsSpan(line.Start, line.Length))) articles++;
        }

        if (articles < FewestArticles) return false;
        var text = page.Text.AsSpan(page.Lines[part.First].Start..page.Lines[part.End - 1].End);
        if (text.IndexOf("第一条") < 0 && text.IndexOf("第一條") < 0) return false;
        var (commands, enough) = (0, CommandsOfArticle * articles);
        for (var end = 1; commands < enough && (end = Commands.Words.NextEnd(text, end)) > 0; end++) commands++;
        return commands >= enough;
    }

    private static bool BeginsArticle(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" \t\u3000\u00A0*#");
        if (line is not ['第', _, _, ..]) return false;
        var end = 1;
        while (end < line.Length && Digits.Contains(line[end])) end++;
        return end > 1 && end < line.Length && line[end] is '条' or '條';
    }

    // Made at first use, which few programs come to.
    private static class Commands
    {
        public static readonly PhraseSearch Words = new(
        [
            "应当", "应當", "應當", "不得", "依法", "禁止", "处以", "罚款", "必须", "可以", "有权", "适用",
            "本法", "本条例", "本條例", "本办法", "本辦法", "本规定", "本规则", "本细则", "本章程", "本解释",
        ]);
    }
}
