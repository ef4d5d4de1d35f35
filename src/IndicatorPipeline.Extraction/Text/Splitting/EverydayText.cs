namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>
/// Tells texts of daily life from speeches: recipes, matches, the weather, goods on offer, stock prices, trials of a medicine.
/// They measure too, but report nothing of a place.
/// </summary>
/// <remarks>
/// Each has words of its own, a dozen in a page; a speech on sports or catering has one or two. Statistics in plenty outweigh them, as in
/// <see cref="Narration"/>.
/// </remarks>
internal static class EverydayText
{
    // What a page is about shows in its first characters.
    private const int Reach = 2400;
    private const int FirstLook = 1000;
    private const int FewestAtFirst = 2;

    // Fewer words tell nothing, however short the text.
    private const int FewestWords = 4;

    // Such words per thousand characters from which on a text is of daily life, unless it has amounts and rates of an economy: more than some per
    // thousand characters and more than two thirds as many.
    private const double Words = 8;
    private const double Statistics = 2.5;

    /// <summary>Whether <paramref name="text"/>, as decoded, is one.</summary>
    public static bool Tells(ReadOnlySpan<char> text)
    {
        // Most texts have none of them at the beginning.
        if (text.Length > Reach && Count(Terms.OfLife, text[..FirstLook], FewestAtFirst) < FewestAtFirst) return false;
        text = text[..Math.Min(text.Length, Reach)];
        var least = Math.Max(FewestWords, Words * text.Length / 1000);
        if (Count(Terms.OfLife, text, least) < least) return false;
        var statistics = Count(Terms.OfEconomy, text, int.MaxValue);
        return statistics * 1000.0 < Statistics * text.Length || statistics * 3 <= 2 * Count(Terms.OfLife, text, int.MaxValue);
    }

    private static int Count(PhraseSearch words, ReadOnlySpan<char> text, double enough)
    {
        var count = 0;
        for (var end = 1; count < enough && (end = words.NextEnd(text, end)) > 0; end++) count++;
        return count;
    }

    // Made at first use, which few programs come to.
    private static class Terms
    {
        public static readonly PhraseSearch OfLife = new(
        [
            // Cooking.
            "用料", "食材", "料酒", "生抽", "老抽", "酱油", "蚝油", "焯水", "翻炒", "大火", "中火", "小火", "炒锅", "锅中", "入锅", "下锅", "出锅", "收汁", "切片", "切段", "切丝",
            "葱花", "姜片", "蒜末", "适量", "少许", "一勺", "搅拌", "腌制", "调味", "烤箱", "面团", "千卡", "大卡", "热量",
            // Matches.
            "主场", "客场", "主队", "客队", "比分", "命中率", "三分球", "罚球", "篮板", "助攻", "失误", "常规赛", "季后赛", "上半场", "下半场", "第三节", "末节", "进球", "射门", "角球",
            "点球", "任意球", "控球率", "黄牌", "红牌", "连胜", "连败", "首发", "替补", "小组赛", "淘汰赛", "半决赛", "决赛", "世界排名", "局点", "抢断", "盖帽",
            // The weather.
            "降水概率", "相对湿度", "最高气温", "最低气温", "最低温", "最高温", "气温", "摄氏度", "阵风", "偏北风", "偏南风", "东北风", "西北风", "东南风", "西南风", "多云", "转晴", "阵雨",
            "小雨", "中雨", "大雨", "雷阵雨", "雨夹雪", "夜间到", "能见度", "紫外线",
            // Goods.
            "包邮", "保质期", "净含量", "优惠价", "优惠券", "满减", "售价", "库存", "月销", "型号", "尺寸", "分辨率", "内存", "像素", "英寸", "毫安",
            "尺码", "面料", "七天无理由", "加入购物车", "立即购买", "好评率", "京东", "淘宝", "天猫",
            // Markets, lotteries and posts.
            "沪指", "深成指", "创业板指", "上证指数", "深证成指", "恒生指数", "道指", "纳指", "收盘", "涨停", "跌停", "板块", "个股", "两市", "北向资金", "主力资金", "换手率", "市盈率", "逆回购",
            "中间价", "每股", "大乐透", "双色球", "开奖", "奖池", "单注", "一等奖", "二等奖", "三等奖", "投注", "月薪", "底薪", "薪资", "包吃住", "五险一金", "大专以上", "本科以上", "工作经验",
            "岁以下", "双休",
            // Trials.
            "对照组", "观察组", "治疗组", "实验组", "试验组", "总有效率", "统计学意义", "差异有", "p<0.0", "P<0.0", "不良反应", "给药", "剂量", "mg", "疗程",
        ]);

        public static readonly PhraseSearch OfEconomy = new(
            ["亿元", "万元", "億元", "萬元", "百分之", "万吨", "万亩", "同比", "百分点", "比上年", "增加值", "生产总值", "产值", "增长"]);
    }
}
