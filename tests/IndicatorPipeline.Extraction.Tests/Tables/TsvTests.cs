using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Tests.Tables;

public class TsvTests
{
    [Fact]
    public void A_row_with_a_field_too_few_is_named_with_file_and_line() =>
        Complains("# comment\n\nname\tfactor\n甲\t1\n乙\n", "units.tsv:5: 1 fields, the header has 2");

    [Fact]
    public void A_field_that_is_no_number_is_named_with_file_and_line() =>
        Complains("name\tfactor\n甲\t1\n乙\tzwei\n", "units.tsv:3: 'zwei' in column 'factor' is not a number");

    [Fact]
    public void A_column_that_is_missing_is_named() =>
        Complains("name\tcode\n甲\tA\n", "units.tsv:2: no column 'factor'");

    [Fact]
    public void A_table_that_is_not_embedded_is_named() =>
        Assert.Equal("absent.tsv:0: the table is not embedded in the engine", Assert.Throws<BadTableException>(() => Tsv.Read("absent.tsv")).Message);

    private static void Complains(string table, string message) =>
        Assert.Equal(message, Assert.Throws<BadTableException>(() =>
            Tsv.Parse("units.tsv", table).Select(row => row.Decimal("factor")).ToList()).Message);
}
