namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Guesses the level of government from the words a speaker uses for his own place, where the title does not tell.</summary>
internal static class LevelReader
{
    /// <summary>The speech's level, or the one whose words (我市, 全县) are the commonest; Unknown where there are none.</summary>
    public static GovernmentLevel Read(Speech speech, ReadOnlySpan<char> text)
    {
        if (speech.Level != GovernmentLevel.Unknown) return speech.Level;
        var county = text.Count("全县") + text.Count("我县") + text.Count("我旗");
        var city = text.Count("全市") + text.Count("我市") + text.Count("全州") + text.Count("我州");
        var province = text.Count("我省") + text.Count("全省");
        var district = text.Count("全区") + text.Count("我区");
        var most = Math.Max(Math.Max(county, city), Math.Max(province, district));
        if (most == 0) return GovernmentLevel.Unknown;
        if (most == county) return GovernmentLevel.County;
        if (most == district) return GovernmentLevel.County;
        return most == city ? GovernmentLevel.Prefecture : GovernmentLevel.Province;
    }
}
