using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace IndicatorPipeline.Storage.Migrations;

/// <summary>One numbered step of the schema, as embedded from <c>db/migrations</c>.</summary>
/// <param name="Version">Number, from 1 without gaps.</param>
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
            .Select((name, index) => Read(assembly, name, index + 1))
            .ToList();
        return all.Count > 0 ? all : throw new InvalidOperationException("the program holds no migrations: it was built without db/migrations");
    }

    private static Migration Read(Assembly assembly, string resource, int expected)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var name = resource[Prefix.Length..];
        if (!int.TryParse(name.AsSpan(0, name.IndexOf('_', StringComparison.Ordinal)), NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version != expected)
            throw new InvalidOperationException($"db/migrations/{name}: the number should be {expected:D4}; steps are numbered without gaps");
        return new Migration(version, name, reader.ReadToEnd());
    }
}
