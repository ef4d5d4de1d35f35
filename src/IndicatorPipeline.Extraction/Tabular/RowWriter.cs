using System.Text;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>Writes the rows of a table as the sentences they stand for, and keeps where each number came from.</summary>
/// <param name="lexicon">The words of units.</param>
internal sealed class RowWriter(Lexicon lexicon)
{
    private const string Rises = "增长";
    private const string Falls = "下降";

    private readonly StringBuilder sentences = new();

    // The numbers of the row's cells, each where its cell stands.
    private readonly CellNumber?[] numbers = new CellNumber?[RowCells.Most];

    /// <summary>The cells written, in order.</summary>
    public Pieces<WrittenCell> Cells { get; } = new();

    /// <summary>Number of code units written.</summary>
    public int Length => sentences.Length;

    /// <summary>The sentences.</summary>
    public override string ToString() => sentences.ToString();

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        sentences.Clear();
        Cells.Clear();
    }

    /// <summary>Writes a row; false where it is none of the table.</summary>
    /// <param name="text">The document.</param>
    /// <param name="row">The whole line.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="head">The table's head.</param>
    /// <param name="year">The year of the speech, or null.</param>
    public bool Write(string text, TextSpan row, Pieces<TextSpan> cells, TableHead head, int? year)
    {
        // A cell that spans several rows is missing in those below: then the others stand at the right.
        if (cells.Count > head.Columns.Length) return false;
        if (!Fits(text, cells, head, head.Columns.Length - cells.Count, out var shift) && !Fits(text, cells, head, 0, out shift)) return false;
        var (name, unit) = Name(RowCells.Read(text, cells[head.Name - shift]));
        if (name.Length == 0) return false;
        var firmness = "";
        for (var i = 0; i < cells.Count; i++)
        {
            var kind = head.Columns[i + shift].Kind;
            if (kind == ColumnKind.Unit && RowCells.Fold(text, cells[i]) is { Length: > 0 } said && said[0] is not '-') unit = said;
            else if (kind == ColumnKind.Firmness) firmness = RowCells.Fold(text, cells[i]);
        }

        firmness = firmness.Contains("约束", StringComparison.Ordinal) ? "(约束性)"
            : firmness.Contains("预期", StringComparison.Ordinal) ? "(预期性)"
            : "";
        for (var i = 0; i < cells.Count; i++)
            if (numbers[i] is { } number)
                Write(row, name, unit, number, head, i + shift, firmness, year);
        sentences.Append('\n');
        return true;
    }

    // Whether the cells stand in the columns from an offset on; then their numbers are read.
    private bool Fits(string text, Pieces<TextSpan> cells, TableHead head, int offset, out int shift)
    {
        shift = offset;
        if (head.Name < offset || head.Name - offset >= cells.Count || !HoldsWords(text, cells[head.Name - offset])) return false;
        var any = false;
        for (var i = 0; i < cells.Count; i++)
        {
            var column = head.Columns[i + offset];
            if (column.Kind is ColumnKind.Unit or ColumnKind.Firmness && cells[i].Length > 0 && char.IsAsciiDigit(text[cells[i].Start])) return false;
            numbers[i] = column.HoldsNumbers ? CellNumber.Read(text, cells[i], lexicon) : null;
            any |= numbers[i] is not null;
        }

        return any;
    }

    // A name is no number and no year; 3+3+N产业 is one.
    private static bool HoldsWords(string text, TextSpan cell)
    {
        foreach (var c in cell.In(text))
            if (c >= '\u4E00' && c is not ('年' or '月' or '季' or '度')) return true;
        return false;
    }

    // 其中:轻工业, 1.粮食产量(万吨): the name and the unit in its bracket.
    private (string Name, string Unit) Name(string written)
    {
        var all = FoldTable.Fold(written);
        ReadOnlySpan<char> cell = all;
        var mark = 0;
        while (mark < cell.Length && "#*0123456789.、一二三四五六七八九十()①②③④⑤⑥⑦⑧⑨".Contains(cell[mark])) mark++;
        // 一般公共预算收入 begins with a numeral that is none: a mark ends in one.
        if (mark > 0 && mark < cell.Length && cell[mark - 1] is not (>= '一' and <= '龥')) cell = cell[mark..];
        foreach (var lead in (ReadOnlySpan<string>)["其中:", "其中", ":"])
            if (cell.StartsWith(lead, StringComparison.Ordinal)) cell = cell[lead.Length..];
        var from = written.Length - cell.Length;
        if (cell is not [.., ')'] || cell.LastIndexOf('(') is not (> 0 and var open)) return (written[from..], "");
        var inside = cell[(open + 1)..^1];
        return inside.Length > 0 && (inside[0] is '%' or '‰' || lexicon.Unit(inside[Scales(inside)..], 0) is not null)
            ? (written[from..(from + open)], inside.ToString()) : (written[from..], "");
    }

    /// <summary>How many characters of scale (万, 亿) a unit begins with.</summary>
    public static int Scales(ReadOnlySpan<char> unit)
    {
        var at = 0;
        while (at < unit.Length - 1 && unit[at] is '万' or '亿' or '千' or '百') at++;
        return at;
    }

    private void Write(TextSpan line, string name, string rowUnit, in CellNumber number, TableHead head, int at, string firmness, int? year)
    {
        var column = head.Columns[at];
        var row = (line, column.IsGoal);
        if (head.NounOf(at) is { Length: > 0 } noun && !name.EndsWith(noun, StringComparison.Ordinal) && name[^1] is not ('量' or '值' or '额'))
            name += noun;
        var changes = EndsInChange(name);
        var pace = changes || name is [.., '增', '速' or '幅'] or [.., '增', '长', '率'];
        var rate = !pace && (name[^1] is '率' or '重' or '例') && !name.EndsWith("生产率", StringComparison.Ordinal);
        var said = number.Unit.Length > 0 ? number.Unit : column.Unit;
        if (number.IsCumulative)
        {
            var sum = said.Length > 0 ? said : rowUnit;
            if (sum.Length == 0) return;
            var lead = head.Span.Length > 0 ? head.Span : column.Year > 0 ? $"{column.Year - 4}-{column.Year}年," : "";
            if (sum == "%" && rate) Add(row, $"{lead}{name}{(number.IsNegative ? "降低" : "提高")}", number, "个百分点", firmness);
            else Add(row, lead + (pace ? Directed(name, number) : name + Summed(number, sum)), number, sum, firmness);
            return;
        }

        var own = head.YearOf(at);
        var time = head.TimeOf(at);
        switch (column.Kind)
        {
            case ColumnKind.Level:
                if (said.Length == 0) said = rowUnit.Length > 0 ? rowUnit : pace ? "%" : head.Unit;
                if (said.Length > 0)
                {
                    var words = changes ? Directed(name, number) : number.Before.Length > 0 ? name : name + "为";
                    Add(row, time + words, number, said, Ahead(own, head, year) ? firmness : "", keepsSign: !changes);
                }
                break;
            case ColumnKind.Share:
                Add(row, $"{time}{name}比重为", number, "%", "");
                break;
            case ColumnKind.Growth:
                if (!rate)
                {
                    var than = column.Base.Length > 0 ? column.Base : time.Length > 0 ? "" : "比上年";
                    var words = pace ? Directed(name, number) : name + than + Change(number);
                    Add(row, time + words, number, "%", Ahead(own, head, year) ? firmness : "", keepsSign: pace && !changes);
                }
                break;
            case ColumnKind.AverageGrowth:
                if (!rate)
                {
                    var words = pace ? Directed(name, number).Insert(EndOfName(name), "年均") : name + "年均" + Change(number);
                    Add(row, head.Span + words, number, "%", firmness);
                }
                break;
        }
    }

    private static bool Ahead(int own, TableHead head, int? year) => own == 0 || (year is { } now ? own >= now : own == head.LastYear);

    private static string Change(in CellNumber number) => number.IsNegative ? Falls : Rises;

    // 平均受教育年限[0.6]: what is no sum is more by so much.
    private static string Summed(in CellNumber number, string unit)
    {
        if (unit is not ("年" or "岁") && !unit.Contains('/')) return "累计";
        return number.IsNegative ? "减少" : "增加";
    }

    // 增长 with a minus falls.
    private static string Directed(string name, in CellNumber number) =>
        number.IsNegative && name.EndsWith(Rises, StringComparison.Ordinal) ? name[..^Rises.Length] + Falls : EndsInChange(name) ? name : name + "为";

    // Before 增长, 增速, 增幅 or 增长率.
    private static int EndOfName(string name) => name.Length - (EndsInChange(name) || name is [.., '增', '速' or '幅'] ? 2 : 3);

    private static bool EndsInChange(string name)
    {
        foreach (var end in (ReadOnlySpan<string>)[Rises, Falls, "降低", "减少", "增加", "提高", "削减"])
            if (name.EndsWith(end, StringComparison.Ordinal)) return true;
        return false;
    }

    private void Add((TextSpan Span, bool IsGoal) row, string words, in CellNumber number, string unit, string firmness, bool keepsSign = false)
    {
        sentences.Append(words).Append(number.Before);
        var start = sentences.Length;
        if (number.IsNegative && keepsSign) sentences.Append('-');
        sentences.Append(number.Digits).Append(unit);
        Cells.Add(new WrittenCell(start, sentences.Length, number.Span, row.Span, row.IsGoal));
        sentences.Append(number.After).Append(firmness).Append('。');
    }
}
