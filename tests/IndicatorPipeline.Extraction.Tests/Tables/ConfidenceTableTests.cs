using System.Globalization;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Tests.Tables;

public class ConfidenceTableTests
{
    [Fact]
    public void Every_sum_of_weights_has_its_probability_by_the_logistic_function_to_two_decimals()
    {
        for (var sum = -700; sum <= 700; sum++)
        {
            var limited = Math.Clamp(sum, -600, 600);
            var expected = decimal.Round(1 / (1 + (decimal)Math.Exp(-limited / 100.0)), 2);
            Assert.Equal(expected.ToString(CultureInfo.InvariantCulture), ConfidenceTable.Probability(sum).ToString(CultureInfo.InvariantCulture));
        }
    }
}
