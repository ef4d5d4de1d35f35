using System.Globalization;
using System.Text;
using System.Text.Json;
using IndicatorPipeline.Extraction.Serialization;

namespace IndicatorPipeline.Extraction.Tests.Serialization;

public class JsonPartsTests
{
    private const int Vector = 32;

    [Fact]
    public void A_text_of_any_letters_in_any_order_comes_back_as_it_was()
    {
        const string Letters = "增长的。a1 ,~é\u07FF\u0800\uFFFD\"\\\n\t\u0001\u001F\u007F\uE000";
        var (json, random) = (new JsonText(), new Random(5));
        for (var round = 0; round < 20000; round++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(24); count > 0; count--)
                text.Append(random.Next(20) == 0 ? "𠮷" : Letters[random.Next(random.Next(3) == 0 ? Letters.Length : 9)].ToString());
            var written = Write(json, text.ToString());
            Assert.Equal(text.ToString(), JsonSerializer.Deserialize<string>($"\"{written}\""));
        }
    }

    [Fact]
    public void Half_a_character_becomes_the_sign_for_what_cannot_be_written()
    {
        var json = new JsonText();
        for (var before = 0; before < 9; before++)
        {
            Assert.Equal(new string('增', before) + "\uFFFD长长长长", Write(json, new string('增', before) + "\uD842长长长长"));
            Assert.Equal(new string('增', before) + "\uFFFD", Write(json, new string('增', before) + "\uDFB7"));
        }
    }

    [Fact]
    public void A_number_is_written_as_the_base_library_writes_it()
    {
        var random = new Random(6);
        var to = new byte[128];
        for (var round = 0; round < 20000; round++)
        {
            var value = new decimal(
                random.Next(),
                random.Next(3) == 0 ? random.Next() : 0,
                random.Next(9) == 0 ? random.Next() : 0,
                random.Next(2) == 0,
                (byte)random.Next(random.Next(4) == 0 ? 29 : 10));
            if (random.Next(3) == 0) value = new decimal((int)(value % 1000), 0, 0, false, 0) / 10;
            var end = JsonNumber.Write(to, 3, value);
            Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Encoding.ASCII.GetString(to, 3, end - 3));
        }
    }

    private static string Write(JsonText json, string text)
    {
        var to = new byte[(text.Length * JsonText.LongestEscape) + Vector];
        return Encoding.UTF8.GetString(to, 0, json.Write(to, 0, text));
    }
}
