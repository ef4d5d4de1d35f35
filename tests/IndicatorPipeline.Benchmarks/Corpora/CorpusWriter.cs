using System.Globalization;

namespace IndicatorPipeline.Benchmarks.Corpora;

/// <summary>
/// Makes one large file of documents, as lines for <c>extract --input jsonl</c>, from the texts of a folder, repeated up to the size.
/// </summary>
internal static class CorpusWriter
{
    /// <summary>Writes <paramref name="target"/>; whole documents, so that the file is at most one document larger than asked for.</summary>
    public static int Write(string folder, string megabytes, string target)
    {
        var documents = Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => DocumentLines.Bytes(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))).ToList();
        if (documents.Count == 0)
        {
            Console.Error.WriteLine($"there are no .txt files in {folder}; give a folder of speeches");
            return 1;
        }

        var size = long.Parse(megabytes, CultureInfo.InvariantCulture) * 1_000_000;
        // Written aside, so that an interrupted run leaves no short file that looks whole.
        using (var file = File.Create(target + ".new"))
        {
            for (var i = 0; file.Length < size; i = (i + 1) % documents.Count) file.Write(documents[i]);
        }

        File.Move(target + ".new", target, overwrite: true);
        return 0;
    }
}
