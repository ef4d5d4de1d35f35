using System.IO.Compression;
using System.Runtime.CompilerServices;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Archives;

/// <summary>
/// Reads the documents of a zip, in order of their names. Nothing is written to disk, so a name like <c>../../x</c> is only a name.
/// </summary>
internal static class ZipReader
{
    /// <param name="stream">The whole archive, seekable.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="documents">Reads the members.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        Stream stream, Origin origin, DocumentReader documents, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var options = documents.Options;
        if (origin.Depth >= options.MaxNesting)
        {
            yield return Problems.NestsTooDeep(options.MaxNesting).At(origin.Path);
            yield break;
        }

        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, ZipNames.Instance);
        if (zip.Entries.Count > options.MaxMembers)
        {
            yield return Problems.TooManyMembers(zip.Entries.Count, options.MaxMembers).At(origin.Path);
            yield break;
        }

        var length = stream.Length;
        var budget = origin.Budget ?? new UnpackBudget(options.MaxUnpackedBytes, options.MaxUnpackedRatio, () => length);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var members = 0;
        foreach (var entry in zip.Entries.Where(IsDocument).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            members++;
            var member = origin.Member(Unique(Clean(entry.FullName), names), budget);
            if (entry.IsEncrypted)
            {
                yield return Problems.HasPassword("archive member").At(member.Path);
                continue;
            }

            await foreach (var result in ReadMemberAsync(entry, member, documents, cancellation))
                yield return result;
            if (budget.IsSpent)
                yield break;
        }

        if (members == 0)
            yield return Problems.NoText("archive").At(origin.Path);
    }

    private static async IAsyncEnumerable<ReadResult> ReadMemberAsync(
        ZipArchiveEntry entry, Origin member, DocumentReader documents, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Stream? unpacked = null;
        ReadFailure? failure = null;
        try
        {
            unpacked = entry.Open();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            failure = Problems.IsCorrupt("archive member", broken.Message).At(member.Path);
        }

        if (failure is not null)
        {
            yield return failure;
            yield break;
        }

        await using var budgeted = new BudgetedStream(new CheckedStream(unpacked!, entry.Length, entry.Crc32), member.Budget!);
        await foreach (var result in documents.ReadAsync(budgeted, member, cancellation))
            yield return result;
    }

    /// <summary>Folders, hidden files and the shadow files that macOS and Office leave are no documents.</summary>
    private static bool IsDocument(ZipArchiveEntry entry)
    {
        var name = Clean(entry.FullName);
        return !name.EndsWith('/') && !name.StartsWith("__MACOSX/", StringComparison.Ordinal)
            && Files.FileFinder.IsDocumentName(name[(name.LastIndexOf('/') + 1)..]);
    }

    private static string Clean(string name) =>
        string.Create(name.Length, name, static (cleaned, raw) =>
        {
            for (var i = 0; i < raw.Length; i++)
                cleaned[i] = raw[i] == '\\' ? '/' : char.IsControl(raw[i]) ? '_' : raw[i];
        });

    private static string Unique(string name, HashSet<string> names)
    {
        var unique = name;
        for (var copy = 2; !names.Add(unique); copy++)
            unique = $"{name}~{copy}";
        return unique;
    }
}
