using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace IndicatorPipeline.Storage.Migrations;

/// <summary>One numbered step of the schema, as embedded from <c>db/migrations</c>.</summary>
/// <param name="Version">Number, at least 1. Steps rise; a number may be left out, because steps are written on several branches.</param>
/// <param name="Name">File name.</param>
/// <param name="Sql">What it runs.</param>
internal sealed record Migration(int Version, string Name, string Sql)
{
    private const string Prefix = "migrations/";

    /// <summary>All steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    /// <summary>SHA-256 of the step, in hexadecimal: a step that has run somewhere is never edited, and this shows if it was.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    private static IReadOnlyList<Migration> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var all = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name))
            .ToList();
        if (all.Count == 0) throw new InvalidOperationException("the program holds no migrations: it was built without db/migrations");
        var twice = all.GroupBy(migration => migration.Version).FirstOrDefault(same => same.Count() > 1);
        if (twice is null) return all;
        var names = string.Join(" and ", twice.Select(migration => migration.Name));
        throw new InvalidOperationException($"db/migrations: {names} have one number: renumber the later one");
    }

    private static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var name = resource[Prefix.Length..];
        var version = 0;
        var isNumbered = name.IndexOf('_', StringComparison.Ordinal) == 4
            && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out version)
            && version != 0;
        if (!isNumbered)
            throw new InvalidOperationException($"db/migrations/{name}: a step is named by four digits, an underscore and what it does");
        return new Migration(version, name, reader.ReadToEnd());
    }
}
