namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>What stands above a speech: title, byline, speaker.</summary>
/// <param name="TitleLine">Index of the title's first line, −1 where there is none.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Date">Date or year of the byline, or null.</param>
/// <param name="DateIsFirm">Whether the byline is sure to speak of the speech: in brackets, behind a dash, or with its meeting.</param>
/// <param name="Published">The first day under the title that may be the page's own, or null.</param>
/// <param name="Signed">The day that stands alone at the end, under the signature, or null.</param>
/// <param name="Orator">Speaker and office.</param>
/// <param name="Place">Jurisdiction named in the byline, or null.</param>
/// <param name="SessionYear">Year of the session of the National People's Congress named in the byline, or null.</param>
/// <param name="Body">Index of the first line behind the masthead.</param>
internal sealed record Masthead(int TitleLine, string? Title, SpokenDate? Date, bool DateIsFirm, SpokenDate? Published,
    SpokenDate? Signed, Orator Orator, Place? Place, int? SessionYear, int Body);
