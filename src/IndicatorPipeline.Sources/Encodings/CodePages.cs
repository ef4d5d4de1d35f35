using System.Text;

namespace IndicatorPipeline.Sources.Encodings;

/// <summary>
/// The encodings that Chinese documents come in, each strict: a byte sequence that is not valid throws <see cref="DecoderFallbackException"/>.
/// </summary>
internal static class CodePages
{
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Encoding Utf16LittleEndian { get; } = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    public static Encoding Utf16BigEndian { get; } = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    public static Encoding Utf32LittleEndian { get; } = new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true);

    public static Encoding Utf32BigEndian { get; } = new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true);

    /// <summary>The national standard; GB2312 and GBK are parts of it.</summary>
    public static Encoding Gb18030 => Legacy.Gb18030;

    /// <summary>Code page 950, Taiwan's and Hong Kong's Big5.</summary>
    public static Encoding Big5 => Legacy.Big5;

    /// <summary>
    /// The encoding of a declared name, or null for an unknown name. <c>gb2312</c> and <c>gbk</c> are read as GB18030, which holds them.
    /// </summary>
    public static Encoding? Named(string? charset)
    {
        var name = charset?.Trim().Trim('"', '\'').ToLowerInvariant();
        switch (name)
        {
            case null or "":
                return null;
            case "utf-8" or "utf8" or "unicode-1-1-utf-8":
                return Utf8;
            case "gb2312" or "gbk" or "gb18030" or "x-gbk" or "gb_2312-80" or "hz-gb-2312"
                or "cp936" or "ms936" or "windows-936" or "csgb2312" or "euc-cn":
                return Gb18030;
            case "big5" or "big5-hkscs" or "x-x-big5" or "cn-big5" or "csbig5" or "cp950" or "ms950":
                return Big5;
            case "utf-16" or "utf-16le" or "unicode":
                return Utf16LittleEndian;
            case "utf-16be":
                return Utf16BigEndian;
            case "utf-32le":
                return Utf32LittleEndian;
            case "utf-32be":
                return Utf32BigEndian;
        }

        try
        {
            return Legacy.Named(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Lower-case IANA name of an encoding of this class.</summary>
    public static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        1200 => "utf-16le",
        1201 => "utf-16be",
        12000 => "utf-32le",
        12001 => "utf-32be",
        54936 => "gb18030",
        950 => "big5",
        _ => encoding.WebName,
    };

    /// <summary>The same encoding with U+FFFD for what is not valid.</summary>
    public static Encoding Lenient(Encoding encoding) =>
        Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    /// <summary>The encodings of old, and the names of all: loaded when the first of them is asked for, which most documents never do.</summary>
    private static class Legacy
    {
        static Legacy()
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            Gb18030 = Strict(54936);
            Big5 = Strict(950);
        }

        public static Encoding Gb18030 { get; }

        public static Encoding Big5 { get; }

        public static Encoding Named(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

        private static Encoding Strict(int codePage) =>
            Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
