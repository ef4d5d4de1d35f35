using System.Globalization;
using IndicatorPipeline.Api.Requests;

namespace IndicatorPipeline.Api.Observations;

/// <summary>Which observations are asked for.</summary>
/// <param name="Conditions">Conditions on the columns of <c>mart.observation_history</c>, text apart.</param>
/// <param name="Text">Text that the sentence holds, or null for any.</param>
/// <param name="Copies">Whether copies are taken too.</param>
internal sealed record ObservationFilter(Conditions Conditions, string? Text, bool Copies)
{
    public static readonly IReadOnlyList<Parameter> Parameters =
    [
        Requests.Parameters.Indicator, Requests.Parameters.IndicatorChildren,
        Requests.Parameters.Region, Requests.Parameters.RegionChildren, Requests.Parameters.Document,
        Requests.Parameters.Year, Requests.Parameters.From, Requests.Parameters.To, Requests.Parameters.PeriodPart,
        Requests.Parameters.Status, Requests.Parameters.Measure, Requests.Parameters.Scope, Requests.Parameters.Tier,
        Requests.Parameters.Text, Requests.Parameters.MinConfidence, Requests.Parameters.Copies, Requests.Parameters.AsOf,
    ];

    public static ObservationFilter Read(QueryReader reader)
    {
        var conditions = new Conditions();
        reader.AddIndicators(conditions, openColumn: "open_indicator");
        reader.AddRegions(conditions);
        reader.AddChoice(conditions, Requests.Parameters.Document, "document");
        reader.AddChoice(conditions, Requests.Parameters.Status, "status");
        reader.AddChoice(conditions, Requests.Parameters.Measure, "measure");
        reader.AddChoice(conditions, Requests.Parameters.Scope, "scope");
        AddPeriod(reader, conditions);
        var text = ReadText(reader);
        if (text is not null)
        {
            conditions.Set("q", text);
        }

        switch (reader.One(Requests.Parameters.Tier))
        {
            case "core": conditions.Add("indicator is not null"); break;
            case "open": conditions.Add("indicator is null"); break;
        }

        if (reader.Number(Requests.Parameters.MinConfidence, 0, 1) is { } least)
        {
            conditions.Add("confidence >= @minConfidence", "minConfidence", least);
        }

        var copies = reader.Switch(Requests.Parameters.Copies, otherwise: conditions.CountOf("document") is not null);
        return new ObservationFilter(conditions.At(reader.AsOf()), text, copies);
    }

    /// <summary>The view or function of the schema <c>mart</c> to read from.</summary>
    public string Source => Conditions.View(Copies ? "mart.statement" : "mart.observation");

    /// <summary>Reads the cursor into the conditions.</summary>
    /// <returns>Whether there is one.</returns>
    public bool AddCursor(QueryReader reader)
    {
        if (Text is null)
        {
            if (reader.Whole(Requests.Parameters.After, 0, long.MaxValue) is not { } after)
            {
                return false;
            }

            Conditions.Set("after", after);
            return true;
        }

        if (reader.One(Requests.Parameters.After) is not { } place)
        {
            return false;
        }

        if (place.Split(',') is [var first, var second]
            && long.TryParse(first, NumberStyles.None, null, out var sentence)
            && long.TryParse(second, NumberStyles.None, null, out var id))
        {
            Conditions.Set("afterSentence", sentence).Set("after", id);
            return true;
        }

        reader.Refuse(Requests.Parameters.After, place, $"'{place}' is no place in this list; take it from the link 'next'.");
        return false;
    }

    /// <summary>Whether the conditions name places or documents, so that an index finds all their rows, which lie together.</summary>
    public bool IsPlaced => Conditions.Values.Keys.Any(name =>
        name.StartsWith("region", StringComparison.Ordinal) || name.StartsWith("document", StringComparison.Ordinal));

    /// <summary>The order of the list. A text is sought in sentences, so that what is found comes in their order.</summary>
    public string Order => Text is null ? "observation_id" : "sentence_id, observation_id";

    /// <summary>The place of a row in that order, as <c>after</c> takes it.</summary>
    public string Cursor => Text is null ? "observation_id::text" : "concat_ws(',', sentence_id, observation_id)";

    /// <summary>The rows behind the cursor.</summary>
    public string Behind => Text is null ? "observation_id > @after" : "(sentence_id, observation_id) > (@afterSentence, @after)";

    /// <summary>What is asked for, by the index of the text where text is asked for; a condition more where a page goes on behind another.</summary>
    public string From(string? behind = null) => Text is null
        ? $"{Source} {Conditions.WhereAnd(behind)}"
        : $"{Source} join (select sentence_id, text, bigrams from mart.sentence) as found using (sentence_id) {Conditions.WhereAnd("bigrams @> mart.bigrams(@q) and mart.contains(text, @q)", behind)}";

    /// <summary>The same rows, by reading the sentence of each that the other conditions leave.</summary>
    public string FromReading(string? behind = null) => Text is null ? From(behind) : $"{Source} {Conditions.WhereAnd(ReadingCondition, behind)}";

    /// <summary>What is asked for but for the text.</summary>
    public string FromAnyText => $"{Source} {Conditions.Where}";

    // Not strict on purpose: an observation may have no sentence for all the planner knows, so that it expects the join to lose no rows.
    private const string ReadingCondition = "coalesce(mart.contains(quote, @q), false)";

    private static void AddPeriod(QueryReader reader, Conditions conditions)
    {
        if (reader.Year(Requests.Parameters.Year) is { } year)
        {
            conditions.Add("period_start_year <= @year and period_end_year >= @year", "year", year);
        }

        reader.AddYears(conditions, "period_start_year", "period_end_year");
        reader.AddPeriodPart(conditions);
    }

    private static string? ReadText(QueryReader reader)
    {
        var text = reader.One(Requests.Parameters.Text);
        if (text?.Count(character => !char.IsWhiteSpace(character)) < 2)
        {
            reader.Refuse(Requests.Parameters.Text, text, "The text to search for needs at least two characters that are no white space.");
        }

        return text;
    }
}
