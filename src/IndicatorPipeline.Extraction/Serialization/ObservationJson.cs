using System.Runtime.CompilerServices;
using System.Text;
using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Recognition.Numerals;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>
/// Writes observations as JSON objects in UTF-8, one a line, straight into a buffer. The names and their order are relied on by
/// outside readers. One instance serves one thread; what a line has in common with the one before, its sentence above all, is copied from there.
/// </summary>
public sealed class ObservationJson
{
    // More than all the names, marks and numbers of a line take, the code of a row of the catalogue, and what copies in whole vectors write beyond
    // their end.
    private const int Frame = 1024;

    // So many bytes are handed over at once: a block ends at a line's end, so that parallel writers to one pipe seldom interleave.
    private const int FullBlock = 1 << 16;

    // Behind the rule.
    private const string Confidence = ",\"confidence\":";

    private readonly JsonText texts = new();
    private readonly JsonLiterals literals;
    private readonly JsonPiece[] measures = Pieces("measure", Codes.Measures, ",\"low\":");
    private readonly JsonPiece[] bounds = Pieces("bound", Codes.Bounds, ",\"unit\":");
    private readonly JsonPiece[] statuses = Pieces("status", Codes.Statuses);
    private readonly JsonPiece[] scopes = Pieces("scope", Codes.Scopes);
    private readonly JsonPiece[] rules = [.. RuleNames.All.Select(static name => new JsonPiece(Encoding.UTF8.GetBytes($"\"{name}\"{Confidence}")))];
    private readonly JsonPiece[] modalities = Pieces("modality", Codes.Modalities, ",\"open_indicator\":");

    private byte[] block = new byte[1 << 17];
    private int used;

    // What the line before says, and where in the block its beginning, its sentence, its name and its setting stand: lines of one speech, of one
    // sentence, of one list and of one paragraph are alike so far.
    private SourceDocument? document;
    private Speech? speech;
    private Stretch beginning;
    private TextSpan quoteSpan;
    private Stretch quote;
    private string? givenName;
    private TextSpan nameSpan;
    private Stretch name;
    private (Status Status, Scope Scope, Period? Period, string? Place, string? RegionCode) said;
    private Stretch setting;

    private readonly Action<ReadOnlyMemory<byte>>? take;

    /// <param name="take">Takes each block of lines over, before what is given is written over; without it all is kept until <see
    /// cref="Clear"/>.</param>
    public ObservationJson(Action<ReadOnlyMemory<byte>>? take = null)
    {
        this.take = take;
        literals = new JsonLiterals(texts);
        Found = Write;
    }

    /// <summary>What has been written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => block.AsMemory(0, used);

    /// <summary>Writes down what is found.</summary>
    internal Found Found { get; }

    /// <summary>Forgets what was written.</summary>
    public void Clear() => (used, document, setting) = (0, null, default);

    /// <summary>Hands over what was written.</summary>
    public void Flush()
    {
        take?.Invoke(Written);
        Clear();
    }

    /// <summary>Appends one observation and a line feed.</summary>
    public void Write(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        Write(observation.Finding);
    }

    private void Write(in Finding finding)
    {
        Reserve(finding);
        var line = block.AsSpan();
        var at = used;
        var sameDocument = ReferenceEquals(finding.Document, document);
        at = sameDocument && ReferenceEquals(finding.Speech, speech) ? Again(line, at, ref beginning) : Begin(line, at, finding);
        at = JsonNumber.Write(line, at, (uint)finding.Span.Start);
        at = Raw(line, at, ",\"end\":"u8);
        at = JsonNumber.Write(line, at, (uint)finding.Span.End);
        at = sameDocument && AreSame(finding.QuoteSpan, quoteSpan) ? Again(line, at, ref quote) : Quote(line, at, finding);
        at = texts.Write(line, at, finding.Document.Text, finding.Span.Start, finding.Span.End);
        at = Raw(line, at, "\",\"indicator\":"u8);
        at = literals.Write(line, at, finding.Indicator, finding.Row);
        at = Raw(line, at, ",\"indicator_text\":"u8);
        at = sameDocument && AreSame(finding.NameSpan, nameSpan) && ReferenceEquals(finding.GivenName, givenName) ? Again(line, at, ref name)
            : Name(line, at, finding);
        at = measures[(int)finding.Measure].Write(line, at);
        if (finding.Unit is { } unit)
        {
            var low = at;
            at = JsonNumber.Write(line, at, finding.Low);
            var length = at - low;
            at = Raw(line, at, ",\"high\":"u8);
            var isOne = DecimalDigits.AreAlike(finding.High, finding.Low) || finding.High == finding.Low;
            at = isOne ? JsonPiece.Copy(line, at, ref line[low], length) : JsonNumber.Write(line, at, finding.High);
            at = bounds[(int)finding.Bound].Write(line, at);
            at = literals.Write(line, at, unit);
        }
        else
        {
            at = Raw(line, at, "null,\"high\":null,\"bound\":null,\"unit\":null"u8);
        }

        at = setting.Length > 0 && HasSameSetting(finding) ? Again(line, at, ref setting) : Setting(line, at, finding);
        at = finding.RuleNumber is > 0 and var rule ? rules[rule - 1].Write(line, at) : Rule(line, at, finding);
        at = JsonNumber.Write(line, at, finding.Confidence);
        at = finding.Modality is { } modality ? modalities[(int)modality].Write(line, at) : Raw(line, at, ",\"modality\":null,\"open_indicator\":"u8);
        at = literals.Write(line, at, finding.OpenIndicator, finding.Row);
        used = Raw(line, at, "}\n"u8);
        if (used >= FullBlock && take is not null) Flush();
    }

    // Up to where the number stands.
    private int Begin(Span<byte> line, int at, in Finding finding)
    {
        (document, speech) = (finding.Document, finding.Speech);
        var start = at;
        at = Raw(line, at, "{\"document\":\""u8);
        at = texts.Write(line, at, finding.Document.Id);
        at = Raw(line, at, "\",\"speech\":"u8);
        at = JsonNumber.Write(line, at, finding.Speech.Number);
        at = Raw(line, at, ",\"start\":"u8);
        beginning = new Stretch(start, at - start);
        return at;
    }

    // The sentence, up to the words of the value.
    private int Quote(Span<byte> line, int at, in Finding finding)
    {
        quoteSpan = finding.QuoteSpan;
        var start = at;
        at = Raw(line, at, ",\"quote\":\""u8);
        at = texts.Write(line, at, finding.Document.Text, finding.QuoteSpan.Start, finding.QuoteSpan.End);
        at = Raw(line, at, "\",\"value_text\":\""u8);
        quote = new Stretch(start, at - start);
        return at;
    }

    // The name, which the numbers of a list share.
    private int Name(Span<byte> line, int at, in Finding finding)
    {
        (givenName, nameSpan) = (finding.GivenName, finding.NameSpan);
        var start = at;
        var (text, span) = finding.Name;
        line[at] = (byte)'"';
        at = texts.Write(line, at + 1, text, span.Start, span.End);
        line[at++] = (byte)'"';
        name = new Stretch(start, at - start);
        return at;
    }

    // What the numbers of a paragraph mostly share, up to the rule.
    private int Setting(Span<byte> line, int at, in Finding finding)
    {
        said = (finding.Status, finding.Scope, finding.Period, finding.Place, finding.RegionCode);
        var start = at;
        at = statuses[(int)finding.Status].Write(line, at);
        if (finding.Period is { } period)
        {
            at = Raw(line, at, ",\"period_start\":"u8);
            at = JsonNumber.Write(line, at, (uint)period.StartYear);
            at = Raw(line, at, ",\"period_end\":"u8);
            at = JsonNumber.Write(line, at, (uint)period.EndYear);
            at = Raw(line, at, ",\"period_part\":"u8);
            at = literals.Write(line, at, period.Part);
        }
        else
        {
            at = Raw(line, at, ",\"period_start\":null,\"period_end\":null,\"period_part\":null"u8);
        }

        at = scopes[(int)finding.Scope].Write(line, at);
        at = Raw(line, at, ",\"place\":"u8);
        at = literals.WriteOnce(line, at, finding.Place);
        at = Raw(line, at, ",\"region_code\":"u8);
        at = literals.WriteOnce(line, at, finding.RegionCode);
        at = Raw(line, at, ",\"rule\":"u8);
        setting = new Stretch(start, at - start);
        return at;
    }

    // A rule that is known by its name alone.
    private int Rule(Span<byte> line, int at, in Finding finding)
    {
        at = literals.Write(line, at, finding.Rule);
        return at + Encoding.UTF8.GetBytes(Confidence, line[at..]);
    }

    private bool HasSameSetting(in Finding finding) =>
        finding.Status == said.Status && finding.Scope == said.Scope && finding.Period == said.Period && finding.RegionCode == said.RegionCode
            && finding.Place == said.Place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSame(in TextSpan one, in TextSpan other) => one.Start == other.Start && one.End == other.End;

    // What was written before, once more; it now stands here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Again(Span<byte> line, int at, ref Stretch stretch)
    {
        var end = JsonPiece.Copy(line, at, ref line[stretch.Start], stretch.Length);
        stretch = new Stretch(at, stretch.Length);
        return end;
    }

    // In its place a piece of known length is copied by a few instructions, without a call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Raw(Span<byte> line, int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(line[at..]);
        return unchecked(at + bytes.Length);
    }

    // Makes room for the longest line that these texts can give.
    private void Reserve(in Finding finding)
    {
        var characters = finding.Document.Id.Length + finding.QuoteSpan.Length + finding.Span.Length + finding.Name.Span.Length + finding.Rule.Length
            + (finding.Row > 0 ? 0 : LengthOf(finding.Indicator) + LengthOf(finding.OpenIndicator)) + LengthOf(finding.Place)
            + LengthOf(finding.RegionCode) + LengthOf(finding.Unit);
        var needed = used + (characters * JsonText.LongestEscape) + Frame;
        if (block.Length < needed) Array.Resize(ref block, Math.Max(block.Length * 2, needed));
    }

    private static int LengthOf(string? text) => text is null ? 0 : text.Length;

    // A name and the code of each case, by its number, and what always follows.
    private static JsonPiece[] Pieces(string name, string[] codes, string next = "")
    {
        var pieces = new JsonPiece[codes.Length];
        for (var i = 0; i < codes.Length; i++) pieces[i] = new JsonPiece(Encoding.UTF8.GetBytes($",\"{name}\":\"{codes[i]}\"{next}"));
        return pieces;
    }

    private readonly record struct Stretch(int Start, int Length);
}
