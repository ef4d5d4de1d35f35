using Dapper;
using IndicatorPipeline.Sources;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Storage.Failures;
using Npgsql;

namespace IndicatorPipeline.Jobs.Scanning;

/// <summary>What a scan knows while it runs: what is stored already, what it has seen, what it has still to hand out.</summary>
internal sealed class ScanState
{
    private const int SeenAtOnce = 500;
    private const int MostFailures = 1_000_000;

    private readonly DocumentStore _documents;
    private readonly FailureStore _failures;
    private readonly Dictionary<DocumentPlace, KnownVersion> _known = [];
    private readonly HashSet<DocumentPlace> _unread = [];
    private readonly Dictionary<string, List<string>> _seen = new(StringComparer.Ordinal);
    private readonly int[] _counts = new int[Enum.GetValues<ScanOutcome>().Length];
    private readonly DateTimeOffset _began;

    private ScanState(DocumentStore documents, FailureStore failures, SourceRoots roots, long runId, DateTimeOffset began) =>
        (_documents, _failures, Roots, RunId, _began) = (documents, failures, roots, runId, began);

    public SourceRoots Roots { get; }

    public long RunId { get; }

    /// <summary>Documents stored but not handed out yet.</summary>
    public List<long> Batch { get; } = [];

    public static async Task<ScanState> BeginAsync(
        NpgsqlDataSource database,
        DocumentStore documents,
        FailureStore failures,
        IReadOnlyList<string> sources,
        long runId,
        CancellationToken cancellationToken)
    {
        var roots = await SourceRoots.ReadAsync(database, sources, cancellationToken);
        // The database's clock: it also writes when a document was seen.
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var now = new CommandDefinition("select clock_timestamp()", cancellationToken: cancellationToken);
        var began = new DateTimeOffset(await connection.ExecuteScalarAsync<DateTime>(now), TimeSpan.Zero);
        var state = new ScanState(documents, failures, roots, runId, began);
        foreach (var root in roots.All)
        {
            foreach (var (path, known) in await documents.KnownAsync(root.Name, SourceReader.Version, cancellationToken))
            {
                state._known[new DocumentPlace(root.Name, path)] = new KnownVersion(known.ContentHash, known.ETag, known.LastModified);
            }
        }

        foreach (var failure in await failures.ListAsync(MostFailures, cancellationToken))
        {
            if (failure.Stage is "fetch" or "read")
            {
                state._unread.Add(new DocumentPlace(failure.Source, failure.Path));
            }
        }

        return state;
    }

    /// <summary>The stored version of a path, as the reader asks for it.</summary>
    public KnownVersion? Known(string path) => _known.GetValueOrDefault(Roots.Of(path).PlaceOf(path));

    public void Count(ScanOutcome outcome) => _counts[(int)outcome]++;

    /// <summary>Notes that the document is there although it was not stored now.</summary>
    public void See(DocumentPlace place)
    {
        if (!_seen.TryGetValue(place.Source, out var paths))
        {
            _seen[place.Source] = paths = [];
        }

        paths.Add(place.Path);
    }

    public async Task<ScanStep> SeeUnchangedAsync(string path, CancellationToken cancellationToken)
    {
        var place = Roots.Of(path).PlaceOf(path);
        See(place);
        await ClearReadFailureAsync(place, cancellationToken);
        if (_seen[place.Source].Count >= SeenAtOnce)
        {
            await FlushSeenAsync(cancellationToken);
        }

        return new ScanStep(path, ScanOutcome.Unchanged);
    }

    /// <summary>A document that could not be read before and can be now is no failure any more; one that could not be extracted still is.</summary>
    public async Task ClearReadFailureAsync(DocumentPlace place, CancellationToken cancellationToken)
    {
        if (_unread.Remove(place))
        {
            await _failures.ClearAsync(place.Source, [place.Path], cancellationToken);
        }
    }

    public async Task FlushSeenAsync(CancellationToken cancellationToken)
    {
        foreach (var (source, paths) in _seen)
        {
            if (paths.Count > 0)
            {
                await _documents.MarkSeenAsync(source, paths, cancellationToken);
                paths.Clear();
            }
        }
    }

    /// <summary>
    /// Of folders that were scanned as a whole, notes what is there no more. A folder that is missing as a whole is more likely
    /// not mounted than emptied.
    /// </summary>
    public async Task<int> MarkGoneAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var gone = 0;
        foreach (var source in sources.Where(Directory.Exists))
        {
            var folder = new SourceRoot(source, IsFolder: true);
            foreach (var root in Roots.All.Where(root => root.Name == source || (root.IsFolder && folder.Holds(root.Name))))
            {
                gone += await _documents.MarkGoneAsync(root.Name, _began, cancellationToken);
            }
        }

        return gone;
    }

    public ScanSummary Summary(int gone) => new(
        RunId,
        _counts[(int)ScanOutcome.New],
        _counts[(int)ScanOutcome.Changed],
        _counts[(int)ScanOutcome.Unchanged],
        _counts[(int)ScanOutcome.Moved],
        gone,
        _counts[(int)ScanOutcome.Failed]);
}
