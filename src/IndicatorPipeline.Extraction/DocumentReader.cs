using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Resolution;
using IndicatorPipeline.Extraction.Tabular;
using IndicatorPipeline.Extraction.Text;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction;

/// <summary>Walks through a document: speeches, sentences, numbers, claims, observations. Holds the buffers of one extraction at a time.</summary>
internal sealed class DocumentReader
{
    private readonly Lexicon lexicon;
    private readonly FoldedText folded = new();
    private readonly Page page;
    private readonly BindingContext context;
    private readonly Binder binder;
    private readonly WordedGoals goals;
    private readonly Resolver resolver;
    private readonly ConfidenceReader confidence = new();

    private readonly HeldFindings held = new();

    // Where the numbers that no rule could bind are kept, if anywhere.
    private List<TextSpan>? unbound;

    // Whether the lines of the speech are sentences, so that none begins a paragraph.
    private bool lines;

    private readonly Tracer? tracer;

    // Reads the tables of documents that have any, and those of the speech at hand.
    private TableReader? tableReader;
    private FoundTables? tables;
    private int speechEnd;

    public DocumentReader(Lexicon lexicon, Tracer? tracer = null)
    {
        this.lexicon = lexicon;
        this.tracer = tracer;
        page = new Page(folded);
        context = new BindingContext(lexicon);
        binder = new Binder(context);
        goals = new WordedGoals(context);
        resolver = new Resolver(context);
    }

    /// <summary>Reads one document.</summary>
    public DocumentExtraction Read(SourceDocument document)
    {
        var observations = new List<Observation>();
        unbound = [];
        var speeches = Read(document, (in finding) => observations.Add(new Observation(finding)));
        var extraction = new DocumentExtraction(document, speeches, observations.ToArray(), unbound.ToArray());
        unbound = null;
        return extraction;
    }

    /// <summary>Reads one document, hands on its observations in order of the text, a few at a time, and returns its speeches.</summary>
    public IReadOnlyList<Speech> Read(SourceDocument document, Found found)
    {
        held.Open(found);
        var speeches = SpeechSplitter.Split(document, page);
        speechEnd = 0;
        foreach (var speech in speeches)
        {
            // Of a collection, each speech is a text of its own.
            if (speeches.Count > 1) folded.Fold(document.Text, speech.Span.Start, speech.Span.End);
            var facts = new SpeechFacts(speech, folded.Span, lexicon);
            FindTables(document, facts, found);
            ReadSpeech(document, facts, new SectionCursor(speech.Sections, folded));
            // Before any table of this speech or the next, whose rows go their own way.
            held.Tell();
            tables?.TellBefore(document.Text.Length);
            tables = null;
        }

        return speeches;
    }

    private void FindTables(SourceDocument document, SpeechFacts facts, Found found)
    {
        var speech = facts.Speech.Span;
        var first = speechEnd;
        while (first < page.Lines.Count && page.Lines[first].Start < speech.Start) first++;
        speechEnd = first;
        while (speechEnd < page.Lines.Count && page.Lines[speechEnd].Start < speech.End) speechEnd++;
        if (!folded.HasColumns && !TableReader.MayHoldList(page, first, speechEnd)) return;
        tableReader ??= new TableReader(lexicon, page, new CellReader(new DocumentReader(lexicon).ReadAlone));
        tableReader.Open(document, facts.OfTables(lexicon), first, speechEnd);
        tables = new FoundTables(tableReader, found);
        if (!tables.MoveOn()) tables = null;
    }

    // A sentence that was not written by the speaker but stands for a cell of a table. It is read by itself: nothing before it matters.
    private void ReadAlone(string sentence, SpeechFacts facts, SectionKind kind, Found found)
    {
        held.Open(found);
        folded.Fold(sentence, 0, sentence.Length);
        context.Open(folded);
        resolver.Pass();
        var setting = default(Setting).NextSection(kind);
        setting.Enter(folded.Span, false);
        ReadSentence(new SourceDocument { Id = "", Text = sentence }, facts, ref setting, 0, folded.Length, folded.Marks, true);
        held.Tell();
    }

    private void ReadSpeech(SourceDocument document, SpeechFacts facts, SectionCursor sections)
    {
        context.Open(folded);
        resolver.Pass();
        var setting = default(Setting);
        var text = folded.Span;
        var start = 0;
        var all = folded.Marks;
        var mark = 0;
        var paragraph = true;
        lines = SentenceLines.Make(text);
        while (start < text.Length)
        {
            var first = mark;
            var end = SentenceEnd(text, all, start, ref mark);
            if (sections.MoveTo(start))
            {
                setting = setting.NextSection(sections.Kind);
                setting.Opens = sections.Heading.Length > 0;
                context.Forget();
            }

            if (paragraph) setting.Enter(text[start..end], lines);
            var isText = setting.Section != SectionKind.Furniture && (tables is null || !IsTable(tables, start, end));
            var marks = all[first..mark];
            // Inside a paragraph nothing is told without a number, but among goals.
            var mayTell = paragraph || setting.Section == SectionKind.Goals || marks is not ([] or [{ EndsSentence: true }]);
            if (isText && mayTell) ReadSentence(document, facts, ref setting, start, end, marks, paragraph);
            paragraph = text[end - 1] == '\n';
            start = end;
        }
    }

    // Whether a sentence is a part of a table, which is read as such. What was found in tables before it is told first.
    private bool IsTable(FoundTables tables, int start, int end)
    {
        if (!tables.Covers(folded.SourceSpan(start, end), out var whole) || !whole) return false;
        resolver.Pass();
        return true;
    }

    // Behind the full stop or line end; a sentence without any is cut at its last comma, so that no text costs more than its length.
    // The index of the next mark moves behind it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SentenceEnd(ReadOnlySpan<char> text, ReadOnlySpan<TextMark> all, int start, ref int mark)
    {
        // Most sentences end with one of the next few marks.
        var near = MarkFinder.NearEnd(all, mark);
        if (near < 0 || all[near].Offset >= start + LongestSentence) return FarEnd(text, all, start, ref mark);
        mark = near + 1;
        return all[near].Offset + 1;
    }

    private static int FarEnd(ReadOnlySpan<char> text, ReadOnlySpan<TextMark> all, int start, ref int mark)
    {
        var longest = Math.Min(start + LongestSentence, text.Length);
        var marks = all[mark..];
        // No more of them stand before that.
        if (marks.Length > LongestSentence) marks = marks[..LongestSentence];
        var last = MarkFinder.FirstEnd(marks);
        if (last < marks.Length && marks[last].Offset < longest)
        {
            mark += last + 1;
            return marks[last].Offset + 1;
        }

        for (var i = 0; i < last && marks[i].Offset < longest; i++) mark++;
        if (longest == text.Length) return longest;
        var comma = text[start..longest].LastIndexOfAny(',', ';', '、');
        var end = Cut(text, comma > 0 ? start + comma + 1 : longest);
        while (mark > 0 && all[mark - 1].Offset >= end) mark--;
        return end;
    }

    // Never between the halves of one character.
    private static int Cut(ReadOnlySpan<char> text, int at) => at > 1 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    // Longer sentences, in folded characters, are no prose: tables without line ends, dumps, attacks.
    private const int LongestSentence = 800;

    // A longer sentence, in folded characters, is quoted by this much on either side of its number. No sentence of a real report is longer.
    private const int LongestQuote = 500;
    private const int ExcerptReach = 80;

    // Nor has any so many numbers; where there are more, an excerpt reaches over no more than a few of them, so that nothing is written over and over
    // again.
    private const int MostQuoting = 32;
    private const int ExcerptNumbers = 8;

    // No name in a real report has more folded characters; a list of a thousand names without its verb has.
    private const int LongestName = 100;

    // A paragraph's lead (过去一年, 今年的主要预期目标是) is read this far, in folded characters.
    private const int LongestLead = 24;

    private const string ClauseEnds = ",;:、";

    private void ReadSentence(SourceDocument document, SpeechFacts facts, ref Setting setting, int start, int end, ReadOnlySpan<TextMark> marks,
        bool leads)
    {
        var text = folded.Span;
        var sentence = context.Sentence;
        sentence.Reset(start, end);
        NumeralReader.Read(folded, start, end, marks, sentence.Numerals);
        var counts = sentence.Numerals.Count > 0 && QuantityReader.AnyCounts(text, sentence.Numerals, lexicon);
        var tells = counts || (sentence.Numerals.Count > 0 && text[start..end] is [.., ':', '\n']) || MayTell(text[start..end], setting.Section);
        // One character and its line end head nothing and lead nothing: they are what a broken layout left over.
        if (!tells && !(leads && end - start > 2) && !(sentence.Numerals.Count > 0 && QuantityReader.AnyYear(text, sentence.Numerals))) return;
        // Of a sentence that tells nothing by itself only the lead matters, but a heading is one as a whole.
        if (!tells && end - start > LongestLead && !(leads && SettingReader.MayBeHeading(text[start..end]))) sentence.CutTo(start + LongestLead);
        if (leads) context.Forget();
        if (!tells && !MayLead(text[start..end], setting))
        {
            SettingReader.Pass(context, facts, ref setting, leads);
            resolver.Pass();
            return;
        }

        ReadWords(facts, ref setting, text[start..end], leads);
        if (context.Claims.Count == 0) resolver.Pass();
        if (context.Claims.Count == 0 && context.Unbound.Count == 0 && tracer is null) return;
        resolver.Begin(leads && !lines);
        Observe(document, facts, setting, start, text[end - 1] == '\n' && end - 1 > start ? end - 1 : end);
    }

    // The words, what they change for the sentences behind them, and what they claim.
    private void ReadWords(SpeechFacts facts, ref Setting setting, ReadOnlySpan<char> text, bool leads)
    {
        var sentence = context.Sentence;
        Tokenizer.Read(folded.Span, lexicon, sentence);
        context.Begin();
        SettingReader.Update(context, facts, ref setting, leads);
        // 今年要实现以下目标: as a heading, for the items below.
        if (text is [.., ':', '\n']) setting.HeadingStatus = setting.Status;
        binder.Bind();
        // Goals without a number are read in whole sentences only.
        if (sentence.End - sentence.Start == text.Length && SettingReader.TellsOfGoals(context, setting))
            goals.Find(text, SettingReader.ListsGoals(context, setting));
    }

    private void Observe(SourceDocument document, SpeechFacts facts, in Setting setting, int start, int end)
    {
        var quote = folded.SourceSpan(start, end);
        tracer?.Add(context, folded, quote);
        var claims = context.Claims.Span;
        var isLong = end - start > LongestQuote || claims.Length > MostQuoting;
        for (var i = 0; i < claims.Length; i++)
        {
            ref readonly var claim = ref claims[i];
            resolver.Resolve(claim, facts, setting, out var resolved);
            // Words without a number report nothing: only a goal can be stated so.
            var span = folded.SourceSpan(claim.Start, claim.End);
            if ((claim.Unit is null && resolved.Status != Status.Target) || tables?.Covers(span, out _) == true) continue;
            // A row of a table that the sentence runs on from is quoted by itself.
            if (tables?.Told is { } told && told > quote.Start && told <= span.Start) quote = new TextSpan(told, quote.End);
            ref var finding = ref held.Next;
            var row = claim.Subject.Term ?? Kinds.Of(context, claim);
            if (!ReferenceEquals(finding.Document, document)) finding.Document = document;
            if (!ReferenceEquals(finding.Speech, facts.Speech)) finding.Speech = facts.Speech;
            finding.Span = span;
            finding.QuoteSpan = isLong ? Excerpt(start, end, claims, i) : quote;
            finding.GivenName = NameOf(document, claim, out finding.NameSpan);
            finding.Indicator = row is { IsCore: true } ? row.Code : null;
            finding.OpenIndicator = row is { IsCore: false } ? row.Code : null;
            finding.Row = row is null ? 0 : row.Row;
            finding.Measure = claim.Measure;
            finding.Low = claim.Low;
            finding.High = claim.High;
            finding.Bound = claim.Bound;
            finding.Unit = claim.Unit;
            finding.Status = resolved.Status;
            finding.Modality = resolved.Modality;
            finding.Period = resolved.Period;
            finding.Scope = resolved.Scope;
            finding.Place = resolved.Place;
            finding.RegionCode = resolved.RegionCode;
            finding.RuleNumber = (int)claim.Rule + 1;
            finding.GivenRule = null;
            finding.SubjectSource = claim.Source;
            finding.StatusReason = resolved.StatusReason;
            finding.PeriodReason = resolved.PeriodReason;
            finding.GivenDerivation = null;
            finding.Confidence = confidence.Read(claim, resolved, setting.Section, facts.Speech);
            held.AddNext();
            // What is read in tables goes its own way, and in order.
            if (tables is not null) held.Tell();
        }
        if (unbound is null) return;
        var tokens = context.Sentence.Tokens;
        foreach (var token in context.Unbound) unbound.Add(folded.SourceSpan(tokens[token].Start, tokens[token].End));
    }

    // Whether a sentence inside a paragraph, in which nothing is counted, can tell of a goal or change what holds for the sentences behind it.
    private bool MayTell(ReadOnlySpan<char> text, SectionKind section) => section switch
    {
        SectionKind.Goals => WordedGoals.MayStandIn(text) || SettingReader.MayChangeIn(text, lexicon),
        SectionKind.Measures or SectionKind.Unknown => context.Sentence.Numerals.Count > 0 && WordedGoals.MayStandIn(text),
        _ => false,
    };

    // Whether the words at the beginning of a sentence that counts nothing need be read: most say neither when nor whether something is promised, and
    // no goal in words.
    private bool MayLead(ReadOnlySpan<char> text, in Setting setting)
    {
        if (tracer is not null || text is [.., ':', '\n']) return true;
        var sentence = context.Sentence;
        var lead = folded.Span[sentence.Start..sentence.End];
        return QuantityReader.AnyMeasures(folded.Span, sentence.Numerals, lexicon)
            || SettingReader.MayTellIn(lead, setting.Section)
            || (lead.Length == text.Length && WordedGoals.MayStandIn(text));
    }

    // The clauses around the claim: a sentence that goes on and on is not written once more for each of its numbers.
    private TextSpan Excerpt(int start, int end, ReadOnlySpan<Claim> claims, int at)
    {
        var text = folded.Span;
        ref readonly var claim = ref claims[at];
        var (least, most) = (Math.Max(start, claim.Start - ExcerptReach), Math.Min(end, claim.End + ExcerptReach));
        if (at >= ExcerptNumbers) least = Math.Clamp(claims[at - ExcerptNumbers].Start, least, claim.Start);
        if (at + ExcerptNumbers < claims.Length) most = Math.Clamp(claims[at + ExcerptNumbers].End, claim.End, most);
        var from = Cut(text, least);
        if (from > start && text[from..claim.Start].IndexOfAny(ClauseEnds) is var first and >= 0) from += first + 1;
        var to = Cut(text, most);
        if (to < end && text[claim.End..to].LastIndexOfAny(ClauseEnds) is var last and >= 0) to = claim.End + last + 1;
        return folded.SourceSpan(from, to);
    }

    // The name, or null where it stands in one stretch as it is written.
    private string? NameOf(SourceDocument document, in Claim claim, out TextSpan nameSpan)
    {
        ref readonly var subject = ref claim.Subject;
        if (claim.Verb.Length == 0 && subject.Name is null && subject.End > subject.Start)
        {
            var start = HeadOf(subject);
            nameSpan = folded.SourceSpan(start, subject.End);
            if (nameSpan.Length == subject.End - start) return null;
        }

        nameSpan = default;
        var name = SubjectText(document, subject);
        if (claim.Verb.Length == 0) return name;
        // 新建 and 公路, with or without the number between them.
        var verb = SubjectText(document, new Subject(null, claim.Verb.Start, claim.Verb.End));
        return name.StartsWith(verb, StringComparison.Ordinal) ? name : verb + name;
    }

    // The name as the text writes it, without what folding leaves out.
    private string SubjectText(SourceDocument document, in Subject subject)
    {
        if (subject.Name is { } name) return name;
        if (subject.End <= subject.Start) return subject.Term?.Indicator.NameZh ?? "";
        var start = HeadOf(subject);
        return string.Create(subject.End - start, (folded, document.Text, start), static (target, state) =>
        {
            for (var i = 0; i < target.Length; i++) target[i] = state.Text[state.folded.Source(state.start + i)];
        });
    }

    // The head of a Chinese name stands last.
    private int HeadOf(in Subject subject) => Cut(folded.Span, Math.Max(subject.Start, subject.End - LongestName));
}
