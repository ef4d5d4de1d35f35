namespace IndicatorPipeline.Sources.Dumps;

/// <summary>Which names of columns mean what, the first found counting; compared without case, spaces, dashes and underscores.</summary>
internal static class Columns
{
    public static readonly string[] Text =
        ["text", "content", "body", "fulltext", "article", "rawtext", "maintext", "document", "正文", "全文", "内容", "文本", "报告全文", "报告正文", "文章内容"];
    public static readonly string[] Id = ["id", "docid", "documentid", "documentname", "uid", "编号", "文号", "序号"];
    public static readonly string[] Title = ["title", "headline", "标题", "题目", "题名", "报告标题"];
    public static readonly string[] Date = ["date", "speechdate", "日期", "讲话日期", "报告日期"];
    public static readonly string[] Region = ["region", "regioncode", "adcode", "地区代码", "行政区划代码", "区划代码"];
    public static readonly string[] Published = ["publisheddate", "publishdate", "pubdate", "publicationdate", "发布日期", "发布时间"];
    public static readonly string[] Author = ["author", "source", "作者", "来源"];
    public static readonly string[] Address = ["url", "link", "href", "address", "网址", "链接"];

    /// <summary>Index of the first column with one of these names, or -1.</summary>
    public static int Find(IReadOnlyList<string> columns, IEnumerable<string> names)
    {
        foreach (var name in names)
            for (var i = 0; i < columns.Count; i++)
                if (Folded(columns[i]).Equals(Folded(name), StringComparison.OrdinalIgnoreCase))
                    return i;
        return -1;
    }

    private static string Folded(string name) =>
        name.Trim().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
