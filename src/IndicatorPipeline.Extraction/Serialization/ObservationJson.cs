using System.Runtime.CompilerServices;
using System.Text;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>
/// Writes observations as JSON objects in UTF-8, one a line, straight into a buffer. The names and their order are relied on by
/// outside readers. One instance serves one thread; what a line has in common with the one before, its sentence above all, is copied from there.
/// </summary>
public sealed class ObservationJson
{
    // More than all the names, marks and numbers of a line take, and what copies in whole vectors write beyond their end.
    private const int Frame = 1024;

    private readonly JsonText texts = new();
    private readonly JsonLiterals literals;
    private readonly JsonPiece[] measures = Pieces("measure", Codes.Measures, ",\"low\":");
    private readonly JsonPiece[] bounds = Pieces("bound", Codes.Bounds, ",\"unit\":");
    private readonly JsonPiece[] statuses = Pieces("status", Codes.Statuses);
    private readonly JsonPiece[] scopes = Pieces("scope", Codes.Scopes);
    private readonly JsonPiece[] modalities = Pieces("modality", Codes.Modalities, ",\"open_indicator\":");

    private byte[] block = new byte[1 << 17];
    private int used;

    // Where in the block the line before begins, and where its sentence, its name and its setting stand: lines of one speech, of one sentence, of one list and of one paragraph are alike so far.
    private Observation? before;
    private Stretch beginning;
    private Stretch quote;
    private Stretch name;
    private Stretch setting;

    public ObservationJson() => literals = new JsonLiterals(texts);

    /// <summary>What has been written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => block.AsMemory(0, used);

    /// <summary>Number of bytes written since the last <see cref="Clear"/>.</summary>
    public int Length => used;

    /// <summary>Forgets what was written.</summary>
    public void Clear() => (used, before) = (0, null);

    /// <summary>Appends one observation and a line feed.</summary>
    public void Write(Observation observation)
    {
        Reserve(observation);
        var line = block.AsSpan();
        var at = used;
        var sameDocument = before is not null && ReferenceEquals(observation.Document, before.Document);
        at = sameDocument && ReferenceEquals(observation.Speech, before!.Speech) ? Again(line, at, ref beginning) : Begin(line, at, observation);
        at = JsonNumber.Write(line, at, (uint)observation.Span.Start);
        at = Raw(line, at, ",\"end\":"u8);
        at = JsonNumber.Write(line, at, (uint)observation.Span.End);
        at = sameDocument && observation.QuoteSpan.Start == before!.QuoteSpan.Start && observation.QuoteSpan.End == before.QuoteSpan.End ? Again(line, at, ref quote) : Quote(line, at, observation);
        at = texts.Write(line, at, observation.Document.Text, observation.Span.Start, observation.Span.End);
        at = Raw(line, at, "\",\"indicator\":"u8);
        at = literals.Write(line, at, observation.Indicator);
        at = Raw(line, at, ",\"indicator_text\":"u8);
        at = sameDocument && observation.SharesName(before!) ? Again(line, at, ref name) : Name(line, at, observation);
        at = measures[(int)observation.Measure].Write(line, at);
        if (observation.Quantity is { } quantity)
        {
            var low = at;
            at = JsonNumber.Write(line, at, quantity.Low);
            var length = at - low;
            at = Raw(line, at, ",\"high\":"u8);
            at = quantity.High == quantity.Low ? JsonPiece.Copy(line, at, ref line[low], length) : JsonNumber.Write(line, at, quantity.High);
            at = bounds[(int)quantity.Bound].Write(line, at);
            at = literals.Write(line, at, quantity.Unit);
        }
        else
        {
            at = Raw(line, at, "null,\"high\":null,\"bound\":null,\"unit\":null"u8);
        }

        at = before is not null && HasSameSetting(observation, before) ? Again(line, at, ref setting) : Setting(line, at, observation);
        at = literals.Write(line, at, observation.Rule);
        at = Raw(line, at, ",\"confidence\":"u8);
        at = JsonNumber.Write(line, at, observation.Confidence);
        at = observation.Modality is { } modality ? modalities[(int)modality].Write(line, at) : Raw(line, at, ",\"modality\":null,\"open_indicator\":"u8);
        at = literals.Write(line, at, observation.OpenIndicator);
        used = Raw(line, at, "}\n"u8);
        before = observation;
    }

    // Up to where the number stands.
    private int Begin(Span<byte> line, int at, Observation observation)
    {
        var start = at;
        at = Raw(line, at, "{\"document\":\""u8);
        at = texts.Write(line, at, observation.Document.Id);
        at = Raw(line, at, "\",\"speech\":"u8);
        at = JsonNumber.Write(line, at, observation.Speech.Number);
        at = Raw(line, at, ",\"start\":"u8);
        beginning = new Stretch(start, at - start);
        return at;
    }

    // The sentence, up to the words of the value.
    private int Quote(Span<byte> line, int at, Observation observation)
    {
        var start = at;
        at = Raw(line, at, ",\"quote\":\""u8);
        at = texts.Write(line, at, observation.Document.Text, observation.QuoteSpan.Start, observation.QuoteSpan.End);
        at = Raw(line, at, "\",\"value_text\":\""u8);
        quote = new Stretch(start, at - start);
        return at;
    }

    // The name, which the numbers of a list share.
    private int Name(Span<byte> line, int at, Observation observation)
    {
        var start = at;
        var (text, span) = observation.Name;
        line[at] = (byte)'"';
        at = texts.Write(line, at + 1, text, span.Start, span.End);
        line[at++] = (byte)'"';
        name = new Stretch(start, at - start);
        return at;
    }

    // What the numbers of a paragraph mostly share, up to the rule.
    private int Setting(Span<byte> line, int at, Observation observation)
    {
        var start = at;
        at = statuses[(int)observation.Status].Write(line, at);
        if (observation.Period is { } period)
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

        at = scopes[(int)observation.Scope].Write(line, at);
        at = Raw(line, at, ",\"place\":"u8);
        at = literals.WriteOnce(line, at, observation.Place);
        at = Raw(line, at, ",\"region_code\":"u8);
        at = literals.WriteOnce(line, at, observation.RegionCode);
        at = Raw(line, at, ",\"rule\":"u8);
        setting = new Stretch(start, at - start);
        return at;
    }

    private static bool HasSameSetting(Observation observation, Observation before) =>
        observation.Status == before.Status && observation.Scope == before.Scope && observation.Period == before.Period
        && observation.RegionCode == before.RegionCode && observation.Place == before.Place;

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
        return at + bytes.Length;
    }

    // Makes room for the longest line that these texts can give.
    private void Reserve(Observation observation)
    {
        var characters = observation.Document.Id.Length + observation.QuoteSpan.Length + observation.Span.Length + observation.Name.Span.Length + observation.Rule.Length
            + LengthOf(observation.Indicator) + LengthOf(observation.OpenIndicator) + LengthOf(observation.Place) + LengthOf(observation.RegionCode) + LengthOf(observation.Quantity?.Unit);
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
