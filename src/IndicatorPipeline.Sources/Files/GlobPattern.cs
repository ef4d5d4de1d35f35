using System.Text;
using System.Text.RegularExpressions;

namespace IndicatorPipeline.Sources.Files;

/// <summary>A pattern of paths: <c>*</c> and <c>?</c> within one name, <c>**</c> over any folders, <c>[ab]</c> one of these characters.</summary>
internal sealed class GlobPattern
{
    private static readonly char[] Special = ['*', '?', '['];

    private readonly Regex regex;

    private GlobPattern(string root, Regex regex)
    {
        Root = root;
        this.regex = regex;
    }

    /// <summary>The deepest folder without a pattern in its name.</summary>
    public string Root { get; }

    /// <summary>The pattern, or null if it has a range that runs backwards (<c>[z-a]</c>).</summary>
    public static GlobPattern? Parse(string pattern)
    {
        var firstSpecial = pattern.IndexOfAny(Special);
        var slash = pattern.LastIndexOf('/', firstSpecial);
        var root = slash < 0 ? "." : slash == 0 ? "/" : pattern[..slash];
        try
        {
            return new GlobPattern(root, new Regex(ToRegex(pattern[(slash + 1)..]), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static bool IsPattern(string source) => source.IndexOfAny(Special) >= 0;

    /// <summary>Whether a path below <see cref="Root"/> matches.</summary>
    public bool Matches(string relativePath) => regex.IsMatch(relativePath.Replace('\\', '/'));

    private static string ToRegex(string pattern)
    {
        var text = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest.StartsWith("**/"))
            {
                text.Append("(?:.*/)?");
                i += 2;
            }
            else if (rest.StartsWith("**"))
            {
                text.Append(".*");
                i++;
            }
            else if (rest[0] == '[' && rest.IndexOf(']') is var end and > 1)
            {
                text.Append('[').Append(rest[1] == '!' ? "^" : Escaped(rest[1..2])).Append(Escaped(rest[2..end])).Append(']');
                i += end;
            }
            else
            {
                text.Append(rest[0] switch { '*' => "[^/]*", '?' => "[^/]", _ => Regex.Escape(rest[..1].ToString()) });
            }
        }

        return text.Append(@"\z").ToString();
    }

    /// <summary>Members of a character class; only the dash of a range keeps its meaning.</summary>
    private static string Escaped(ReadOnlySpan<char> members)
    {
        var text = new StringBuilder();
        foreach (var c in members)
            text.Append(c is '\\' or '[' or ']' or '^' ? $@"\{c}" : c.ToString());
        return text.ToString();
    }
}
