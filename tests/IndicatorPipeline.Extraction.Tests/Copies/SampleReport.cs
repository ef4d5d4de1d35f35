namespace IndicatorPipeline.Extraction.Tests.Copies;

/// <summary>Writes reports of a made-up town: the same words and numbers for the same year, other numbers in the same form for another.</summary>
internal static class SampleReport
{
    private static readonly string[] Trades = ["水稻", "棉花", "油菜", "茶叶", "蚕桑", "生猪", "淡水鱼", "木材", "水泥", "砖瓦", "纺织", "农机", "化肥", "造纸", "食品", "客运", "货运", "邮电", "商业", "旅游"];
    private static readonly string[] Deeds = ["组织乡亲修整了渠道", "派出了技术员下乡", "更新了老旧设备", "办起了夜校", "签下了供销合同", "清理了库存积压", "评选了先进班组", "推广了新的品种"];
    private static readonly string[] Places = ["河东片", "河西片", "山北垦区", "南湖垸", "老城厢", "新桥头"];

    public static string Of(int year, int seed = 0)
    {
        var text = new System.Text.StringBuilder($"{year}年工作报告\n各位代表：\n");
        var state = (uint)((year * 7919) + (seed * 104729));
        foreach (var place in Places)
        {
            foreach (var trade in Trades)
            {
                var deed = Deeds[(trade.Length + (trade[0] * 31) + (place[0] * 17) + (seed * 13)) % Deeds.Length];
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place}的{trade}方面，我们{deed}，全年产值{Next(ref state, 900) + 100}万元，比上年增长{Next(ref state, 30) + 1}.{Next(ref state, 9)}%。\n");
            }
        }

        return text.ToString();
    }

    private static uint Next(ref uint state, uint limit)
    {
        state = unchecked((state * 1664525) + 1013904223);
        return (state >> 8) % limit;
    }
}
