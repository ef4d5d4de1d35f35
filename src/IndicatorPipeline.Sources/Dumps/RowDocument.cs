using System.Globalization;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Sources.Documents;
using IndicatorPipeline.Sources.Encodings;

namespace IndicatorPipeline.Sources.Dumps;

/// <summary>Makes a document of a row.</summary>
internal static class RowDocument
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    public static ReadResult Make(
        Row row, ReadOnlySpan<byte> bytes, Decoded decoded, string path, string mediaType, Origin origin, DocumentReader documents)
    {
        var textNames = documents.Options.TextColumn is { } given ? [given] : Columns.Text;
        if (Columns.Find(row.Columns, textNames) < 0)
            return Problems.NoTextColumn(row.Columns).At(path);
        if (row.Value(textNames) is not { } text)
            return Problems.NoText("row").At(path);

        List<string> warnings = [.. row.Warnings, .. decoded.Warnings];
        var number = path[(path.LastIndexOf('#') + 1)..];
        var name = row.Value(Columns.Id)?.Trim() ?? $"{Path.GetFileNameWithoutExtension(origin.FileName)}#{number}";
        return new ReadDocument(path, bytes.ToArray())
        {
            Document = new SourceDocument
            {
                Id = documents.Ids.Claim(name, $"{name}#{number}", path),
                Text = text,
                Title = row.Value(Columns.Title)?.Trim(),
                Date = Day(row.Value(Columns.Date), warnings),
                RegionCode = Region(row.Value(Columns.Region), warnings),
                FileName = null,
            },
            MediaType = mediaType,
            Encoding = decoded.Encoding,
            Publication = Published(row),
            Retrieval = origin.Retrieval,
            Warnings = warnings,
        };
    }

    private static Publication? Published(Row row)
    {
        var publication = new Publication(null, row.Value(Columns.Published), row.Value(Columns.Author), null, row.Value(Columns.Address));
        return publication == new Publication(null, null, null, null, null) ? null : publication;
    }

    /// <summary>The day of a date, a time behind it left out; a year alone is no day.</summary>
    private static DateOnly? Day(string? written, List<string> warnings)
    {
        if (written is null)
            return null;
        var day = written.Trim();
        if (day.IndexOfAny([' ', 'T']) is var time and > 0)
            day = day[..time];
        if (DateOnly.TryParseExact(day, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        warnings.Add(Problems.OneLine($"the date {written} is no day (YYYY-MM-DD) and was left out"));
        return null;
    }

    /// <summary>GB/T 2260 codes come with 2, 4 or 6 digits, statistical ones with 12.</summary>
    private static string? Region(string? written, List<string> warnings)
    {
        var code = written?.Trim();
        switch (code)
        {
            case null or "CN":
                return code;
            case { Length: 2 or 4 or 6 or 12 } when code.All(char.IsAsciiDigit):
                return code.Length == 12 ? code[..6] : code.PadRight(6, '0');
            default:
                warnings.Add(Problems.OneLine($"the region {written} is no code of GB/T 2260 and was left out"));
                return null;
        }
    }
}
