using System.Globalization;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tests.Folding;

public class FoldTableTests
{
    private static IEnumerable<char> All => Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c);

    [Fact]
    public void Each_code_unit_has_one_and_folding_twice_is_folding_once()
    {
        Assert.Equal(char.MaxValue + 1, FoldTable.Entries.Length);
        Assert.Equal([], All.Where(c => FoldTable.Fold(FoldTable.Fold(c)) != FoldTable.Fold(c)).Select(c => $"{(int)c:X4}"));
    }

    [Fact]
    public void Only_the_full_width_digits_become_digits() => Assert.Equal(
        [.. Enumerable.Range('０', 10).Select(c => (char)c)],
        All.Where(c => !char.IsAsciiDigit(c) && char.IsAsciiDigit(FoldTable.Fold(c))));

    [Fact]
    public void Only_what_cannot_be_seen_is_dropped() => Assert.All(
        All.Where(c => FoldTable.Fold(c) == FoldTable.Dropped),
        c => Assert.True(char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control, $"{(int)c:X4}"));

    [Fact]
    public void Half_of_a_pair_stays_as_it_is() => Assert.All(All.Where(char.IsSurrogate), c => Assert.Equal(c, FoldTable.Fold(c)));
}
