namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>Reads one number with its scales: 3.2万亿, 三千五百四十点三, 500多万, 1亿2千万, 六万万.</summary>
/// <remarks>It reckons in whole numbers: all parts are counted in units of the last decimal that any of them has.</remarks>
internal ref struct NumeralScanner
{
    // More digits than this are a phone or an account number, not a quantity.
    private const int MostDigits = 18;

    /// <summary>Nothing so large is counted; and no unit or scale behind what is smaller makes it larger than a decimal holds.</summary>
    public const ulong TooLarge = 10_000_000_000_000_000;

    // No part of a number has more digits, so that the sum of all is one still.
    private const ulong MostOfPart = ulong.MaxValue / 8;

    // Larger than any scale, so that every scale may follow.
    private const int NoScale = 99;

    private readonly ReadOnlySpan<char> text;
    private readonly ReadOnlySpan<byte> signs;
    private readonly int start;

    // The number is hundreds of millions + ten thousands + thousands … + the digits read last.
    private ulong yi;
    private ulong wan;
    private ulong section;
    private ulong digits;

    // How many of the last digits of each of them stand behind the point.
    private int places;
    private bool hasDigits;
    private int lastScale;
    private bool failed;

    // The power of ten that 两三 adds at its upper end, scaled like the digits themselves.
    private int? spread;

    /// <param name="text">The folded text.</param>
    /// <param name="signs">What its characters are to a number: <see cref="NumeralSigns.All"/>.</param>
    /// <param name="start">Offset of the number's first character.</param>
    public NumeralScanner(ReadOnlySpan<char> text, ReadOnlySpan<byte> signs, int start)
    {
        this.text = text;
        this.signs = signs;
        this.start = start;
        Position = start;
        lastScale = NoScale;
    }

    /// <summary>Where the scan stands; behind the number once it is read.</summary>
    public int Position { get; private set; }

    /// <summary>The digits of the value, without the point; of the lower one for 两三.</summary>
    public ulong Digits { get; private set; }

    /// <summary>Those of the upper value for 两三, else of the value.</summary>
    public ulong HighDigits { get; private set; }

    /// <summary>How many digits stand behind the point.</summary>
    public readonly int Places => places;

    /// <summary>The value; the lower one for 两三.</summary>
    public readonly decimal Value => DecimalDigits.Of(Digits, places);

    /// <summary>The upper value for 两三, else the value.</summary>
    public readonly decimal High => DecimalDigits.Of(HighDigits, places);

    /// <summary>What the writing says besides.</summary>
    public NumeralTraits Traits { get; private set; }

    /// <summary>Reads the number; false where there is none.</summary>
    public bool Scan()
    {
        while (Position < text.Length && Step()) continue;
        // Without a scale all other parts are nothing.
        Digits = lastScale == NoScale ? digits : unchecked(yi + wan + section + digits);
        HighDigits = spread is { } power ? unchecked(Digits + Times(1, power + places)) : Digits;
        if (Position == start || failed || (Digits >= TooLarge && Digits / Scales.Power(places) >= TooLarge)) return false;
        if (lastScale is 4 or 8 && !hasDigits) Traits |= NumeralTraits.Scaled;
        return true;
    }

    // Reads the next part of the number; false where it ends.
    private bool Step()
    {
        var c = text[Position];
        var sign = signs[c];
        switch (NumeralSigns.Kind(sign))
        {
            case NumeralSigns.Arabic:
                if (hasDigits || (Position > start && !FollowedBySmallerScale() && !CompletesScale())) return false;
                failed = !ReadArabic();
                return !failed;
            case NumeralSigns.Digit:
                return !hasDigits && ReadChinese();
            case NumeralSigns.Scale:
                return TakeScale(NumeralSigns.Value(sign));
            case NumeralSigns.Other:
                return TakeOther(c);
            default:
                return false;
        }
    }

    private bool TakeOther(char c)
    {
        switch (c)
        {
            case '几' or '数':
                if (Position == start) Traits |= NumeralTraits.Vague | NumeralTraits.Chinese;
                else if (c == '数' || lastScale == 0) return false;
                else Traits |= NumeralTraits.AndMore;
                Position++;
                hasDigits = true;
                Take(Position - 1 == start ? 1UL : 0, 0);
                lastScale = (Traits & NumeralTraits.Vague) != 0 ? NoScale : 0;
                return true;
            case '多' or '余' or '来':
                if (!IsInfix(c)) return false;
                Traits |= NumeralTraits.AndMore;
                Position++;
                return Scales.Of(NumeralReader.At(text, Position)) >= 4;
            case '点' when Position > start && !hasDigits && Digit(Position + 1) >= 0:
                ReadChineseDecimals();
                hasDigits = true;
                return true;
            default:
                return false;
        }
    }

    // Value of the Chinese digit there, or −1.
    private readonly int Digit(int at) =>
        signs[NumeralReader.At(text, at)] is var sign && NumeralSigns.Kind(sign) == NumeralSigns.Digit ? NumeralSigns.Value(sign) : -1;

    private readonly bool FollowedBySmallerScale()
    {
        var i = Position;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.')) i++;
        return lastScale > 0 && Scales.Of(NumeralReader.At(text, i)) is var scale && scale > 0 && scale < lastScale;
    }

    // 5796万3779元: the four digits below 万, with their unit; 5万2024年 are two numbers.
    private readonly bool CompletesScale()
    {
        if (lastScale != 4) return false;
        for (var i = 0; i < 4; i++)
            if (!char.IsAsciiDigit(NumeralReader.At(text, Position + i))) return false;
        return NumeralReader.At(text, Position + 4) is '元' or '人' or '户' or '吨' or '亩' or '斤' or '名' or '件';
    }

    private bool ReadArabic()
    {
        var first = Position;
        ulong whole = 0;
        var count = 0;
        var exponent = 0;
        var grouped = false;
        var i = Position;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (++count <= MostDigits) whole = unchecked((whole * 10) + c - '0');
                if (exponent > 0) exponent++;
                continue;
            }

            if (c == ',' && exponent == 0 && (grouped || (i - first is > 0 and <= 3 && text[first] != '0')) && IsGroup(i))
            {
                grouped = true;
                continue;
            }

            if (c == ' ' && exponent == 0 && IsGroupBehindBlank(first, i, grouped))
            {
                grouped = true;
                continue;
            }

            if (c is '.' or '·' && exponent == 0 && i > first && char.IsAsciiDigit(NumeralReader.At(text, i + 1)))
            {
                exponent = 1;
                continue;
            }

            break;
        }

        Position = i;
        if (count > MostDigits) return false;
        var decimals = Math.Max(0, exponent - 1);
        Take(whole, decimals);
        if (decimals > 0) Traits |= NumeralTraits.Decimals;
        else if (count == 4 && !grouped && first == start && whole is >= 1900 and <= 2099) Traits |= NumeralTraits.Year;
        hasDigits = true;
        return true;
    }

    // 85 000个: thousands set apart by a blank, as in papers of Hong Kong; columns of a table have no unit behind each.
    private readonly bool IsGroupBehindBlank(int first, int blank, bool grouped)
    {
        var goesOn = grouped ? text[blank - 4] == ' ' : blank - first is > 0 and <= 3 && text[first] != '0' && !StandsInRow(first);
        return goesOn && IsGroup(blank) && NumeralReader.At(text, blank + 4) is ' ' or >= '\u4E00' and <= '\u9FFF';
    }

    // A number or a blank before the number: it is one of several.
    private readonly bool StandsInRow(int first) => first > 0 && (text[first - 1] is ' ' or '.' or ',' || char.IsAsciiDigit(text[first - 1]));

    // A comma groups thousands when exactly three digits stand behind it.
    private readonly bool IsGroup(int comma)
    {
        for (var k = 1; k <= 3; k++)
            if (!char.IsAsciiDigit(NumeralReader.At(text, comma + k))) return false;
        return !char.IsAsciiDigit(NumeralReader.At(text, comma + 4));
    }

    private bool ReadChinese()
    {
        var first = Position;
        Traits |= NumeralTraits.Chinese;
        if (first == start && ReadYearWithZeros()) return true;
        while (Position < text.Length && Digit(Position) >= 0) Position++;
        var run = Position - first;
        var a = Digit(first);
        if (run == 1)
        {
            Take((ulong)a, 0);
            // 亿零十九万: the zero only holds the place, the ten is a whole one.
            if (a == 0 && first != start && NumeralReader.At(text, Position) == '十') return true;
        }
        else if (run == 2 && a == 0)
        {
            // 一千零五: the zero only holds the place.
            Take((ulong)Digit(first + 1), 0);
        }
        else if (run == 2 && Digit(first + 1) == a + 1 && a > 0 && (first == start || lastScale < NoScale) && IsApproximatePair())
        {
            // 两三, 七八: either of the two.
            Take((ulong)a, 0);
            spread = 0;
        }
        else
        {
            // Read out digit by digit: 二〇〇八, 一九七八.
            if (run > 9) return false;
            if (first != start)
            {
                Position = first + 1;
                Take((ulong)a, 0);
            }
            else
            {
                var number = 0UL;
                for (var i = first; i < Position; i++) number = (number * 10) + (ulong)Digit(i);
                Take(number, 0);
                if (run == 4 && number is >= 1840 and <= 2099) Traits |= NumeralTraits.Year;
            }
        }

        hasDigits = true;
        if (NumeralReader.At(text, Position) == '点' && Digit(Position + 1) >= 0) ReadChineseDecimals();
        return true;
    }

    // 一九九0年, 二000年, 二o一o年, 一九九0至一九九六年: zeros of another script within a year.
    private bool ReadYearWithZeros()
    {
        if (NumeralReader.At(text, start + 4) is not ('年' or '至' or '到' or '-' or '~')) return false;
        if (text[(start + 1)..(start + 4)].IndexOfAny('0', 'o') < 0) return false;
        var year = 0UL;
        for (var i = start; i < start + 4; i++)
        {
            var digit = text[i] is '0' or 'o' ? 0 : Digit(i);
            if (digit < 0) return false;
            year = (year * 10) + (ulong)digit;
        }

        if (year is < 1840 or > 2099) return false;
        Take(year, 0);
        Traits |= NumeralTraits.Year;
        Position = start + 4;
        hasDigits = true;
        return true;
    }

    // 两三座, 七八亩: whatever is counted stands behind it; 一二· and 三四, are digits read out.
    private readonly bool IsApproximatePair() =>
        NumeralReader.At(text, Position) is >= '\u4E00' and <= '\u9FFF' and not ('点' or '产' or '线' or '届' or '月');

    private void ReadChineseDecimals()
    {
        var i = Position + 1;
        var number = 0UL;
        var decimals = 0;
        for (; i < text.Length && decimals < 9 && Digit(i) is var digit and >= 0; i++, decimals++) number = (number * 10) + (ulong)digit;
        for (; number % 10 == 0 && decimals > 0; decimals--) number /= 10;
        // The decimals belong to the whole number before them: 二千五百四十点三.
        Widen(decimals);
        digits = unchecked(digits + Times(number, places - decimals));
        Traits |= NumeralTraits.Decimals;
        Position = i;
    }

    private readonly bool IsInfix(char c)
    {
        if (Position == start) return false;
        var next = NumeralReader.At(text, Position + 1);
        // 三来 and 5来 are no numbers; 来 needs a round number before it and a unit behind: 十来个, 100来元.
        if (c == '来') return IsRound() && next is '个' or '家' or '户' or '万' or '亿' or '人' or '名' or '亩' or '公' or '元' or '项';
        return next is not ('年' or '样' or '元' or '边' or '种' or '方' or '彩' or '数' or '层' or '点' or '极' or '渠' or '措')
            || (next == '元' && NumeralReader.At(text, Position + 2) != '化')
            || (next == '种' && NumeralReader.At(text, Position + 2) is not '经' and not '形');
    }

    // 十, 二百, 100, 3000; 2010来 would be a year.
    private readonly bool IsRound() =>
        hasDigits ? text[Position - 1] == '0' && Position - start is 2 or 3 && char.IsAsciiDigit(text[start]) : lastScale is 1 or 2;

    private bool TakeScale(int scale)
    {
        if (Position == start) Traits |= NumeralTraits.Chinese;
        if (scale < 4)
        {
            // 十 alone is ten; 百, 千 alone are a scale without a digit. Arabic digits take no 十.
            if (!hasDigits && scale == 1 && (Position == start || lastScale > 1)) Take(1, 0);
            else if (!hasDigits && Position == start) ScaleAlone();
            else if (!hasDigits) return false;
            if ((Traits & NumeralTraits.Chinese) == 0 && scale == 1) return false;
            if (scale >= lastScale && lastScale < 4) return false;
            section = unchecked(section + Times(digits, scale));
        }
        else if (scale == 4)
        {
            if (Position == start) ScaleAlone();
            else if (lastScale == 4 && !hasDigits)
            {
                // 六万万: the old word for 亿.
                wan = Times(wan, 4);
                Position++;
                lastScale = 8;
                return true;
            }
            else if (lastScale == 8 && !hasDigits && section == 0) return false;
            wan = unchecked(wan + Times(section + digits, 4));
            section = 0;
        }
        else
        {
            if (Position == start) ScaleAlone();
            else if (yi > 0) return false;
            yi = Times(wan + section + digits, 8);
            wan = 0;
            section = 0;
        }

        spread += scale;
        digits = 0;
        hasDigits = false;
        lastScale = scale;
        Position++;
        return true;
    }

    // The digits read last are these, of which some stand behind the point.
    private void Take(ulong number, int decimals)
    {
        Widen(decimals);
        digits = Times(number, places - decimals);
    }

    // Makes room for as many digits behind the point.
    private void Widen(int decimals)
    {
        if (decimals <= places) return;
        var more = decimals - places;
        (yi, wan, section, digits, places) = (Times(yi, more), Times(wan, more), Times(section, more), Times(digits, more), decimals);
    }

    // A part of the number times a power of ten; where it does not fit there is no number.
    private ulong Times(ulong part, int power)
    {
        var product = 0UL;
        failed |= power > MostDigits || Math.BigMul(part, Scales.Power(power), out product) > 0 || product > MostOfPart;
        return product;
    }

    private void ScaleAlone()
    {
        Take(1, 0);
        Traits |= NumeralTraits.ScaleOnly | NumeralTraits.Chinese;
    }
}
