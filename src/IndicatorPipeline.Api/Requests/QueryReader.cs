using System.Globalization;
using IndicatorPipeline.Api.Problems;
using Microsoft.Extensions.Primitives;

namespace IndicatorPipeline.Api.Requests;

/// <summary>Reads the parameters of one request and gathers everything that is wrong with them, so that the caller hears all of it at once.</summary>
internal sealed class QueryReader
{
    /// <summary>Most values that one parameter takes.</summary>
    public const int MostValues = 200;

    /// <summary>Longest value in characters.</summary>
    public const int LongestValue = 400;

    private static readonly string[] Truths = ["true", "false", "1", "0"];

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
                errors.Add(new ParameterError(name, null, $"The parameter '{Shown(name)}' is not known here.",
                    [.. known.Select(parameter => parameter.Name)]));
            }
        }
    }

    /// <summary>Notes that <paramref name="parameter"/> is wrong.</summary>
    public void Refuse(Parameter parameter, string? value, string message, IReadOnlyList<string>? allowed = null)
    {
        allowed ??= parameter.Allowed.Count > 0 ? parameter.Allowed : null;
        errors.Add(new ParameterError(parameter.Name, value is null ? null : Shown(value), message, allowed));
    }

    /// <summary>All values that may be, split at commas; empty where the parameter is not given.</summary>
    public IReadOnlyList<string> Many(Parameter parameter)
    {
        if (!Find(parameter, out var given))
        {
            return [];
        }

        var values = given.SelectMany(value => (value ?? "").Split(',')).Select(value => value.Trim()).Distinct().ToList();
        if (values.Count > MostValues)
        {
            throw new ProblemException(Problem.TooMuch(
                $"The parameter '{parameter.Name}' has {values.Count} values; at most {MostValues} are taken in one request. Ask in several requests, or use a parent with its children."));
        }

        return [.. values.Where(value => Check(parameter, value, null) && IsAllowed(parameter, value))];
    }

    /// <summary>The one value, or null where the parameter is not given.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="takes">What it takes, in short, where that is no closed list.</param>
    public string? One(Parameter parameter, IReadOnlyList<string>? takes = null)
    {
        if (!Find(parameter, out var given))
        {
            return null;
        }

        if (given.Count > 1)
        {
            Refuse(parameter, given.ToString(), $"The parameter '{parameter.Name}' is given {given.Count} times; it takes one value.", takes);
            return null;
        }

        var value = given[0] ?? "";
        if (!Check(parameter, value, takes))
        {
            return null;
        }

        return IsAllowed(parameter, value) ? value : null;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, or null.</summary>
    public long? Whole(Parameter parameter, long least, long most)
    {
        string[] takes = [string.Create(CultureInfo.InvariantCulture, $"{least}..{most}")];
        if (One(parameter, takes) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(parameter, text, $"'{Shown(text)}' is not a whole number from {least} to {most}.", takes);
        return null;
    }

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, or null.</summary>
    public decimal? Number(Parameter parameter, decimal least, decimal most)
    {
        string[] takes = [string.Create(CultureInfo.InvariantCulture, $"{least}..{most}")];
        if (One(parameter, takes) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Refuse(parameter, text, string.Create(CultureInfo.InvariantCulture, $"'{Shown(text)}' is not a number from {least} to {most}."), takes);
        return null;
    }

    /// <summary>A switch: <c>true</c> or <c>1</c>, <c>false</c> or <c>0</c>; <paramref name="otherwise"/> where it is not given.</summary>
    public bool Switch(Parameter parameter, bool otherwise = false)
    {
        switch (One(parameter, Truths))
        {
            case null:
                return otherwise;
            case "false" or "0":
                return false;
            case "true" or "1":
                return true;
            case { } text:
                Refuse(parameter, text, $"'{Shown(text)}' is neither true nor false.", Truths);
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

    // The framework takes names whatever their case; this API has one name for a thing.
    private bool Find(Parameter parameter, out StringValues given) =>
        query.TryGetValue(parameter.Name, out given) && query.Keys.Contains(parameter.Name, StringComparer.Ordinal);

    private bool IsAllowed(Parameter parameter, string value)
    {
        if (parameter.Allowed.Count == 0 || parameter.Allowed.Contains(value))
        {
            return true;
        }

        Refuse(parameter, value, $"'{Shown(value)}' is not a value of '{parameter.Name}'.");
        return false;
    }

    private bool Check(Parameter parameter, string value, IReadOnlyList<string>? takes)
    {
        if (value.Length == 0)
        {
            Refuse(parameter, value, $"The parameter '{parameter.Name}' has an empty value; leave the parameter out to take all.", takes);
            return false;
        }

        if (value.Length > LongestValue || value.Contains('\0', StringComparison.Ordinal))
        {
            Refuse(parameter, value, $"A value of '{parameter.Name}' is longer than {LongestValue} characters or holds a NUL character.", takes);
            return false;
        }

        return true;
    }

    private static string Shown(string value) => value.Length <= 80 ? value : value[..80] + "…";
}
