using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Tests.Tables;

public sealed class EndingTableTests
{
    [Fact]
    public void The_endings_of_a_name_come_in_the_order_of_the_table()
    {
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            var endings = Enumerable.Range(0, random.Next(40)).Select(_ => Word(random, 1, 4)).Distinct().ToArray();
            var table = new EndingTable(endings);
            for (var i = 0; i < 40; i++)
            {
                var name = Word(random, 0, 8);
                var found = new List<string>();
                for (var from = 0; table.Next(name, ref from) is > 0 and var length;) found.Add(name[^length..]);

                Assert.Equal(endings.Where(text => name.EndsWith(text, StringComparison.Ordinal)), found);
            }
        }
    }

    private static string Word(Random random, int least, int most) =>
        new([.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => "产量值"[random.Next(3)])]);
}
