using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Tests.Binding;

public class BoundariesTests
{
    [Fact]
    public void A_clause_ends_at_its_own_marks_and_at_no_other_character()
    {
        var ends = Enumerable.Range(0, char.MaxValue).Select(c => (char)c)
            .Where(c => (Lexicon.Default.Longest(c.ToString(), 0, out _).Roles & Role.Mark) != 0 && Boundaries.IsClauseMark(Mark(c)));
        Assert.Equal("\n!(,:;?…。", string.Concat(ends));
        Assert.False(Boundaries.IsClauseMark(new Token(0, 1, TokenKind.Word, ',', -1, Role.Change)));
    }

    private static Token Mark(char c) => new(0, 1, TokenKind.Mark, c, -1, Role.Mark);
}
