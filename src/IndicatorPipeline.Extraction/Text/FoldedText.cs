using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>A text as it is matched, with the way back: every folded code unit knows the source code unit it came from.</summary>
/// <remarks>
/// Blanks, zero-width characters, injected pinyin and the line ends of hard-wrapped lines are left out, so that a number broken
/// over lines is one number. What remains of line ends (<c>\n</c>) ends a paragraph, a heading or a table row.
/// One instance is reused for one document after another by one thread.
/// </remarks>
internal sealed class FoldedText
{
    // A line shorter than this that ends without punctuation is a heading or a title, not a wrapped line.
    private const int ShortestWrappedLine = 24;

    // A longer line is no headline.
    private const int LongestHeadline = 40;

    // A shorter line is a piece of a broken layout; a longer one is no line of wrapped text.
    private const int ShortestHeadline = 8;
    private const int LongestWrappedLine = 60;

    private readonly SourceMap sources = new();
    private readonly Pieces<int> lineEnds = new();
    private char[] folded = [];
    private readonly Pieces<TextMark> marks = new();

    /// <summary>Number of folded code units.</summary>
    public int Length { get; private set; }

    /// <summary>The folded text.</summary>
    public ReadOnlySpan<char> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => folded.AsSpan(0, Length);
    }

    /// <summary>Where the sentences end and numbers can begin, in order of the text.</summary>
    public ReadOnlySpan<TextMark> Marks => marks.Span;

    /// <summary>Source offsets of the line feeds and carriage returns behind lines that are not empty, in order of the text.</summary>
    public ReadOnlySpan<int> LineEnds => lineEnds.Span;

    /// <summary>Whether a line has a bar, a tab or several blanks within it, so that its parts may be cells of a table.</summary>
    public bool HasColumns { get; private set; }

    /// <summary>Source offset of the folded code unit at <paramref name="offset"/>.</summary>
    public int Source(int offset) => offset < Length ? sources.Source(offset) : Length == 0 ? 0 : sources.Source(Length - 1) + 1;

    /// <summary>Offset of the first folded code unit that comes from the source offset <paramref name="source"/> or from behind it; the length if
    /// none does.</summary>
    public int Offset(int source) => Math.Min(sources.Offset(source), Length);

    /// <summary>The source span of the folded range, without dropped characters at its ends.</summary>
    public TextSpan SourceSpan(int start, int end) => new(sources.Source(start), sources.Source(end - 1) + 1);

    /// <summary>Folds <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public void Fold(string text, int start, int end)
    {
        if (folded.Length < end - start)
        {
            if (folded.Length > 0) ArrayPool<char>.Shared.Return(folded);
            folded = ArrayPool<char>.Shared.Rent(end - start);
        }

        sources.Begin(start);
        lineEnds.Clear();
        var table = FoldTable.Entries;
        var kinds = FoldTable.Kinds;
        var target = folded;
        var length = 0;
        var lineStart = 0;
        var behindLine = start;
        var behindBlanks = start;
        var previousWrapped = false;
        var unmarked = 0;
        var columns = false;
        var headline = false;
        for (var i = start; i < end; i++)
        {
            if (kinds[text[i]] < FoldTable.Special)
            {
                i = FoldPlain(text.AsSpan(0, end), i, table, kinds, target, ref length);
                if (i == end) break;
            }

            var c = table[text[i]];
            target[length] = c;
            var next = i + 1;
            var kept = false;
            switch (c)
            {
                case FoldTable.Dropped:
                    if (text[i] == '\r') EndLine(i, ref behindLine);
                    break;
                case FoldTable.Blank:
                    columns |= length > lineStart && (text[i] == '\t' || (i + 1 < end && table[text[i + 1]] == FoldTable.Blank));
                    kept = i >= behindBlanks && SeparatesNumbers(text, i, end, target, length, sources, out behindBlanks);
                    if (lineStart > 0 || kept || i - start > LongestHeadline || !PartsHeadline(text, i, start, end)) break;
                    target[length] = ',';
                    kept = headline = true;
                    break;
                case FoldTable.LineEnd:
                    if (text[i] == '\n') EndLine(i, ref behindLine);
                    if (length == lineStart) break;
                    previousWrapped = !headline && IsWrapped(text, i, end, target, length, lineStart, previousWrapped, ref unmarked);
                    headline = false;
                    kept = !previousWrapped;
                    if (kept) lineStart = length + 1;
                    break;
                case '(' when length > 0 && PinyinEnd(text, i, end, target[length - 1] != text[sources.Source(length - 1)]) is var close and > 0:
                    next = close + 1;
                    break;
                // 农民工[2]总量, 业务总量[38]812亿元: the mark of a footnote.
                case '[' when length > lineStart && NoteEnd(text, i, end, target[length - 1]) is var note and > 0:
                    next = note + 1;
                    break;
                case '|':
                    columns = kept = true;
                    break;
                default:
                    kept = true;
                    break;
            }

            if (kept) length++;
            else sources.Skip(length, next);
            i = next - 1;
        }

        Length = length;
        HasColumns = columns;
        marks.Clear();
        marks.Take(MarkFinder.Find(Span, marks.Room(length)));
    }

    private void EndLine(int end, ref int behindLine)
    {
        if (end > behindLine) lineEnds.Add(end);
        behindLine = end + 1;
    }

    // Folds up to the first character that may be left out, or the end, and returns where that is. Most characters stand among eight that need not be
    // looked up.
    private static int FoldPlain(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> table, ReadOnlySpan<byte> kinds, Span<char> target, ref int length)
    {
        // Both tables have an entry for every character, and the slice of the target has room for all that is left of the text: none is outside them.
        ref var entry = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(table));
        ref var kindOf = ref MemoryMarshal.GetReference(kinds);
        var left = text.Length - at;
        ref var from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text.Slice(at, left)));
        ref var into = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(target.Slice(length, left)));
        var done = 0;
        unchecked
        {
            for (; done <= left - 8; done += 8)
            {
                ref var eight = ref Unsafe.Add(ref from, done);
                var kind = Unsafe.Add(ref kindOf, eight) | Unsafe.Add(ref kindOf, Unsafe.Add(ref eight, 1))
                    | Unsafe.Add(ref kindOf, Unsafe.Add(ref eight, 2)) | Unsafe.Add(ref kindOf, Unsafe.Add(ref eight, 3))
                    | Unsafe.Add(ref kindOf, Unsafe.Add(ref eight, 4)) | Unsafe.Add(ref kindOf, Unsafe.Add(ref eight, 5))
                    | Unsafe.Add(ref kindOf, Unsafe.Add(ref eight, 6)) | Unsafe.Add(ref kindOf, Unsafe.Add(ref eight, 7));
                if (kind >= FoldTable.Special) break;
                ref var written = ref Unsafe.Add(ref into, done);
                if (kind == 0) FoldTable.FoldEight(Vector128.LoadUnsafe(ref eight)).StoreUnsafe(ref written);
                else
                    for (var i = 0; i < 8; i++) Unsafe.Add(ref written, i) = Unsafe.Add(ref entry, Unsafe.Add(ref eight, i));
            }

            for (; done < left && Unsafe.Add(ref kindOf, Unsafe.Add(ref from, done)) < FoldTable.Special; done++)
                Unsafe.Add(ref into, done) = Unsafe.Add(ref entry, Unsafe.Add(ref from, done));
            length += done;
            return at + done;
        }
    }

    // A blank between two digit groups is kept (2005 2006), unless one of them is a single digit: 7 4 7 7 2 is one number.
    // What is found of the first of many blanks holds up to where they end: looked at one by one they would take the square of their number.
    private static bool SeparatesNumbers(string text, int at, int end, char[] target, int length, SourceMap sources, out int behindBlanks)
    {
        behindBlanks = at;
        if (length == 0) return false;
        var last = target[length - 1];
        if (!char.IsAsciiDigit(last) && !char.IsAsciiLetterLower(last)) return false;
        var next = at + 1;
        while (next < end && FoldTable.Fold(text[next]) is FoldTable.Blank or FoldTable.Dropped) next++;
        behindBlanks = next;
        if (next >= end) return false;
        var following = FoldTable.Fold(text[next]);
        if (char.IsAsciiLetterLower(last)) return char.IsAsciiLetterLower(following);
        if (!char.IsAsciiDigit(following)) return false;
        // A digit that was already joined to one before it belongs to a spaced-out number as well.
        var singleBefore = length < 2 || !char.IsAsciiDigit(target[length - 2]) || sources.IsBehindGap(length - 1);
        var singleAfter = next + 1 >= end || !char.IsAsciiDigit(FoldTable.Fold(text[next + 1]));
        return !singleBefore && !singleAfter;
    }

    // 夏粮再获丰收 产量超2900亿斤: a blank parts the two halves of the headline that a text begins with; spaced-out words are shorter.
    private static bool PartsHeadline(string text, int at, int start, int end)
    {
        const int Shortest = 5;
        var line = text.AsSpan(start, Math.Min(end - start, LongestHeadline + 1));
        var close = line.IndexOfAny('\n', '\r');
        if (close < 0) close = line.Length;
        if (close > LongestHeadline || at - start >= close || line[..close].IndexOfAny(Reported) >= 0) return false;
        var before = line[..(at - start)];
        var behind = line[(at - start + 1)..close];
        if (before.Length < Shortest || behind.Length < Shortest || !IsHeadlineEnd(before[^1])) return false;
        // 42.38亿 元: a blank within a number.
        if (FoldTable.Fold(before[^1]) is '亿' or '万' or '千' or '百' && FirstsOfUnits.Contains(FoldTable.Fold(behind[0]))) return false;
        foreach (var c in before[^Shortest..])
            if (FoldTable.Fold(c) == FoldTable.Blank) return false;
        foreach (var c in behind[..Shortest])
            if (FoldTable.Fold(c) == FoldTable.Blank) return false;
        return behind.IndexOfAnyInRange('0', '9') >= 0 || before.IndexOfAnyInRange('0', '9') >= 0;
    }

    // Behind 万 and 亿 a unit may have been parted from its number.
    private static bool IsHeadlineEnd(char c) => c is '%' or '％' || (c >= '\u4E00' && c is not ('万' or '亿'));

    // Signs that no headline has, but a line on where and when a text came out.
    private static readonly SearchValues<char> Reported = SearchValues.Create(":：|-—/。()（）");

    private const string ItemNumbers = "一二三四五六七八九十";
    private const string FirstsOfUnits = "亿元吨人亩千公平户家辆套立个万美件";

    // A line end inside a sentence: no end mark before it, no heading, indent or empty line after it.
    private static bool IsWrapped(string text, int at, int end, char[] target, int length, int lineStart, bool previousWrapped, ref int unmarked)
    {
        if (target[length - 1] is '。' or '!' or '?' or ';' or ':' or '”' or ')' or '》' or '…') return false;
        if (char.IsAsciiDigit(target[length - 1]) && BeginsScale(text, at + 1, end)) return true;
        if (length > 1 && target[length - 1] == '.' && char.IsAsciiDigit(target[length - 2]) && BeginsDecimals(text, at + 1, end)) return true;
        var width = length - lineStart;
        if (!previousWrapped && width < ShortestWrappedLine && target.AsSpan(lineStart, width).IndexOfAny(',', '。', ';') < 0) return false;
        var next = at + 1;
        while (next < end && FoldTable.Fold(text[next]) == FoldTable.Dropped) next++;
        // A line of nothing but what cannot be seen is left by page breaks in mid-sentence.
        if (next > at + 1 && next + 1 < end && text[next - 1] != '\r' && FoldTable.Fold(text[next]) == FoldTable.LineEnd) next++;
        while (next < end && FoldTable.Fold(text[next]) == FoldTable.Dropped) next++;
        if (next >= end) return false;
        var first = FoldTable.Fold(text[next]);
        if (first is FoldTable.Blank or FoldTable.LineEnd or '(' or '-' or '·' or '“' or '第') return false;
        // 二、 begins an item.
        if (ItemNumbers.Contains(first) && next + 1 < end && FoldTable.Fold(text[next + 1]) is '、') return false;
        // The lines of wrapped text are of one width: a headline above a long paragraph is none of them.
        if (HasMark(target.AsSpan(0, length), lineStart, ref unmarked)) return true;
        if (previousWrapped) return width < ShortestHeadline || !IsLongerLine(text, next, end, Math.Max(2 * width, LongestWrappedLine));
        return width > LongestHeadline || !IsLongerLine(text, next, end, width + (width / 2));
    }

    // Whether a comma or a full stop stands behind an offset. Wrapped lines are one that grows: what was seen to have none is not looked through
    // again.
    private static bool HasMark(ReadOnlySpan<char> target, int start, ref int unmarked)
    {
        unmarked = Math.Max(unmarked, start);
        var at = target[unmarked..].IndexOfAny(',', '。');
        unmarked = at < 0 ? target.Length : unmarked + at;
        return at >= 0;
    }

    private static bool IsLongerLine(string text, int start, int end, int width) =>
        end - start > width && text.AsSpan(start, width).IndexOfAny('\n', '\r') < 0;

    // 74.4 / a line of what cannot be seen / 万亿元: a scale alone begins no line.
    private static bool BeginsScale(string text, int at, int end)
    {
        while (at < end && FoldTable.Fold(text[at]) is FoldTable.Dropped or FoldTable.LineEnd) at++;
        return at + 1 < end && text[at] is '万' or '亿' or '多' or '余' && FirstsOfUnits.Contains(text[at + 1]);
    }

    // 103. / 52亿元: the decimals of a number and its unit.
    private static bool BeginsDecimals(string text, int at, int end)
    {
        const int Most = 4;
        var digits = 0;
        for (; at < end && digits <= Most; at++)
        {
            var c = FoldTable.Fold(text[at]);
            if (char.IsAsciiDigit(c)) digits++;
            else if (c != FoldTable.Dropped) return digits > 0 && (c is '%' or '万' || FirstsOfUnits.Contains(c));
        }

        return false;
    }

    // Behind a word, and not before a unit.
    private static int NoteEnd(string text, int open, int end, char before)
    {
        const int Longest = 3;
        if (before < '\u4E00') return 0;
        var digits = 0;
        var close = Shown(text, open + 1, end);
        for (; close < end && digits <= Longest && FoldTable.Fold(text[close]) is >= '0' and <= '9'; close = Shown(text, close + 1, end)) digits++;
        if (digits is 0 or > Longest || close >= end || FoldTable.Fold(text[close]) != ']') return 0;
        var behind = Shown(text, close + 1, end);
        return behind < end && FoldTable.Fold(text[behind]) is '万' or '亿' or '千' or '百' or '%' or '个' or '人' or '元' or '吨' ? 0 : close;
    }

    // The next character that can be seen.
    private static int Shown(string text, int at, int end)
    {
        while (at < end && FoldTable.Fold(text[at]) == FoldTable.Dropped) at++;
        return at;
    }

    /// <summary>A title without the pinyin that was injected into it: 工作報(bào)告.</summary>
    public static string WithoutPinyin(string title)
    {
        var at = title.AsSpan().IndexOfAny('(', '（');
        if (at <= 0) return title;
        var kept = new StringBuilder(title.Length).Append(title, 0, at);
        for (; at < title.Length; at++)
        {
            var isPinyin = title[at] is '(' or '（' && PinyinEnd(title, at, title.Length, FoldTable.Fold(title[at - 1]) != title[at - 1]) > 0;
            if (isPinyin) at = title.AsSpan(at).IndexOfAny(')', '）') + at;
            else kept.Append(title[at]);
        }

        return kept.Length == title.Length ? title : kept.ToString();
    }

    // Copy sites inject the reading of a Traditional character behind it: 總結(jié). Tone marks tell it from (km) or (a).
    private static int PinyinEnd(string text, int open, int end, bool behindTraditional)
    {
        var toned = behindTraditional;
        for (var i = open + 1; i < end && i <= open + 8; i++)
        {
            var c = text[i];
            if (c is ')' or '）') return toned && i > open + 1 ? i : 0;
            if (c is >= 'a' and <= 'z') continue;
            if (c is not (>= '\u00E0' and <= '\u01DC')) return 0;
            toned = true;
        }

        return 0;
    }
}
