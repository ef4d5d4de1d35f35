using IndicatorPipeline.Soak.Comparison;
using IndicatorPipeline.Soak.Corpora;

namespace IndicatorPipeline.Soak;

/// <summary>Nothing lost, nothing twice, and the same rows as a clean run.</summary>
internal sealed class Verdict(SoakCorpus corpus, Workshop workshop, Ledger ledger)
{
    private readonly Books _books = workshop.Soaked;

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        await CountAsync(cancellationToken);
        await CompareFailuresAsync(cancellationToken);
        foreach (var rows in ComparedRows.All)
        {
            Tell(rows.Name, await RowComparison.OfAsync(rows, workshop.Clean, _books, cancellationToken));
        }

        var closed = await RowComparison.OfAsync(ComparedRows.Closed, workshop.Clean, _books, cancellationToken);
        ledger.Add($"{ComparedRows.Closed.Name}, different", $"{closed.Surplus.Count}");
        Complain(ComparedRows.Closed.Name, "only in the soak", closed.Surplus);
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var wanted = corpus.Documents.Where(document => document.FailsAt is null).Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
        var found = await _books.ListAsync("select path from indicators.document where current_version_id = latest_version_id and path <> 'long.txt'",
            cancellationToken);
        var missing = wanted.Except(found, StringComparer.Ordinal).ToList();
        var doubled = await _books.ListAsync("""
            select d.path from indicators.extraction e join indicators.document d using (document_id)
            group by d.path, e.version_id, e.rules_version having count(*) > 1
            union all
            select path from indicators.document group by path having count(*) > 1
            """, cancellationToken);
        ledger.Add("documents in, exactly once", FormattableString.Invariant($"{wanted.Count - missing.Count:N0}"));
        ledger.Add("documents missing", $"{missing.Count}");
        ledger.Add("documents or extractions twice", $"{doubled.Count}");
        Complain("documents", "missing", missing);
        Complain("documents", "twice", doubled);
        Complain("documents", "in although poisoned", [.. found.Except(wanted, StringComparer.Ordinal)]);
        var overlapping = await _books.AskAsync<long>("""
            select count(*) from indicators.run a join indicators.run b on a.run_id < b.run_id and b.started_at < a.finished_at
            where a.kind = 'scan' and b.kind = 'scan' and a.state = 'succeeded' and b.state = 'succeeded'
            """, cancellationToken);
        ledger.Add("scans at the same time", $"{overlapping}");
        if (overlapping > 0)
        {
            ledger.Problem($"{overlapping} scans ran while another one did");
        }

        Complain("runs", "without an end",
            await _books.ListAsync("select kind || ' of ' || worker from indicators.run where state = 'running'", cancellationToken));
    }

    private async Task CompareFailuresAsync(CancellationToken cancellationToken)
    {
        var wanted = corpus.Documents.Where(document => document.FailsAt is not null).Select(document => $"{document.Path} {document.FailsAt}")
            .ToList();
        var listed = await _books.ListAsync("select path || ' ' || stage from indicators.failure where cleared_at is null", cancellationToken);
        ledger.Add("poisoned documents, listed as failures",
            FormattableString.Invariant($"{wanted.Intersect(listed, StringComparer.Ordinal).Count():N0}"));
        ledger.Add("attempts at them",
            $"{await _books.AskAsync<long>("select coalesce(sum(attempts), 0) from indicators.failure where cleared_at is null", cancellationToken)}");
        ledger.Add("other documents that failed and were retried",
            $"{await _books.AskAsync<long>("select count(*) from indicators.failure where cleared_at is not null", cancellationToken)}");
        Complain("failures", "not listed", [.. wanted.Except(listed, StringComparer.Ordinal)]);
        Complain("failures", "of sound documents", [.. listed.Except(wanted, StringComparer.Ordinal)]);
    }

    private void Tell(string name, RowComparison comparison)
    {
        ledger.Add($"{name}, rows", FormattableString.Invariant($"{comparison.Rows:N0}"));
        ledger.Add($"{name}, different from the clean run", $"{comparison.Missing.Count + comparison.Surplus.Count}");
        Complain(name, "only in the clean run", comparison.Missing);
        Complain(name, "only in the soak", comparison.Surplus);
    }

    private void Complain(string name, string what, IReadOnlyList<string> rows)
    {
        if (rows.Count > 0)
        {
            ledger.Problem($"{rows.Count} {name} {what}, as {string.Join(" | ", rows.Take(3))}");
        }
    }
}
