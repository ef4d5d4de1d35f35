namespace IndicatorPipeline.Soak;

/// <summary>What happened, for the table at the end.</summary>
internal sealed class Ledger
{
    private readonly List<(string Name, string Value)> _lines = [];
    private readonly List<string> _problems = [];

    /// <summary>What must not have happened; none if the soak was passed.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public int Kills { get; set; }

    public int Restarts { get; set; }

    public void Add(string name, string value) => _lines.Add((name, value));

    public void Problem(string text)
    {
        _problems.Add(text);
        Say($"WRONG: {text}");
    }

    /// <summary>One line as it happens.</summary>
    public static void Say(string text) => Console.WriteLine(FormattableString.Invariant($"{DateTime.UtcNow:HH:mm:ss}  {text}"));

    public void Print()
    {
        Console.WriteLine();
        foreach (var (name, value) in _lines)
        {
            Console.WriteLine($"{name,-44} {value,14}");
        }

        Console.WriteLine();
        foreach (var problem in _problems)
        {
            Console.WriteLine($"WRONG: {problem}");
        }

        Console.WriteLine(_problems.Count == 0 ? "soak: passed" : $"soak: failed, {_problems.Count} problems");
    }
}
