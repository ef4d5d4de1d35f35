using Dapper;
using IndicatorPipeline.Storage.Extractions;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Extractions;

public sealed class BigramsTests
{
    [PostgresFact]
    public async Task The_writer_and_the_database_see_the_same_pairs()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        foreach (var text in new[] { "", "增", "地区生产总值\u3000增长 5.2%\n以上", "GDP Growth 增长", "𠮷田𠮷", "ＧＤＰ增長", "a\u00a0b\u200bc" })
        {
            var theirs = await connection.ExecuteScalarAsync<int[]>("select mart.bigrams(@text)", new { text });
            Assert.Equal(theirs!.Distinct().Order(), Bigrams.Of(text).Order());
        }
    }
}
