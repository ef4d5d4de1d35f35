using IndicatorPipeline.Jobs.Extracting;
using IndicatorPipeline.Jobs.Scanning;

namespace IndicatorPipeline.Cli.Verbs.Ingest;

/// <summary>A line on standard error that grows with the work, where a person watches; and the sums of it.</summary>
internal sealed class IngestProgress : IProgress<ScanStep>, IProgress<ExtractedBatch>
{
    private const int MostFailures = 1000;
    private const int BarWidth = 30;

    private static readonly EnumerationOptions Files = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    private readonly Lock _lock = new();
    private readonly int _expected;
    private readonly bool _watched = !Console.IsErrorRedirected;
    private long _lastDrawn;
    private int _read;

    public IngestProgress(IReadOnlyList<string> sources) => _expected = sources.Sum(Count);

    /// <summary>What failed, with the reason and what to do; the first thousand.</summary>
    public List<FailedDocument> Failures { get; } = [];

    public int Saved { get; private set; }

    public int Speeches { get; private set; }

    public int Observations { get; private set; }

    public int Added { get; private set; }

    public int Refused { get; private set; }

    public void Report(ScanStep value)
    {
        lock (_lock)
        {
            _read++;
            if (value.Outcome == ScanOutcome.Failed)
            {
                Add(new FailedDocument(value.Path, value.Reason ?? "unknown"));
            }

            Draw(force: false);
        }
    }

    public void Report(ExtractedBatch value)
    {
        lock (_lock)
        {
            Saved += value.Documents;
            Speeches += value.Speeches;
            Observations += value.Observations;
            Added += value.Added;
            Refused += value.Refused;
            foreach (var failure in value.Failures)
            {
                Add(failure);
            }

            Draw(force: false);
        }
    }

    public void Finish()
    {
        lock (_lock)
        {
            Draw(force: true);
            if (_watched)
            {
                Console.Error.WriteLine();
            }
        }
    }

    private void Add(FailedDocument failure)
    {
        if (Failures.Count < MostFailures)
        {
            Failures.Add(failure);
        }
    }

    private void Draw(bool force)
    {
        // A terminal is slower than the work: ten times a second is enough.
        if (!_watched || (!force && Environment.TickCount64 - _lastDrawn < 100))
        {
            return;
        }

        _lastDrawn = Environment.TickCount64;
        // Archives and dumps hold more documents than files were counted.
        var expected = Math.Max(_expected, _read);
        var full = expected == 0 ? BarWidth : BarWidth * _read / expected;
        Console.Error.Write($"\r[{new string('#', full)}{new string('.', BarWidth - full)}] {_read} of {expected} read, {Saved} extracted, {Observations} observations ");
    }

    /// <summary>How many files there are, about: links are left out, because those that lead up would be followed for ever.</summary>
    private static int Count(string source) => Directory.Exists(source) ? Directory.EnumerateFiles(source, "*", Files).Count() : 1;
}
