using System.Globalization;

namespace IndicatorPipeline.Benchmarks.Profiles;

/// <summary>Reads what the runtime writes with <c>DOTNET_WritePGOData=1</c>.</summary>
/// <remarks>The format is that of dotnet/runtime, <c>src/coreclr/vm/pgo.cpp</c>; its kinds are those of <c>PgoInstrumentationKind</c>.</remarks>
internal static class RuntimeProfile
{
    // Blocks and ways, as numbers of four and of eight bytes. Of types and methods met at calls nothing is taken: the engine calls hardly any by chance.
    private static readonly int[] Kinds = [0x41, 0x42, 0x181, 0x182];

    /// <summary>The methods of the file <paramref name="path"/> that were counted.</summary>
    public static IEnumerable<ProfiledMethod> Read(string path)
    {
        const string Head = "@@@ ";
        const string NameHead = "MethodName: ";
        const string CountHead = "Schema ";
        var (name, size, counts) = ("", 0, new List<WayCount>());
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(Head, StringComparison.Ordinal))
            {
                if (counts.Count > 0) yield return new ProfiledMethod(name, size, counts);
                (name, size, counts) = ("", Convert.ToInt32(Field(lines[i], "ilSize"), 16), []);
            }
            else if (lines[i].StartsWith(NameHead, StringComparison.Ordinal))
            {
                name = lines[i][NameHead.Length..];
            }
            else if (lines[i].StartsWith(CountHead, StringComparison.Ordinal) && Array.IndexOf(Kinds, (int)Number(lines[i], "InstrumentationKind")) >= 0)
            {
                // What is counted stands on a line, how often on the next.
                counts.Add(new WayCount((int)Number(lines[i], "InstrumentationKind"), (int)Number(lines[i], "ILOffset"),
                    unchecked((int)Number(lines[i], "Other")), long.Parse(lines[i + 1], CultureInfo.InvariantCulture)));
            }
        }

        if (counts.Count > 0) yield return new ProfiledMethod(name, size, counts);
    }

    private static long Number(string line, string field) => long.Parse(Field(line, field), CultureInfo.InvariantCulture);

    // The word behind the name of the field.
    private static string Field(string line, string field)
    {
        var words = line.Split(' ');
        return words[Array.IndexOf(words, field) + 1];
    }
}
