using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Splits a document into its speeches and says of each title, date, place, speaker and outline, and how each is known.</summary>
internal static class SpeechSplitter
{
    // Where a speech says what it sums up and plans, it does so within this many lines.
    private const int OpeningLines = 12;

    // Lines without any of these say neither.
    private static readonly PhraseSearch OpeningSigns = new([.. YearFinder.Signs, .. PlaceReader.Mandates]);

    /// <summary>The speeches of <paramref name="document"/>, in order of the text; at least one. Never throws on any text.</summary>
    public static IReadOnlyList<Speech> Split(SourceDocument document) => Split(document, new Page(new FoldedText()));

    /// <summary>The same with a page that was made before, whose folded text is the document's afterwards.</summary>
    public static IReadOnlyList<Speech> Split(SourceDocument document, Page page)
    {
        page.Open(document.Text);
        var whole = new TextSpan(0, document.Text.Length);
        var region = document.RegionCode is { } code ? RegionTable.Default.Find(code) : null;
        if (page.Lines.Count == 0) return [Given(document, region, new Speech { Number = 1, Span = whole })];
        var parts = CollectionReader.Read(page);
        var fileName = new FileNameFacts(parts.Length > 1 ? null : document.FileName ?? document.Id);
        var speeches = new Speech[parts.Length];
        for (var i = 0; i < speeches.Length; i++)
        {
            var span = parts.Length == 1 ? whole : new TextSpan(
                page.Lines[parts[i].First].Start,
                i + 1 < parts.Length ? page.Lines[parts[i + 1].First].Start : document.Text.Length);
            speeches[i] = Given(document, region, Describe(document, region, page, parts[i], span, i + 1, fileName));
        }

        return speeches;
    }

    private static Speech Describe(SourceDocument document, Region? region, Page page, Part part, TextSpan span, int number, FileNameFacts fileName)
    {
        var masthead = MastheadReader.Read(page, part);
        var years = new YearFinder();
        var sections = OutlineReader.Read(page, part, masthead, years, span);
        var text = span.In(page.Text);
        var title = masthead.Title ?? (part.Collected ? null : document.Title);
        var folded = FoldTitle(title);
        // What is called a report or a speech is one.
        var isPaper = masthead.Title is not null && TitleWords.IsTitle(folded);
        if (Narration.Tells(text) || (!isPaper && EverydayText.Tells(text)) || Statute.Tells(page, part))
            sections = [new Section(span, "", SectionKind.Furniture)];
        Place? spoken = null;
        for (var i = masthead.Body; i < part.End && i < masthead.Body + OpeningLines; i++)
        {
            var line = page.Fold(page.Lines[i]);
            if (!OpeningSigns.IsIn(line)) continue;
            years.Read(line, isHeading: false);
            if (region is null) spoken ??= PlaceReader.ReadOpening(line, page.Text);
        }

        // 人民生活和社会保障 in a bulletin plans nothing.
        if (TitleWords.IsBulletin(folded)) sections = Reviewed(sections);
        // A collection's markers repeat its own title, with the year its compiler liked.
        var telling = part.Collected && part.TitleStart < 0 ? "" : folded;
        var orator = MastheadReader.Merge(masthead.Orator, OratorReader.Read(telling));
        // What the caller gives is not looked for.
        var date = document.Date is null ? DateFinder.Find(masthead, telling, years, fileName) : default;
        var month = date.Day is null ? DateFinder.Month(masthead, telling, date.Year) : null;
        if (date.Day is null && month is null && News.IsHeadline(telling))
            (month, date.Year) = News.Date(page, part, masthead, telling, date.Year);
        var place = region is null ? FindPlace(page, masthead, spoken, telling, orator.Level, fileName, span) : null;
        return new Speech
        {
            Number = number,
            Span = span,
            Title = title is null ? null : new Known<string>(title, masthead.Title is null ? Evidence.Given : Evidence.Title),
            Date = date.Day,
            Month = month,
            Year = date.Year,
            Place = place is { Value.Name.Length: > 0 } ? new Known<string>(place.Value.Name, place.Evidence) : null,
            RegionCode = place?.Value.Region is { } named ? new Known<string>(named.Code, place.Evidence) : null,
            Level = place?.Value.Level ?? orator.Level,
            Speaker = orator.Name,
            Office = orator.Office,
            Sections = sections,
        };
    }

    private static Known<Place>? FindPlace(Page page, Masthead masthead, Place? spoken, string title, GovernmentLevel office, FileNameFacts fileName,
        TextSpan span)
    {
        if (PlaceReader.Read(title, page.Text) is { } titled) return new Known<Place>(titled, Evidence.Title);
        if (masthead.Place is { } byline) return new Known<Place>(byline, Evidence.Byline);
        if (spoken is not null) return new Known<Place>(spoken, Evidence.Text);
        if (fileName.Place(page.Text) is { } named) return new Known<Place>(named, Evidence.FileName);
        var finder = page.Places;
        finder.Open(span);
        var level = OwnPlaceFinder.LevelOfTitle(title);
        if (level == GovernmentLevel.Unknown) level = office;
        if (level == GovernmentLevel.Unknown) level = finder.Level();
        if (level == GovernmentLevel.Unknown && masthead.Body < page.Lines.Count)
            level = finder.LevelOfNews(title, page.Fold(page.Lines[masthead.Body]));
        if (level == GovernmentLevel.Unknown) return null;
        if (level == GovernmentLevel.Nation) return new Known<Place>(PlaceReader.OfNation(), Evidence.Text);
        return finder.RegionOf(level) is { } own
            ? new Known<Place>(new Place(own.Name, own, own.Level), Evidence.Text)
            : new Known<Place>(new Place("", null, level), Evidence.Text);
    }

    private static Section[] Reviewed(IReadOnlyList<Section> sections)
    {
        var reviewed = new Section[sections.Count];
        for (var i = 0; i < reviewed.Length; i++)
            reviewed[i] = sections[i].Kind == SectionKind.Furniture ? sections[i] : sections[i] with { Kind = SectionKind.Review };
        return reviewed;
    }

    /// <summary>A title as it is matched: folded, without blanks and what cannot be seen.</summary>
    public static string FoldTitle(string? title)
    {
        if (title is null) return "";
        var folded = FoldTable.Fold(FoldedText.WithoutPinyin(title));
        return folded.AsSpan().IndexOfAny(FoldTable.Blank, FoldTable.Dropped) < 0
            ? folded
            : folded.Replace(" ", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
    }

    // What the caller gives stands above all that the text says.
    private static Speech Given(SourceDocument document, Region? region, Speech speech) =>
        document is { Date: null, RegionCode: null }
            ? speech
            : speech with
            {
                Date = document.Date is { } day ? new Known<DateOnly>(day, Evidence.Given) : speech.Date,
                Year = document.Date is { } date ? new Known<int>(date.Year, Evidence.Given) : speech.Year,
                RegionCode = document.RegionCode is { } code ? new Known<string>(region?.Code ?? code, Evidence.Given) : speech.RegionCode,
                Place = region is null ? speech.Place : new Known<string>(NameOf(region), Evidence.Given),
                Level = region?.Level ?? speech.Level,
            };

    private static string NameOf(Region region) => region.Level == GovernmentLevel.Nation ? region.ShortName : region.Name;
}
