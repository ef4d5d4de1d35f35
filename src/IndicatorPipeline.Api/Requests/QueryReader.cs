using System.Globalization;
using IndicatorPipeline.Api.Problems;

namespace IndicatorPipeline.Api.Requests;

/// <summary>Reads the parameters of one request and gathers everything that is wrong with them, so that the caller hears all of it at once.</summary>
internal sealed class QueryReader
{
    /// <summary>Most values that one parameter takes.</summary>
    public const int MostValues = 200;

    /// <summary>Longest value in characters.</summary>
    public const int LongestValue = 400;

    private readonly IQueryCollection query;
    private readonly List<ParameterError> errors = [];

    /// <param name="query">The query string.</param>
    /// <param name="known">The parameters of the endpoint; any other is an error.</param>
    public QueryReader(IQueryCollection query, IReadOnlyList<Parameter> known)
    {
        this.query = query;
        foreach (var name in query.Keys)
        {
            if (!known.Any(parameter => parameter.Name == name))
            {
                errors.Add(new ParameterError(name, null, $"The parameter '{Shown(name)}' is not known here.", [.. known.Select(parameter => parameter.Name)]));
            }
        }
    }

    /// <summary>Notes that <paramref name="parameter"/> is wrong.</summary>
    public void Refuse(Parameter parameter, string? value, string message, IReadOnlyList<string>? allowed = null) =>
        errors.Add(new ParameterError(parameter.Name, value is null ? null : Shown(value), message, allowed ?? (parameter.Allowed.Count > 0 ? parameter.Allowed : null)));

    /// <summary>All values, split at commas; empty where the parameter is not given.</summary>
    public IReadOnlyList<string> Many(Parameter parameter)
    {
        if (!query.TryGetValue(parameter.Name, out var given))
        {
            return [];
        }

        var values = given.SelectMany(value => (value ?? "").Split(',')).Select(value => value.Trim()).Distinct().ToList();
        if (values.Count > MostValues)
        {
            throw new ProblemException(Problem.TooMuch(
                $"The parameter '{parameter.Name}' has {values.Count} values; at most {MostValues} are taken in one request. Ask in several requests, or use a parent with its children."));
        }

        foreach (var value in values)
        {
            if (Check(parameter, value) && parameter.Allowed.Count > 0 && !parameter.Allowed.Contains(value))
            {
                Refuse(parameter, value, $"'{Shown(value)}' is not a value of '{parameter.Name}'.");
            }
        }

        return values;
    }

    /// <summary>The one value, or null where the parameter is not given.</summary>
    public string? One(Parameter parameter)
    {
        if (!query.TryGetValue(parameter.Name, out var given))
        {
            return null;
        }

        if (given.Count > 1)
        {
            Refuse(parameter, given.ToString(), $"The parameter '{parameter.Name}' is given {given.Count} times; it takes one value.");
            return null;
        }

        var value = given[0] ?? "";
        if (!Check(parameter, value))
        {
            return null;
        }

        if (parameter.Allowed.Count > 0 && !parameter.Allowed.Contains(value))
        {
            Refuse(parameter, value, $"'{Shown(value)}' is not a value of '{parameter.Name}'.");
            return null;
        }

        return value;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, or null.</summary>
    public long? Whole(Parameter parameter, long least, long most)
    {
        if (One(parameter) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(parameter, text, $"'{Shown(text)}' is not a whole number from {least} to {most}.", [$"{least}..{most}"]);
        return null;
    }

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, or null.</summary>
    public decimal? Number(Parameter parameter, decimal least, decimal most)
    {
        if (One(parameter) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(parameter, text, string.Create(CultureInfo.InvariantCulture, $"'{Shown(text)}' is not a number from {least} to {most}."), [string.Create(CultureInfo.InvariantCulture, $"{least}..{most}")]);
        return null;
    }

    /// <summary>A date written 2026-01-31, or null.</summary>
    public DateOnly? Date(Parameter parameter)
    {
        if (One(parameter) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Refuse(parameter, text, $"'{Shown(text)}' is not a date; write it as 2026-01-31.", ["YYYY-MM-DD"]);
        return null;
    }

    /// <summary>A switch: <c>true</c> or <c>1</c>, <c>false</c> or <c>0</c>; false where it is not given.</summary>
    public bool Switch(Parameter parameter)
    {
        switch (One(parameter))
        {
            case null or "false" or "0":
                return false;
            case "true" or "1":
                return true;
            case { } text:
                Refuse(parameter, text, $"'{Shown(text)}' is neither true nor false.", ["true", "false", "1", "0"]);
                return false;
        }
    }

    /// <summary>Ends the request with 400 and the list of everything that is wrong, if anything is.</summary>
    /// <exception cref="ProblemException">A parameter is wrong.</exception>
    public void ThrowIfWrong()
    {
        if (errors.Count > 0)
        {
            throw new ProblemException(Problem.WrongParameters(errors));
        }
    }

    private bool Check(Parameter parameter, string value)
    {
        if (value.Length == 0)
        {
            Refuse(parameter, value, $"The parameter '{parameter.Name}' has an empty value; leave the parameter out to take all.");
            return false;
        }

        if (value.Length > LongestValue || value.Contains('\0', StringComparison.Ordinal))
        {
            Refuse(parameter, value, $"A value of '{parameter.Name}' is longer than {LongestValue} characters or holds a NUL character.");
            return false;
        }

        return true;
    }

    private static string Shown(string value) => value.Length <= 80 ? value : value[..80] + "…";
}
