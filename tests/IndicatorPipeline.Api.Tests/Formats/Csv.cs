using System.Text;

namespace IndicatorPipeline.Api.Tests.Formats;

/// <summary>Reads RFC 4180, written apart from the writer under test.</summary>
internal static class Csv
{
    public static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        text = text.TrimStart('\uFEFF');
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"': cell.Append('"'); i++; break;
                case '"': quoted = !quoted; break;
                case ',' when !quoted: row.Add(cell.ToString()); cell.Clear(); break;
                case '\r' when !quoted: break;
                case '\n' when !quoted: row.Add(cell.ToString()); cell.Clear(); rows.Add(row); row = []; break;
                default: cell.Append(text[i]); break;
            }
        }

        return rows;
    }
}
