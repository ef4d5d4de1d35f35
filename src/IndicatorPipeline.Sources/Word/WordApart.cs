using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IndicatorPipeline.Sources.Word;

/// <summary>Finds the texts of a Word document that are not its body.</summary>
internal static class WordApart
{
    public static IReadOnlyList<ApartText> Find(MainDocumentPart main)
    {
        var apart = new List<ApartText>();
        foreach (var footnote in main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? [])
            AddNote(footnote, ApartKind.Footnote);
        foreach (var endnote in main.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? [])
            AddNote(endnote, ApartKind.Endnote);
        foreach (var comment in main.WordprocessingCommentsPart?.Comments?.Elements<Comment>() ?? [])
            Add(comment, ApartKind.Comment);
        foreach (var head in main.HeaderParts)
            Add(head.Header, ApartKind.Head);
        foreach (var foot in main.FooterParts)
            Add(foot.Footer, ApartKind.Foot);
        return apart;

        void AddNote(FootnoteEndnoteType note, ApartKind kind)
        {
            // The rules between text and notes are notes of their own kind.
            if (note.Type is null || note.Type.Value == FootnoteEndnoteValues.Normal)
                Add(note, kind);
        }

        void Add(OpenXmlElement? part, ApartKind kind)
        {
            if (part is null || WordText.Write(part) is not { } text || string.IsNullOrWhiteSpace(text))
                return;
            if (!apart.Contains(new ApartText(kind, text)))
                apart.Add(new ApartText(kind, text));
        }
    }
}
