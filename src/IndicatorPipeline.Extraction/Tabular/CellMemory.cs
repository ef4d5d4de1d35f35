using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Quantities;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>Remembers what the sentences of cells were read as: those of a column of years, of the same row in several tables or of a column over
/// several pages differ in little but their numbers.</summary>
/// <remarks>One instance is used for one speech after another by one thread. It forgets what another sentence takes the place of, so that it never
/// grows.</remarks>
internal sealed class CellMemory
{
    private const int Places = 1 << 10;

    // Longer sentences are read each time.
    private const int Longest = 80;

    // A year so long before the speech's is told of as any earlier one is.
    private const int LongPast = 3;

    private const int YearDigits = 4;
    private const int MostDigits = 15;

    private readonly CellForm?[] forms = new CellForm?[Places];
    private readonly char[] key = new char[Longest];
    private int length;
    private int place;

    // Of the sentence at hand: its number without a sign, and the year that its key leaves out, or 0.
    private decimal number;
    private int year;

    /// <summary>Forgets all: another speech may read the same words otherwise.</summary>
    public void Clear() => Array.Clear(forms);

    /// <summary>Reads the sentence as one of its form was; false where none was, or the number is one that may make a difference.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="cell">Where its number stands.</param>
    /// <param name="kind">What the section does.</param>
    /// <param name="now">The year of the speech, or null.</param>
    /// <param name="finding">What is read.</param>
    public bool TryRead(ReadOnlySpan<char> sentence, in WrittenCell cell, SectionKind kind, int? now, out Finding finding)
    {
        finding = default;
        length = 0;
        if (sentence.Length >= Longest || !ReadNumber(sentence[cell.Digits..cell.Unit])) return false;
        year = cell.Year < now - LongPast ? cell.Year : 0;
        WriteKey(sentence, cell, kind);
        if (forms[place] is not { } form || !key.AsSpan(0, length).SequenceEqual(form.Key)) return false;
        form.Read(number, cell.Year, out finding);
        return true;
    }

    /// <summary>Remembers what the sentence that was asked for last was read as.</summary>
    public void Remember(in Finding finding)
    {
        if (length == 0 || finding.Low != finding.High) return;
        if (year > 0 && (finding.Period is not { } period || period.StartYear != year || period.EndYear != year)) return;
        var factor = finding.Low / number;
        // 亩 are fifteenths, which are rounded.
        if (factor.Scale > 0 && factor != decimal.Round(factor, 3)) return;
        if (QuantityReader.Clean(number * factor) == finding.Low) forms[place] = new CellForm(new string(key, 0, length), finding, factor, year);
    }

    // What the number is may matter where it is none, could be a year or is grouped in an unusual way.
    private bool ReadNumber(ReadOnlySpan<char> digits)
    {
        var point = digits.IndexOf('.');
        if (point < 0) point = digits.Length;
        var (all, count) = (0UL, 0);
        for (var i = 0; i < digits.Length; i++)
        {
            if (char.IsAsciiDigit(digits[i])) (all, count) = ((all * 10) + digits[i] - '0', count + 1);
            else if (i != point && (digits[i] != ',' || i == 0 || i > point || (point - i) % 4 != 0)) return false;
        }

        if (all == 0 || count > MostDigits) return false;
        if (count == YearDigits && point == digits.Length && all is >= Period.Earliest and <= Period.Latest) return false;
        number = DecimalDigits.Of(all, Math.Max(0, digits.Length - point - 1));
        return true;
    }

    // The section, and the sentence with a number of the same size in place of its own; where the year is left out, without it.
    private void WriteKey(ReadOnlySpan<char> sentence, in WrittenCell cell, SectionKind kind)
    {
        key[0] = (char)kind;
        sentence.CopyTo(key.AsSpan(1));
        length = sentence.Length + 1;
        if (year > 0) key.AsSpan(1, YearDigits).Fill('*');
        var digits = key.AsSpan(cell.Digits + 1, cell.Unit - cell.Digits);
        for (var i = 0; i < digits.Length; i++)
            if (char.IsAsciiDigit(digits[i])) digits[i] = i > 0 ? '0' : digits[i] >= '5' ? '5' : digits[i] >= '3' ? '3' : digits[i];
        var hash = 0;
        foreach (var c in key.AsSpan(0, length)) hash = unchecked((hash * 31) + c);
        place = unchecked((int)((uint)hash * 0x9E3779B1u) >> 22) & (Places - 1);
    }
}
