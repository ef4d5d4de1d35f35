using IndicatorPipeline.Api.Requests;

namespace IndicatorPipeline.Api.Observations;

/// <summary>Which observations are asked for.</summary>
/// <param name="Conditions">Conditions on the columns of <c>mart.observation_history</c>.</param>
/// <param name="AsOf">A moment in the past, or null for now.</param>
/// <param name="Copies">Whether copies are taken too.</param>
internal sealed record ObservationFilter(Conditions Conditions, DateTime? AsOf, bool Copies)
{
    public static readonly IReadOnlyList<Parameter> Parameters =
    [
        Requests.Parameters.Indicator, Requests.Parameters.IndicatorChildren, Requests.Parameters.Region, Requests.Parameters.RegionChildren, Requests.Parameters.Document,
        Requests.Parameters.Year, Requests.Parameters.From, Requests.Parameters.To, Requests.Parameters.PeriodPart, Requests.Parameters.Status, Requests.Parameters.Measure,
        Requests.Parameters.Scope, Requests.Parameters.Tier, Requests.Parameters.Text, Requests.Parameters.MinConfidence, Requests.Parameters.Copies, Requests.Parameters.AsOf,
    ];

    public static ObservationFilter Read(QueryReader reader)
    {
        var conditions = new Conditions();
        reader.AddIndicators(conditions);
        reader.AddRegions(conditions);
        reader.AddChoice(conditions, Requests.Parameters.Document, "document = any(@document)");
        reader.AddChoice(conditions, Requests.Parameters.Status, "status = any(@status)");
        reader.AddChoice(conditions, Requests.Parameters.Measure, "measure = any(@measure)");
        reader.AddChoice(conditions, Requests.Parameters.Scope, "scope = any(@scope)");
        AddPeriod(reader, conditions);
        AddText(reader, conditions);
        switch (reader.One(Requests.Parameters.Tier))
        {
            case "core": conditions.Add("indicator is not null"); break;
            case "open": conditions.Add("indicator is null"); break;
        }

        if (reader.Number(Requests.Parameters.MinConfidence, 0, 1) is { } least)
        {
            conditions.Add("confidence >= @minConfidence", "minConfidence", least);
        }

        var asOf = reader.AsOf();
        var copies = reader.One(Requests.Parameters.Copies) is null ? conditions.Values.ContainsKey("document") : reader.Switch(Requests.Parameters.Copies);
        if (asOf is { } moment)
        {
            conditions.Set("asOf", moment);
        }

        return new ObservationFilter(conditions, asOf, copies);
    }

    /// <summary>The view or function of the schema <c>mart</c> to read from.</summary>
    public string Source => (AsOf, Copies) switch
    {
        (null, false) => "mart.observation",
        (null, true) => "mart.statement",
        (_, false) => "mart.observation_asof(@asOf)",
        (_, true) => "mart.statement_asof(@asOf)",
    };

    private static void AddPeriod(QueryReader reader, Conditions conditions)
    {
        if (reader.Year(Requests.Parameters.Year) is { } year)
        {
            conditions.Add("period_start_year <= @year and period_end_year >= @year", "year", year);
        }

        if (reader.Year(Requests.Parameters.From) is { } from)
        {
            conditions.Add("period_end_year >= @from", "from", from);
        }

        if (reader.Year(Requests.Parameters.To) is { } to)
        {
            conditions.Add("period_start_year <= @to", "to", to);
        }

        reader.AddPeriodPart(conditions);
    }

    private static void AddText(QueryReader reader, Conditions conditions)
    {
        if (reader.One(Requests.Parameters.Text) is not { } text)
        {
            return;
        }

        if (text.Count(character => !char.IsWhiteSpace(character)) < 2)
        {
            reader.Refuse(Requests.Parameters.Text, text, "The text to search for needs at least two characters that are no white space.");
            return;
        }

        conditions.Add("quote_bigrams @> mart.bigrams(@q) and mart.contains(quote, @q)", "q", text);
    }
}
