using IndicatorPipeline.Storage.Documents;

namespace IndicatorPipeline.Jobs.Scanning;

/// <summary>A collection that documents belong to: a folder by its full path, or a site by its address.</summary>
/// <param name="Name">The collection's name in the database.</param>
/// <param name="IsFolder">Whether it is a folder of this machine.</param>
internal sealed record SourceRoot(string Name, bool IsFolder)
{
    /// <summary>The collection that a source of a scan opens: a file opens its folder, a pattern the folder before its first wildcard.</summary>
    public static SourceRoot Of(string source)
    {
        if (IsAddress(source))
        {
            return new SourceRoot(new Uri(source).GetLeftPart(UriPartial.Authority), IsFolder: false);
        }

        var folder = source;
        while (folder.AsSpan().IndexOfAny('*', '?') >= 0 || (File.Exists(folder) && !Directory.Exists(folder)))
        {
            folder = Path.GetDirectoryName(folder) ?? "/";
        }

        return new SourceRoot(folder, IsFolder: true);
    }

    /// <summary>The source with its full path, so that it is the same from wherever it is named; addresses as they are.</summary>
    public static string Full(string source)
    {
        if (IsAddress(source))
        {
            return source;
        }

        var full = Path.GetFullPath(source);
        return full.Length > 1 ? full.TrimEnd('/') : full;
    }

    public static bool IsAddress(string source) =>
        source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path, as a reader reports it, is below this collection.</summary>
    public bool Holds(string path) =>
        path.StartsWith(Name, StringComparison.Ordinal) && (path.Length == Name.Length || Name.EndsWith('/') || path[Name.Length] == '/');

    /// <summary>The place of a path that is below this collection.</summary>
    public DocumentPlace PlaceOf(string path) => new(Name, path[Name.Length..].TrimStart('/') is { Length: > 0 } rest ? rest : ".");

    /// <summary>
    /// Whether the place is empty by now: then what was there may have moved. A site's page that does not answer is not called moved.
    /// </summary>
    public static bool IsGone(DocumentPlace place) => !IsAddress(place.Source) && !File.Exists(Path.Combine(place.Source, FileOf(place.Path)));

    /// <summary>The file that holds a member of an archive or a row of a dump; other paths as they are.</summary>
    public static string FileOf(string path)
    {
        if (path.IndexOf("!/", StringComparison.Ordinal) is var member and > 0)
        {
            return path[..member];
        }

        return path.LastIndexOf('#') is var row and > 0 && path.AsSpan(row + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? path[..row] : path;
    }
}
