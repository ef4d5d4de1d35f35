using Dapper;
using Npgsql;

namespace IndicatorPipeline.Jobs.Scanning;

/// <summary>
/// Which collection a document belongs to. A file belongs to the folder under which it was stored first, however it is named later: scanning a folder
/// and then one file of it must not make two documents.
/// </summary>
internal sealed class SourceRoots
{
    // The longest name first: the nearest folder that is known.
    private readonly List<SourceRoot> _roots;

    private SourceRoots(IEnumerable<SourceRoot> roots) => _roots = [.. roots.Distinct().OrderByDescending(root => root.Name.Length)];

    /// <summary>All collections that documents of these sources may belong to.</summary>
    public IReadOnlyList<SourceRoot> All => _roots;

    public static async Task<SourceRoots> ReadAsync(NpgsqlDataSource database, IEnumerable<string> sources, CancellationToken cancellationToken)
    {
        // A skip scan: there are few collections and very many documents.
        const string Sql = """
            with recursive known as (
              (select source from indicators.document order by source limit 1)
              union all
              select (select d.source from indicators.document d where d.source > known.source order by d.source limit 1) from known where known.source is not null
            )
            select source from known where source is not null
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var known = (await connection.QueryAsync<string>(new CommandDefinition(Sql, cancellationToken: cancellationToken)))
            .Select(name => new SourceRoot(name, !SourceRoot.IsAddress(name))).ToList();
        var opened = sources.Select(SourceRoot.Of).ToList();
        // A known folder above the one that is opened already holds its files.
        var needed = opened.Where(root => !known.Exists(above => above.Holds(root.Name)));
        return new SourceRoots(known.Where(root => opened.Exists(other => other.Holds(root.Name) || root.Holds(other.Name))).Concat(needed));
    }

    /// <summary>The collection of a path, as a reader reports it.</summary>
    public SourceRoot Of(string path) => _roots.Find(root => root.Holds(path)) ?? SourceRoot.Of(path);
}
