using IndicatorPipeline.Extraction.Text;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tests.Splitting;

public class StatuteTests
{
    private static readonly string[] Articles =
    [
        "第一条 为了保护河道，根据本省实际，制定本条例。", "第二条 河道两侧应当划定五十米的保护带。", "第三条 林地的覆盖率不得低于百分之三十。",
        "第四条 经营单位应当按营业收入的千分之二缴纳费用。", "第五条 从业人员三百人以上的，应当配备三名管理人员。", "第六条 违反本条例的，处五万元以上十万元以下罚款。", "第七条 本条例自2019年1月1日起施行。",
    ];

    private static readonly string Report = "去年完成财政收入32亿元，增长6%；处罚企业12家，收缴罚款120万元。\n";

    [Fact]
    public void A_law_in_articles_states_nothing_of_the_place_it_holds_for()
    {
        var text = "清河市河道保护条例\n" + string.Join("\n\n", Articles);
        Assert.True(Tells(text));
        Assert.Empty(Extractor.Default.Extract(new SourceDocument { Id = "law", Text = text }).Observations);
    }

    [Fact]
    public void A_contract_of_targets_has_articles_but_commands_nothing()
    {
        var text = string.Join("\n", Enumerable.Range(1, 9).Select(i => $"第{"一二三四五六七八九"[i - 1]}条 地区生产总值增长{i}%，新增就业{i}万人。"));
        Assert.False(Tells(text));
        Assert.Equal(18, Extractor.Default.Extract(new SourceDocument { Id = "contract", Text = text,
            Date = new DateOnly(2024, 1, 15) }).Observations.Count);
    }

    [Fact]
    public void A_report_that_quotes_one_article_is_no_law()
    {
        Assert.False(Tells(Report + "第一条 为了保护河道，应当依法划定保护带。\n" + Report));
    }

    private static bool Tells(string text)
    {
        var page = new Page(new FoldedText());
        page.Open(text);
        return Statute.Tells(page, new Part(0, page.Lines.Count, false, -1));
    }
}
