using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tests.Splitting;

public class EverydayTextTests
{
    [Theory]
    [InlineData("土豆炖肉\n食材：五花肉400克，土豆2个，生抽2勺，料酒少许。\n肉切片焯水，大火烧开转小火，收汁时加葱花，脂肪占比约30%。\n")]
    [InlineData("云岭队客场取胜\n常规赛第8轮，云岭队客场以98比90取胜。李某投中5个三分球，命中率60%，全队篮板42个，助攻21次，现场观众6200人。\n")]
    [InlineData("天气预报：今天夜间到明天多云转晴，阵风6级，最高气温12摄氏度，相对湿度45%，降水概率20%。\n")]
    [InlineData("保温杯 型号T-12 净含量500毫升 保质期三年 包邮 售价59元 月销2000件\n")]
    [InlineData("选取80例，随机分为对照组和观察组各40例，给药一个疗程后，观察组总有效率92.5%，差异有统计学意义。\n")]
    [InlineData("截至收盘，沪指涨1.01%，深成指涨0.62%，创业板指跌0.45%，两市成交额9092亿元，北向资金净买入6.64亿元。\n")]
    [InlineData("大乐透开奖：一等奖3注，单注奖金1000万元，二等奖89注，奖池滚存8.9亿元。\n")]
    [InlineData("招聘普工50名，月薪6000元，包吃住，五险一金，岁以下不限，有工作经验者优先，公司现有员工600人。\n")]
    public void What_daily_life_measures_is_not_read(string text)
    {
        Assert.True(EverydayText.Tells(text));
        Assert.Empty(Extractor.Default.Extract(new SourceDocument { Id = "page", Text = text, Date = new DateOnly(2024, 5, 6) }).Observations);
    }

    [Theory]
    [InlineData("全市体育工作总结\n男篮主场上座率达到82%，市队在决赛中获金牌12枚。新建体育场馆8座，人均体育场地面积2.6平方米，体育产业增加值45亿元，增长9%。\n")]
    [InlineData("全县气象工作总结\n全年平均气温14.2摄氏度，暴雨预警准确率91%，新建自动气象站26个，人工增雨作业58次，减少损失3200万元。\n")]
    public void What_an_office_reports_of_it_is(string text)
    {
        Assert.False(EverydayText.Tells(text));
        Assert.NotEmpty(Extractor.Default.Extract(new SourceDocument { Id = "report", Text = text, Date = new DateOnly(2024, 5, 6) }).Observations);
    }
}
