using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IndicatorPipeline.Sources.Documents;

/// <summary>Gives each document of one reading an id of its own: the first of a name gets the name, a later one its path.</summary>
/// <remarks>
/// Keeps 16 bytes an id, so that a dump of millions of rows stays in bounded memory. For one reading only, not for several threads.
/// </remarks>
internal sealed class DocumentIds
{
    // The first id is kept as it is, and the others' hashes beside it: most readings are of one document, and the hash takes longer to load than that
    // one to read.
    private string? first;
    private HashSet<(ulong, ulong)>? taken;

    /// <summary>
    /// The first of these that is free: the name, the path below the source's root, the whole path, the whole path with <c>~2</c>, <c>~3</c> …
    /// </summary>
    public string Claim(string name, string relativePath, string path)
    {
        foreach (var candidate in (string[])[name, relativePath, path])
            if (candidate.Length > 0 && Take(candidate))
                return candidate;
        for (var copy = 2; ; copy++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{path}~{copy}");
            if (Take(candidate))
                return candidate;
        }
    }

    private bool Take(string id)
    {
        if (first is null)
        {
            first = id;
            return true;
        }

        return id != first && (taken ??= []).Add(Hash(id));
    }

    private static (ulong High, ulong Low) Hash(string id)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8)), BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }
}
