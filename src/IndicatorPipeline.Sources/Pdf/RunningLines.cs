using System.Text.RegularExpressions;

namespace IndicatorPipeline.Sources.Pdf;

/// <summary>Sets running heads and page numbers apart from the text of a PDF's pages.</summary>
/// <remarks>
/// A line counts as running if it is among the first or last two of its page and, digits and spaces aside, stands so on at least three pages and on a
/// third of them (left and right pages differ); or if it is a page number (<c>12</c>, <c>— 12 —</c>, <c>第12页</c>, <c>12/30</c>) on the first or last
/// line of its page and two neighbouring pages number on from it. A lone number is left: it may be the text's.
/// </remarks>
internal static partial class RunningLines
{
    private const int Edge = 2;

    /// <summary>The text of all pages without them, and each of them once.</summary>
    public static string Take(IReadOnlyList<string> pages, out IReadOnlyList<ApartText> apart)
    {
        var lines = pages.Select(page => page.Split('\n').ToList()).ToList();
        foreach (var page in lines)
        {
            page.RemoveAll(string.IsNullOrWhiteSpace);
            JoinDashes(page, page.Count - 3);
            JoinDashes(page, 0);
        }

        var taken = new List<ApartText>();
        TakeRepeated(lines, fromEnd: false, taken);
        TakeRepeated(lines, fromEnd: true, taken);
        TakeNumbers(lines, fromEnd: false, taken);
        TakeNumbers(lines, fromEnd: true, taken);
        apart = taken;
        return string.Join('\n', lines.SelectMany(page => page));
    }

    /// <summary>Wide gaps make three lines of <c>— 12 —</c>.</summary>
    private static void JoinDashes(List<string> page, int first)
    {
        if (first < 0 || page.Count < first + 3 || !IsDash(page[first]) || !IsDash(page[first + 2]) || Number(page[first + 1]) is null)
            return;
        page[first] = $"{page[first].Trim()} {page[first + 1].Trim()} {page[first + 2].Trim()}";
        page.RemoveRange(first + 1, 2);
    }

    private static bool IsDash(string line) => line.AsSpan().Trim() is { Length: 1 } dash && "-–—－―·•".Contains(dash[0], StringComparison.Ordinal);

    private static void TakeRepeated(List<List<string>> pages, bool fromEnd, List<ApartText> taken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
            foreach (var shape in Edges(page, fromEnd).Select(index => Shape(page[index])).Distinct(StringComparer.Ordinal))
                counts[shape] = counts.GetValueOrDefault(shape) + 1;
        foreach (var page in pages)
        {
            foreach (var index in Edges(page, fromEnd).OrderDescending().ToList())
            {
                var shape = Shape(page[index]);
                // Digits alone are for TakeNumbers, which looks at what they say.
                if (shape.Trim('#').Length == 0 || counts[shape] < 3 || counts[shape] * 3 < pages.Count)
                    continue;
                Take(page, index, fromEnd, taken);
            }
        }
    }

    private static void TakeNumbers(List<List<string>> pages, bool fromEnd, List<ApartText> taken)
    {
        var numbers = pages.Select(page => page.Count == 0 ? null : Number(page[fromEnd ? page.Count - 1 : 0])).ToArray();
        for (var i = 0; i < pages.Count; i++)
        {
            if (numbers[i] is not { } number)
                continue;
            var neighbours = 0;
            for (var distance = -2; distance <= 2; distance++)
                if (distance != 0 && i + distance >= 0 && i + distance < pages.Count && numbers[i + distance] == number + distance)
                    neighbours++;
            if (neighbours >= Math.Min(2, pages.Count - 1) && pages.Count > 1)
                Take(pages[i], fromEnd ? pages[i].Count - 1 : 0, fromEnd, taken);
        }
    }

    private static void Take(List<string> page, int index, bool fromEnd, List<ApartText> taken)
    {
        var text = new ApartText(fromEnd ? ApartKind.Foot : ApartKind.Head, page[index].Trim());
        if (!taken.Contains(text))
            taken.Add(text);
        page.RemoveAt(index);
    }

    private static IEnumerable<int> Edges(List<string> page, bool fromEnd) =>
        fromEnd ? Enumerable.Range(Math.Max(0, page.Count - Edge), Math.Min(Edge, page.Count)) : Enumerable.Range(0, Math.Min(Edge, page.Count));

    private static string Shape(string line)
    {
        var shape = new System.Text.StringBuilder();
        foreach (var c in line)
            if (!char.IsWhiteSpace(c))
                shape.Append(char.IsDigit(c) ? '#' : c);
        return Digits().Replace(shape.ToString(), "#");
    }

    private static long? Number(string line)
    {
        if (PageNumber().Match(line) is not { Success: true } match)
            return null;
        var number = 0L;
        foreach (var digit in match.Groups[1].ValueSpan)
            // Full-width digits too.
            number = (number * 10) + (long)char.GetNumericValue(digit);
        return number;
    }

    [GeneratedRegex("#+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\s*(?:第|[-–—·•.－―\s]+)?\s*([0-9０-９]{1,5})\s*(?:页|/\s*[0-9０-９]{1,5}|[-–—·•.－―\s]+)?\s*(?:共\s*[0-9０-９]{1,5}\s*页)?\s*$",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageNumber();
}
