using Dapper;
using Npgsql;

namespace IndicatorPipeline.Storage.Copies;

/// <summary>What is known of copies.</summary>
public sealed class CopyStore(NpgsqlDataSource database)
{
    /// <summary>
    /// Documents of which speeches repeat those of another document, where a run saved one of the two; by path and kind. Which of them counts as the
    /// original does not follow from which came first. Copies within one document are left out.
    /// </summary>
    public async Task<IReadOnlyList<RepeatedDocument>> ListOfRunAsync(long runId, CancellationToken cancellation)
    {
        const string Sql = """
            with saved as (select distinct document_id from indicators.extraction where run_id = @runId),
            found as (
              select copy_id from indicators.copy join saved using (document_id)
              union
              select copy_id from indicators.copy join saved on saved.document_id = original_document_id
            )
            select d.path, o.path as original_path, count(*)::int as copies, c.kind, min(c.similarity) as similarity,
              (select count(*)::int from indicators.speech s where s.document_id = d.document_id and s.valid_to is null) as speeches
            from indicators.copy c
            join indicators.document d on d.document_id = c.document_id
            join indicators.document o on o.document_id = c.original_document_id
            where c.copy_id in (select copy_id from found) and c.valid_to is null and c.original_document_id <> c.document_id
            group by d.document_id, d.path, o.document_id, o.path, c.kind
            order by d.path, o.path, c.kind
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var command = new CommandDefinition(Sql, new { runId }, commandTimeout: 0, cancellationToken: cancellation);
        return (await connection.QueryAsync<RepeatedDocument>(command)).AsList();
    }
}
