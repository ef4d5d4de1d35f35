namespace IndicatorPipeline.Api.Requests;

/// <summary>The WHERE clause of a query: fixed fragments written in this code, and the values they name as parameters. No value of a request ever becomes SQL.</summary>
internal sealed class Conditions
{
    private readonly List<string> fragments = [];
    private readonly Dictionary<string, object> values = [];

    public IReadOnlyDictionary<string, object> Values => values;

    /// <summary>The clause with its keyword, or empty where there is no condition.</summary>
    public string Where => fragments.Count == 0 ? "" : "where " + string.Join("\n  and ", fragments);

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

    public Conditions Set(string name, object value)
    {
        values[name] = value;
        return this;
    }

    /// <summary>These conditions and one more, for the page behind a cursor; the count stays without it.</summary>
    public string WhereAnd(string? fragment) => fragment is null ? Where : (Any ? Where + "\n  and " : "where ") + fragment;
}
