using System.Globalization;
using System.Text;
using System.Text.Json;
using IndicatorPipeline.Extraction.Serialization;

namespace IndicatorPipeline.Extraction.Tests.Serialization;

/// <summary>What is written can be read back by anybody's JSON reader.</summary>
public sealed class ObservationJsonTests
{
    public static TheoryData<string> Texts =>
        new("地区生产总值", "", "a\"b\\c/", "\u0000\u0001\u001F\u007F\b\f\n\r\t", "é§ß", "𠮷野家", "𠮷\"𠮷", new string('长', 200_000));

    public static TheoryData<string> Numbers => new(
        "0", "0.0", "-0.5", "5", "-5", "5.0", "0.05", "12.3400", "1000000000000", "-1.000000000000000001", "9223372036854775807",
        "18446744073709551615", "18446744073709551616",
        "0.0000000000000000001", "66.666666666666666666666666667", "79228162514264337593543950335", "-79228162514264337593543950335");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_text_is_read_back_as_it_was(string text)
    {
        var line = Read(Make(text: text, name: text, number: 5));
        Assert.Equal(text, line.GetProperty("document").GetString());
        Assert.Equal(text, line.GetProperty("quote").GetString());
        Assert.Equal(text, line.GetProperty("value_text").GetString());
        Assert.Equal(text, line.GetProperty("indicator_text").GetString());
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_number_is_written_as_the_base_library_writes_it(string number)
    {
        var line = Read(Make("5%", "x", decimal.Parse(number, CultureInfo.InvariantCulture)));
        Assert.Equal(number, line.GetProperty("low").GetRawText());
        Assert.Equal(number, line.GetProperty("high").GetRawText());
    }

    [Fact]
    public void Half_a_character_becomes_the_sign_for_what_cannot_be_written()
    {
        var line = Read(Make("a\uD842b", "\uDFB7", 5));
        Assert.Equal("a\uFFFDb", line.GetProperty("quote").GetString());
        Assert.Equal("\uFFFD", line.GetProperty("indicator_text").GetString());
    }

    [Fact]
    public void What_lines_share_is_written_in_each_of_them()
    {
        var document = new SourceDocument { Id = "one", Text = "增长5%,下降6%。增长7%。" };
        var other = document with { Id = "two" };
        const string shared = "产\"量";
        Observation[] observations =
        [
            Make(document, (0, 9), (2, 4)) with { IndicatorText = shared }, Make(document, (0, 9), (7, 9)) with { IndicatorText = shared },
            Make(document, (10, 14), (12, 14)),
            Make(other, (10, 14), (12, 14)),
            Make(document, (10, 14), (12, 14)) with { Speech = new Speech { Number = 2, Span = new TextSpan(0, 14) } },
        ];
        var json = new ObservationJson();
        foreach (var observation in observations.Take(2)) json.Write(observation);
        var first = Encoding.UTF8.GetString(json.Written.Span);
        json.Clear();
        foreach (var observation in observations.Skip(2)) json.Write(observation);
        var lines = (first + Encoding.UTF8.GetString(json.Written.Span)).TrimEnd('\n').Split('\n');
        Assert.Equal(
            ["one 1 2 增长5%,下降6% 5% 产\"量", "one 1 7 增长5%,下降6% 6% 产\"量", "one 1 12 增长7% 7% ", "two 1 12 增长7% 7% ", "one 2 12 增长7% 7% "],
            lines.Select(line => JsonDocument.Parse(line).RootElement).Select(line =>
                $"{line.GetProperty("document")} {line.GetProperty("speech")} {line.GetProperty("start")} {line.GetProperty("quote")} {line.GetProperty("value_text")} {line.GetProperty("indicator_text")}"));
    }

    [Fact]
    public void What_only_seems_to_be_shared_is_written_anew()
    {
        var first = Make(new SourceDocument { Id = "one", Text = "增长5%" }, (0, 4), (2, 4)) with
        {
            Period = new Period(2025, 2025, "H1"),
            Place = "全省",
            RegionCode = "370000",
        };
        Observation[] observations =
        [
            first, first, first with { Status = Status.Actual }, first with { Scope = Scope.Nation },
            first with { Period = new Period(2024, 2025) }, first with { Period = null },
            first with { Place = "全市" }, first with { Place = null }, first with { RegionCode = "370100" }, first with { Rule = "other" }, first,
        ];
        var json = new ObservationJson();
        foreach (var observation in observations) json.Write(observation);

        var together = Encoding.UTF8.GetString(json.Written.Span).TrimEnd('\n').Split('\n');

        Assert.Equal(observations.Select(observation => Read(observation).GetRawText()), together);
    }

    private static JsonElement Read(Observation observation)
    {
        var json = new ObservationJson();
        json.Write(observation);
        return JsonDocument.Parse(json.Written).RootElement;
    }

    private static Observation Make(string text, string name, decimal number) =>
        Make(new SourceDocument { Id = text, Text = text }, (0, text.Length), (0, text.Length)) with
    {
        IndicatorText = name,
        Quantity = new Quantity(number, number, Bound.Exact, "%"),
    };

    private static Observation Make(SourceDocument document, (int Start, int End) quote, (int Start, int End) value) => new()
    {
        Document = document,
        Speech = SpeechOf(document),
        Span = new TextSpan(value.Start, value.End),
        QuoteSpan = new TextSpan(quote.Start, quote.End),
        IndicatorText = "",
        Measure = Measure.Growth,
        Status = Status.Target,
        Scope = Scope.Own,
        Rule = "rule",
        Derivation = default,
        Confidence = 0.9m,
    };

    // One for all observations of a document.
    private static Speech SpeechOf(SourceDocument document) =>
        Speeches.GetValue(document, static of => new Speech { Number = 1, Span = new TextSpan(0, of.Text.Length) });

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<SourceDocument, Speech> Speeches = [];
}
