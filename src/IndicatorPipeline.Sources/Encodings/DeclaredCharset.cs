using System.Text;
using System.Text.RegularExpressions;

namespace IndicatorPipeline.Sources.Encodings;

/// <summary>The charset that a page or XML file declares in its first bytes.</summary>
internal static partial class DeclaredCharset
{
    private const int Prefix = 8192;

    /// <summary>The name in the XML declaration or the first <c>meta</c>, or null.</summary>
    public static string? InMarkup(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prefix)]);
        var xml = XmlDeclaration().Match(head);
        if (xml.Success)
            return xml.Groups[1].Value;
        var meta = MetaCharset().Match(head);
        return meta.Success ? meta.Groups[1].Value : null;
    }

    /// <summary>The charset of a Content-Type header, or null.</summary>
    public static string? InContentType(string? contentType)
    {
        var match = Parameter().Match(contentType ?? "");
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[""']([\w.:-]{1,40})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex(@"<meta\b[^>]{0,500}?charset\s*=\s*[""']?\s*([\w.:-]{1,40})", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MetaCharset();

    [GeneratedRegex(@"charset\s*=\s*[""']?([\w.:-]{1,40})", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
