using System.Globalization;

namespace IndicatorPipeline.Api.Requests;

/// <summary>
/// The WHERE clause of a query: fixed fragments written in this code, and the values they name as parameters. No value of a request ever becomes SQL.
/// </summary>
internal sealed class Conditions
{
    private const int MostApart = 4;
    private const string Moment = "asOf";

    private readonly List<string> fragments = [];
    private readonly Dictionary<string, object> values = [];
    private readonly Dictionary<string, int> counts = [];

    public IReadOnlyDictionary<string, object> Values => values;

    /// <summary>The clause with its keyword, or empty where there is no condition.</summary>
    public string Where => Clause(fragments);

    public bool Any => fragments.Count > 0;

    public Conditions Add(string fragment)
    {
        fragments.Add(fragment);
        return this;
    }

    public Conditions Add(string fragment, string name, object value)
    {
        fragments.Add(fragment);
        values[name] = value;
        return this;
    }

    /// <summary>
    /// One of several values. A few become parameters of their own: then the planner knows how many there are, and one plan serves all requests of
    /// the kind; of a list that is one parameter it must take ten, and plan every request anew.
    /// </summary>
    public Conditions In(string column, string name, IReadOnlyList<string> listed) => Add(OneOf(column, name, listed));

    /// <summary>One of several values of one column, or one of several of another; at least one list holds something.</summary>
    public Conditions InEither(
        string column, string name, IReadOnlyList<string> listed, string otherColumn, string otherName, IReadOnlyList<string> others) =>
        others.Count == 0 ? In(column, name, listed)
        : listed.Count == 0 ? In(otherColumn, otherName, others)
        : Add($"({OneOf(column, name, listed)} or {OneOf(otherColumn, otherName, others)})");

    private string OneOf(string column, string name, IReadOnlyList<string> listed)
    {
        counts[name] = listed.Count;
        if (listed.Count > MostApart)
        {
            values[name] = listed.ToArray();
            return $"{column} = any(@{name})";
        }

        for (var i = 0; i < listed.Count; i++)
        {
            values[Numbered(name, i)] = listed[i];
        }

        return listed.Count == 1
            ? $"{column} = @{Numbered(name, 0)}"
            : $"{column} in ({string.Join(", ", listed.Select((_, i) => $"@{Numbered(name, i)}"))})";
    }

    /// <summary>How many values <see cref="In"/> was given under a name, or null.</summary>
    public int? CountOf(string name) => counts.TryGetValue(name, out var count) ? count : null;

    public Conditions Set(string name, object value)
    {
        values[name] = value;
        return this;
    }

    /// <summary>Asks for what readers saw at a moment; null: for what they see now.</summary>
    public Conditions At(DateTime? moment) => moment is { } past ? Set(Moment, past) : this;

    /// <summary>Whether a moment before now is asked for.</summary>
    public bool IsPast => values.ContainsKey(Moment);

    /// <summary>A view of the schema <c>mart</c>, or the function that gives it as it was at the moment that is asked for.</summary>
    public string View(string name) => IsPast ? $"{name}_asof(@{Moment})" : name;

    /// <summary>The clause of these conditions and more, those that are null left out.</summary>
    public string WhereAnd(params IEnumerable<string?> more) => Clause([.. fragments, .. more.OfType<string>()]);

    private static string Clause(IReadOnlyList<string> fragments) => fragments.Count == 0 ? "" : "where " + string.Join("\n  and ", fragments);

    private static string Numbered(string name, int i) => string.Create(CultureInfo.InvariantCulture, $"{name}{i}");
}
