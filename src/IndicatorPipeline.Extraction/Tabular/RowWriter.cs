using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Resolution;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>Writes the cells of a row as the sentences they stand for, and has them read.</summary>
/// <param name="lexicon">The words of units.</param>
/// <param name="reader">Reads them.</param>
internal sealed class RowWriter(Lexicon lexicon, CellReader reader)
{
    private const string Rises = "增长";
    private const string Falls = "下降";
    private const int LongestNoun = 8;

    // The sentence of the cell at hand.
    private readonly Pieces<char> sentence = new();

    // The year that it begins with, or 0.
    private int sentenceYear;

    // The numbers of the row's cells, each where its cell stands.
    private readonly CellNumber?[] numbers = new CellNumber?[RowCells.Most];

    // The name of a row, with what a column counts behind it.
    private readonly char[] named = new char[RowCells.LongestRow + LongestNoun];

    // Of a row of a place or a time: the time, and the place as a word before the name or, where it is none that is known, by itself.
    private string rowTime = "";
    private int rowYear;
    private string rowPlace = "";
    private string? unknownPlace;

    /// <summary>Writes a row; false where it is none of the table.</summary>
    /// <param name="row">The whole line.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="head">The table's head.</param>
    /// <param name="facts">What is known of the speech.</param>
    public bool Write(TextSpan row, RowCells cells, TableHead head, SpeechFacts facts)
    {
        // A cell that spans several rows is missing in those below: then the others stand at the right.
        if (cells.Count > head.Columns.Length) return false;
        if (!Fits(cells, head, head.Columns.Length - cells.Count, out var shift) && !Fits(cells, head, 0, out shift)) return false;
        (rowTime, rowYear, rowPlace, unknownPlace) = ("", 0, "", null);
        if (head.Rows != ColumnKind.Name) return WriteColumns(row, cells, head, shift, facts);
        var name = Name(cells, head.Name - shift, out var unit);
        if (name.Length == 0) return false;
        var firmness = "";
        for (var i = 0; i < cells.Count; i++)
        {
            var kind = head.Columns[i + shift].Kind;
            if (kind == ColumnKind.Unit && cells.Folded(i) is [not '-', ..] said) unit = said;
            else if (kind == ColumnKind.Firmness) firmness = Firmness(cells.Folded(i));
        }

        name.CopyTo(named);
        for (var i = 0; i < cells.Count; i++)
        {
            if (numbers[i] is not { } number) continue;
            var column = i + shift;
            var noun = head.NounOf(column);
            var addsNoun = !name.EndsWith(noun, StringComparison.Ordinal) && name[^1] is not ('量' or '值' or '额');
            if (addsNoun) noun.CopyTo(named.AsSpan(name.Length));
            Write(row, named.AsSpan(0, name.Length + (addsNoun ? noun.Length : 0)), unit, cells.Folded(i), number, head, column, firmness, facts);
        }

        return true;
    }

    /// <summary>Whether each cell holds what its column does: words, a unit, a number or a dash.</summary>
    public bool IsFilled(RowCells cells, TableHead head)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var kind = head.Columns[i].Kind;
            var cell = cells.Folded(i);
            if (i == head.Name && !HoldsWords(cell)) return false;
            if (kind == ColumnKind.Unit && cell is not ("%" or "-" or "--") && lexicon.Unit(cell[Scales(cell)..], 0) is null) return false;
            if (kind == ColumnKind.Firmness && Firmness(cell).Length == 0 && cell[0] != '-') return false;
            if (head.Columns[i].HoldsNumbers && cell.IndexOfAnyExcept("-/…") >= 0 && CellNumber.Read(cells, i, lexicon) is null) return false;
        }

        return true;
    }

    // A row of a place or a time: what the numbers are of stands above them.
    private bool WriteColumns(TextSpan row, RowCells cells, TableHead head, int shift, SpeechFacts facts)
    {
        if (head.Rows == ColumnKind.Time) ReadTime(cells.Folded(head.Name - shift));
        else ReadPlace(Name(cells, head.Name - shift, out _));
        for (var i = 0; i < cells.Count; i++)
        {
            if (numbers[i] is not { } number || head.TitleOf(i + shift) is not { Length: > 0 } title) continue;
            Write(row, title, default, cells.Folded(i), number, head, i + shift, "", facts);
        }

        return true;
    }

    private void ReadTime(ReadOnlySpan<char> name)
    {
        ColumnReader.IsTime(name, out rowYear, out var months);
        rowTime = rowYear > 0 ? $"{rowYear}年{ColumnReader.TimeWords(months)}" : ColumnReader.TimeWords(months);
    }

    // 昆山 may be no place that is known: then it would be taken for a part of the name.
    private void ReadPlace(ReadOnlySpan<char> name)
    {
        if (name is ['合' or '总' or '小', '计'] or ['平', '均', ..] or []) return;
        var place = name.ToString();
        if (lexicon.Find(place) is { } entry && entry.Is(Role.Place)) rowPlace = place + "的";
        else unknownPlace = place;
    }

    // Whether the cells stand in the columns from an offset on; then their numbers are read.
    private bool Fits(RowCells cells, TableHead head, int offset, out int shift)
    {
        shift = offset;
        if (head.Name < offset || head.Name - offset >= cells.Count) return false;
        var name = cells.Folded(head.Name - offset);
        if (head.Rows == ColumnKind.Time ? !ColumnReader.IsTime(name, out _, out _) : !HoldsWords(name)) return false;
        var any = false;
        for (var i = 0; i < cells.Count; i++)
        {
            ref readonly var column = ref head.Columns[i + offset];
            if (column.Kind is ColumnKind.Unit or ColumnKind.Firmness && cells.Written(i) is [>= '0' and <= '9', ..]) return false;
            numbers[i] = column.HoldsNumbers ? CellNumber.Read(cells, i, lexicon) : null;
            any |= numbers[i] is not null;
        }

        return any;
    }

    // A name is no number and no year; 3+3+N产业 is one.
    private static bool HoldsWords(ReadOnlySpan<char> cell)
    {
        foreach (var c in cell)
            if (c >= '\u4E00' && c is not ('年' or '月' or '季' or '度')) return true;
        return false;
    }

    private static string Firmness(ReadOnlySpan<char> said) =>
        said.IndexOf("约束") >= 0 ? "(约束性)" : said.IndexOf("预期") >= 0 ? "(预期性)" : "";

    // 其中:轻工业, 1.粮食产量(万吨): the name and the unit in its bracket.
    private ReadOnlySpan<char> Name(RowCells cells, int at, out ReadOnlySpan<char> unit)
    {
        var written = cells.Written(at);
        var cell = cells.Folded(at);
        var mark = 0;
        while (mark < cell.Length && "#*0123456789.、一二三四五六七八九十()①②③④⑤⑥⑦⑧⑨".Contains(cell[mark])) mark++;
        // 一般公共预算收入 begins with a numeral that is none: a mark ends in one.
        if (mark > 0 && mark < cell.Length && cell[mark - 1] is not (>= '一' and <= '龥')) cell = cell[mark..];
        if (cell is ['其', '中', ..]) cell = cell[2..];
        if (cell is [':', ..]) cell = cell[1..];
        written = written[^cell.Length..];
        unit = default;
        if (cell is not [.., ')'] || cell.LastIndexOf('(') is not (> 0 and var open)) return written;
        var inside = cell[(open + 1)..^1];
        if (inside.IsEmpty || !(inside[0] is '%' or '‰' || lexicon.Unit(inside[Scales(inside)..], 0) is not null)) return written;
        unit = inside;
        return written[..open];
    }

    /// <summary>How many characters of scale (万, 亿) a unit begins with.</summary>
    public static int Scales(ReadOnlySpan<char> unit)
    {
        var at = 0;
        while (at < unit.Length - 1 && unit[at] is '万' or '亿' or '千' or '百') at++;
        return at;
    }

    private void Write(TextSpan line, ReadOnlySpan<char> name, ReadOnlySpan<char> rowUnit, ReadOnlySpan<char> cell, in CellNumber number,
        TableHead head,
        int at, string firmness, SpeechFacts facts)
    {
        ref readonly var column = ref head.Columns[at];
        var row = (line, column.IsGoal);
        var own = rowYear > 0 ? rowYear : head.YearOf(at);
        var time = rowTime.Length == 0 ? head.TimeOf(at) : rowYear == 0 && own > 0 ? $"{own}年{rowTime}" : rowTime;
        sentence.Clear();
        sentenceYear = 0;
        var changes = EndsInChange(name);
        var pace = changes || name is [.., '增', '速' or '幅'] or [.., '增', '长', '率'];
        var rate = !pace && name[^1] is '率' or '重' or '例' && !name.EndsWith("生产率", StringComparison.Ordinal);
        var said = number.End > number.Unit ? cell[number.Unit..number.End] : column.Unit;
        if (number.IsCumulative)
        {
            var sum = said.Length > 0 ? said : rowUnit;
            if (sum.Length == 0) return;
            if (head.Span.Length > 0) Begin(head.Span);
            else if (column.Year > 0) Begin($"{column.Year - 4}-{column.Year}年,");
            else Begin(time, own);
            var isStep = sum is "%" && rate;
            if (isStep) Append(name, number.IsNegative ? "降低" : "提高");
            else if (pace) Direct(name, number);
            else Append(name, Summed(number, sum));
            Add(row, cell, number, isStep ? "个百分点" : sum, firmness);
            return;
        }

        var told = Ahead(own, head, facts.Year) ? firmness : "";
        switch (column.Kind)
        {
            case ColumnKind.Level:
                if (said.Length == 0) said = rowUnit.Length > 0 ? rowUnit : pace ? "%" : head.Unit;
                if (said.Length == 0) return;
                Begin(time, own);
                if (changes) Direct(name, number);
                else Append(name, number.Before.Length > 0 ? "" : "为");
                Add(row, cell, number, said, told, keepsSign: !changes);
                break;
            case ColumnKind.Share:
                Begin(time, own);
                Append(name, "比重为");
                Add(row, cell, number, "%", "");
                break;
            case ColumnKind.Growth when !rate:
                Begin(time, own);
                if (pace) Direct(name, number);
                else
                {
                    Append(name, column.Base.Length > 0 ? column.Base : time.Length > 0 ? "" : "比上年");
                    Append(Change(number));
                }

                Add(row, cell, number, "%", told, keepsSign: pace && !changes);
                break;
            case ColumnKind.AverageGrowth when !rate:
                if (head.Span.Length > 0) Begin(head.Span);
                else Begin(facts.Plan is null ? time : "", own);
                if (pace) Direct(name, number, "年均");
                else
                {
                    Append(name, "年均");
                    Append(Change(number));
                }

                Add(row, cell, number, "%", firmness);
                break;
        }
    }

    private static bool Ahead(int own, TableHead head, int? year) => own == 0 || (year is { } now ? own >= now : own == head.LastYear);

    private static string Change(in CellNumber number) => number.IsNegative ? Falls : Rises;

    // 平均受教育年限[0.6]: what is no sum is more by so much.
    private static string Summed(in CellNumber number, ReadOnlySpan<char> unit)
    {
        if (unit is not ("年" or "岁") && !unit.Contains('/')) return "累计";
        return number.IsNegative ? "减少" : "增加";
    }

    // A name that is a pace, and how often before its last word; 增长 with a minus falls.
    private void Direct(ReadOnlySpan<char> name, in CellNumber number, string often = "")
    {
        var changes = EndsInChange(name);
        // 增长, 增速, 增幅 or 增长率.
        var word = changes || name is [.., '增', '速' or '幅'] ? 2 : 3;
        Append(name[..^word], often);
        if (number.IsNegative && name.EndsWith(Rises, StringComparison.Ordinal)) Append(Falls);
        else Append(name[^word..], changes ? "" : "为");
    }

    private static bool EndsInChange(ReadOnlySpan<char> name) =>
        name is [.., '增', '长' or '加'] or [.., '下', '降'] or [.., '降', '低'] or [.., '减', '少'] or [.., '提', '高'] or [.., '削', '减'];

    private void Add((TextSpan Span, bool IsGoal) row, ReadOnlySpan<char> cell, in CellNumber number, ReadOnlySpan<char> unit, string firmness,
        bool keepsSign = false)
    {
        Append(number.Before);
        var start = sentence.Count;
        if (number.IsNegative && keepsSign) Append("-");
        var digits = sentence.Count;
        Append(cell[number.Digits..number.Unit]);
        var behind = sentence.Count;
        Append(unit);
        var written = new WrittenCell(start, digits, behind, sentence.Count, number.Span, row.Span, sentenceYear, unknownPlace, row.IsGoal);
        Append(number.After, firmness);
        Append("。");
        reader.Read(sentence.Span, written);
    }

    // The time, and where.
    private void Begin(string time, int own = 0)
    {
        Append(time);
        // 1-9月, of no year.
        if (own > 0 && time is [_, _, _, _, '年', ..]) sentenceYear = own;
        Append(rowPlace);
    }

    private void Append(ReadOnlySpan<char> words, ReadOnlySpan<char> more)
    {
        Append(words);
        Append(more);
    }

    private void Append(ReadOnlySpan<char> words)
    {
        words.CopyTo(sentence.Room(words.Length));
        sentence.Take(words.Length);
    }
}
