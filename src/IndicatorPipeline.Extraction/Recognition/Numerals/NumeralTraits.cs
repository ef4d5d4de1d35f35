namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>What the writing of a number says besides its value.</summary>
[Flags]
internal enum NumeralTraits
{
    None = 0,

    /// <summary>Written in Chinese characters, not in digits.</summary>
    Chinese = 1,

    /// <summary>With 余, 多 or 来 inside: a little more than the number.</summary>
    AndMore = 2,

    /// <summary>几, 数: no number at all (几十亿).</summary>
    Vague = 4,

    /// <summary>Ends in 万 or 亿, so that a bare number can still be a quantity.</summary>
    Scaled = 8,

    /// <summary>Percent by its own writing: 百分之八, 六成.</summary>
    Percent = 16,

    /// <summary>A part of a whole: 三分之二, 一半.</summary>
    Fraction = 32,

    /// <summary>Digits only, as a year can be written: 2008, 二〇〇八.</summary>
    Year = 64,

    /// <summary>A scale alone without a digit: 千亿.</summary>
    ScaleOnly = 128,

    /// <summary>With a decimal point.</summary>
    Decimals = 256,

    /// <summary>A doubling: 翻番, 翻两番.</summary>
    Doubling = 512,

    /// <summary>A ratio to one: 2.38:1.</summary>
    Ratio = 1024,
}
