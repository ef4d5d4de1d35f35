using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Files;

/// <summary>Finds the files of a source: one file, a folder with all below it, or a pattern; in ordinal order of names, folder by folder.</summary>
internal static class FileFinder
{
    /// <summary>The files, or what went wrong, in the place where it did.</summary>
    public static IEnumerable<FoundFile> Find(string source)
    {
        if (source.Length == 0 || source.Contains('\0', StringComparison.Ordinal))
            return [new FoundFile(source, source, Problems.NoSuchFile())];
        if (File.Exists(source))
            return [new FoundFile(source, Path.GetFileName(source), null)];
        if (Directory.Exists(source))
            return OrProblem(Below(source, source, null, [Target(source)]), source, Problems.EmptyFolder());
        return GlobPattern.IsPattern(source)
            ? OrProblem(Matching(source), source, Problems.NothingMatches())
            : [new FoundFile(source, source, Problems.NoSuchFile())];
    }

    /// <summary>Whether a file of this name may be a document: not hidden, not the lock or shadow file of a program.</summary>
    public static bool IsDocumentName(string name) =>
        name.Length > 0 && name[0] != '.' && !name.StartsWith("~$", StringComparison.Ordinal)
        && !name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) && !name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<FoundFile> Matching(string source) =>
        GlobPattern.Parse(source) is { } pattern && Directory.Exists(pattern.Root)
            ? Below(pattern.Root, pattern.Root, pattern, [Target(pattern.Root)])
            : [];

    /// <param name="root">What was named; paths are told from it on.</param>
    /// <param name="folder">Where to look.</param>
    /// <param name="pattern">What a file's path must match, or null.</param>
    /// <param name="trees">The folders that are read with all below them: the root, and what links led to.</param>
    private static IEnumerable<FoundFile> Below(string root, string folder, GlobPattern? pattern, List<string> trees)
    {
        string[] entries;
        FoundFile? failure = null;
        try
        {
            entries = Directory.GetFileSystemEntries(folder);
        }
        catch (UnauthorizedAccessException)
        {
            entries = [];
            failure = new FoundFile(folder, folder, Problems.MayNotRead("folder"));
        }
        catch (IOException failed)
        {
            entries = [];
            failure = new FoundFile(folder, folder, Problems.DiskFailed(failed.Message));
        }

        if (failure is not null)
            yield return failure;
        Array.Sort(entries, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!IsDocumentName(Path.GetFileName(entry)))
                continue;
            var path = Trimmed(entry);
            if (Directory.Exists(entry))
            {
                if (IsLedBack(entry, trees))
                    continue;
                foreach (var below in Below(root, entry, pattern, trees))
                    yield return below;
            }
            else if (pattern is null || pattern.Matches(Path.GetRelativePath(pattern.Root, entry)))
            {
                yield return new FoundFile(path, Path.GetRelativePath(root, entry), null);
            }
        }
    }

    /// <summary>
    /// Whether a folder is a link to what is read anyway, where it lies, or that holds it: else a link that leads up would be followed for ever.
    /// </summary>
    private static bool IsLedBack(string folder, List<string> trees)
    {
        if (new DirectoryInfo(folder).LinkTarget is null)
            return false;
        var target = Target(folder);
        if (trees.Exists(tree => Holds(tree, target) || Holds(target, tree)))
            return true;
        trees.Add(target);
        return false;
    }

    private static string Target(string folder) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder));

    private static bool Holds(string folder, string path) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || folder == "/";

    private static IEnumerable<FoundFile> OrProblem(IEnumerable<FoundFile> files, string source, Problem problem)
    {
        var found = false;
        foreach (var file in files)
        {
            found = true;
            yield return file;
        }

        if (!found)
            yield return new FoundFile(source, source, problem);
    }

    /// <summary>Without the <c>./</c> that a pattern's root brings in.</summary>
    private static string Trimmed(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
}
