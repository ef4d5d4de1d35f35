using System.Globalization;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Api.Requests;

/// <summary>Turns the shared parameters into conditions on the columns that all views name alike.</summary>
internal static class CommonFilters
{
    /// <summary>
    /// Indicators, with their parts where asked. The columns are names in this code, never those of a request; <paramref name="openColumn"/> is that
    /// of the wider catalogue's codes where they have one of their own.
    /// </summary>
    public static void AddIndicators(this QueryReader reader, Conditions conditions, string column = "indicator", string? openColumn = null)
    {
        var codes = new List<string>();
        foreach (var name in reader.Many(Parameters.Indicator))
        {
            if (Names.Indicator(name) is { } code)
            {
                codes.Add(code);
            }
            else
            {
                reader.Refuse(Parameters.Indicator, name, $"There is no indicator '{name}'; all are listed at /api/v1/indicators.",
                    Names.IndicatorsLike(name) is { Count: > 0 } like ? like : null);
            }
        }

        var children = reader.Switch(Parameters.IndicatorChildren);
        if (codes.Count == 0)
        {
            return;
        }

        if (children)
        {
            codes = [.. Catalog.Indicators.Select(indicator => indicator.Code)
                .Where(code => codes.Any(parent => code == parent || code.StartsWith(parent + ".", StringComparison.Ordinal)))];
        }

        if (openColumn is null)
        {
            conditions.In(column, "indicator", codes);
            return;
        }

        var byTier = codes.ToLookup(Names.IsOpen);
        conditions.InEither(column, "indicator", [.. byTier[false]], openColumn, "openIndicator", [.. byTier[true]]);
    }

    /// <summary>Regions, with the divisions below them where asked. The column is a name in this code, never one of a request.</summary>
    public static void AddRegions(this QueryReader reader, Conditions conditions, string column = "region_code")
    {
        var codes = new List<string>();
        foreach (var name in reader.Many(Parameters.Region))
        {
            var found = Names.Regions(name);
            if (found.Count == 0)
            {
                reader.Refuse(Parameters.Region, name, $"There is no region '{name}'; all are listed at /api/v1/regions.");
            }

            codes.AddRange(found);
        }

        var children = reader.Switch(Parameters.RegionChildren);
        if (codes.Count == 0)
        {
            return;
        }

        if (!children)
        {
            conditions.In(column, "region", [.. codes.Distinct()]);
            return;
        }

        var alternatives = new List<string>();
        for (var i = 0; i < codes.Count; i++)
        {
            var (from, to) = Names.Below(codes[i]);
            alternatives.Add(string.Create(CultureInfo.InvariantCulture, $"{column} >= @regionFrom{i} and {column} < @regionTo{i}"));
            conditions
                .Set(string.Create(CultureInfo.InvariantCulture, $"regionFrom{i}"), from)
                .Set(string.Create(CultureInfo.InvariantCulture, $"regionTo{i}"), to);
        }

        conditions.Add("(" + string.Join(" or ", alternatives) + ")");
    }

    /// <summary>One of a closed list, or several. The column is a name in this code, never one of a request.</summary>
    public static void AddChoice(this QueryReader reader, Conditions conditions, Parameter parameter, string column)
    {
        if (reader.Many(parameter) is not { Count: > 0 } values)
        {
            return;
        }

        if (parameter.Allowed.Count == 0)
        {
            conditions.In(column, parameter.Name, values);
            return;
        }

        // The allowed values are words of this code and stand in the statement themselves: then the planner knows how rare each is, and which small
        // index holds it.
        conditions.Add($"{column} in ({string.Join(", ", parameter.Allowed.Where(values.Contains).Select(value => $"'{value}'"))})");
    }

    /// <summary>
    /// The years from <see cref="Parameters.From"/> to <see cref="Parameters.To"/> that a row touches; the columns of its first and last
    /// year are names in this code.
    /// </summary>
    public static void AddYears(this QueryReader reader, Conditions conditions, string first, string last)
    {
        if (reader.Year(Parameters.From) is { } from)
        {
            conditions.Add($"{last} >= @from", "from", from);
        }

        if (reader.Year(Parameters.To) is { } to)
        {
            conditions.Add($"{first} <= @to", "to", to);
        }
    }

    /// <summary>A part of a year, or whole years only.</summary>
    public static void AddPeriodPart(this QueryReader reader, Conditions conditions)
    {
        switch (reader.One(Parameters.PeriodPart, PeriodParts.Allowed))
        {
            case null: break;
            case "none": conditions.Add("period_part is null"); break;
            case { } part when PeriodParts.IsOne(part): conditions.Add("period_part = @periodPart", "periodPart", part); break;
            case { } part: reader.Refuse(Parameters.PeriodPart, part, $"'{part}' is no part of a year.", PeriodParts.Allowed); break;
        }
    }

    /// <summary>A year, from 1900 to 2200.</summary>
    public static int? Year(this QueryReader reader, Parameter parameter) => (int?)reader.Whole(parameter, 1900, 2200);

    /// <summary>Rows of a page.</summary>
    public static int Limit(this QueryReader reader) => (int)(reader.Whole(Parameters.Limit, 1, Parameters.MostRows) ?? Parameters.UsualLimit);

    /// <summary>The moment of <see cref="Parameters.AsOf"/> in UTC, or null for now.</summary>
    public static DateTime? AsOf(this QueryReader reader)
    {
        string[] takes = ["YYYY-MM-DD", "YYYY-MM-DDThh:mm:ssZ"];
        if (reader.One(Parameters.AsOf, takes) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            return day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddTicks(-10);
        }

        // A plus sign of an offset arrives as a space where the client did not encode it.
        if (text.Length > 10 && text[10] == 'T'
            && DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment.UtcDateTime;
        }

        reader.Refuse(Parameters.AsOf, text, $"'{text}' is neither a date (2026-01-31) nor an instant (2026-01-31T08:00:00Z).", takes);
        return null;
    }
}
