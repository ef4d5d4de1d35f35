using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Recognition.Tokens;

/// <summary>Cuts a sentence into words of the lexicon, quantities, times, marks and unknown text: from left to right, the longest first.</summary>
internal static class Tokenizer
{
    /// <summary>Fills <paramref name="sentence"/> from the folded text; its numbers have been read.</summary>
    public static void Read(ReadOnlySpan<char> text, Lexicon lexicon, Sentence sentence)
    {
        var numerals = sentence.Numerals;
        var next = 0;
        var at = sentence.Start;
        var unknown = at;
        text = text[..sentence.End];
        var beginnings = sentence.Beginnings;
        // Each token has a character at least, and one more is written than counts.
        sentence.Tokens.Reserve(text.Length - at + 1);
        sentence.CueTokens.Reserve(text.Length - at + 1);
        lexicon.LookUp(text[at..], beginnings, sentence.Shapes, sentence.WordPlaces);
        while (true)
        {
            while (next < numerals.Count && numerals[next].Start < at) next++;
            var ahead = next < numerals.Count ? numerals[next].Start : text.Length;
            // 同一九五二年: a year goes before a word that reaches into it (同一).
            var limit = ahead < text.Length && IsYear(numerals[next]) ? ahead : text.Length;
            ReadWords(text, lexicon, sentence, ahead, limit, ref at, ref unknown);
            if (at >= text.Length) break;
            if (at > ahead) continue;
            var beginning = beginnings[at - sentence.Start];
            var end = at + lexicon.Shapes[beginning.Number].Length;
            if (at < ahead || (lexicon.IsWord(beginning) && end > numerals[next].End && !IsPassed(sentence, numerals[next], at, unknown)))
            {
                AddUnknown(sentence, unknown, at);
                at = AddWord(text, lexicon, sentence, at, end, lexicon.Word(beginning));
            }
            else
            {
                // 前 in 产量前三年 belongs to the time.
                AddUnknown(sentence, unknown, at > unknown && text[at - 1] == '前' && NumeralReader.At(text, numerals[next].End) == '年' ? at - 1 : at);
                at = AddNumber(text, lexicon, sentence, ref next);
            }

            unknown = at;
        }

        AddUnknown(sentence, unknown, at);
        UnitLists.Share(sentence);
    }

    // Words, marks and unknown text up to the next number or a time before it; the last word may reach into the number, but not beyond the limit.
    private static void ReadWords(ReadOnlySpan<char> text, Lexicon lexicon, Sentence sentence, int ahead, int limit, ref int position,
        ref int unknownFrom)
    {
        if (position >= ahead) return;
        var first = sentence.Tokens.Count;
        ref var tokens = ref sentence.Tokens.First;
        ref var cue = ref Unsafe.Add(ref sentence.CueTokens.First, sentence.CueTokens.Count);
        ref var cues = ref cue;
        var start = sentence.Start;
        // Never moved to before their arrays: another thread's collection would take them for something else's.
        ref var beginnings = ref MemoryMarshal.GetReference(sentence.Beginnings);
        ref var shapes = ref MemoryMarshal.GetReference(sentence.Shapes);
        ref var places = ref MemoryMarshal.GetReference(sentence.WordPlaces);
        ref var characters = ref MemoryMarshal.GetReference(text);
        ref var roleSets = ref MemoryMarshal.GetReference(lexicon.RoleSets);
        var (said, marks) = (Role.None, 0UL);
        var (unknown, count, next) = (unknownFrom, first, ahead);
        unchecked
        {
            // Where the block of places begins whose words are open.
            var place = (uint)(position - start);
            var block = start + (int)(place & ~(Lexicon.Block - 1u));
            var open = Unsafe.Add(ref places, place / Lexicon.Block) & (ulong.MaxValue << (int)place);
            while (true)
            {
                while (open == 0 && block + Lexicon.Block < ahead)
                {
                    block += Lexicon.Block;
                    open = Unsafe.Add(ref places, (uint)(block - start) / Lexicon.Block);
                }

                var at = block + BitOperations.TrailingZeroCount(open);
                if (at >= ahead) break;
                var shape = Unsafe.Add(ref shapes, at - start);
                var roles = Unsafe.Add(ref roleSets, shape.RoleSet);
                var end = at + shape.Length;
                if (end > ahead && end > limit)
                {
                    open &= open - 1;
                    continue;
                }

                if ((roles & Role.Time) != 0)
                {
                    next = at;
                    break;
                }

                // Whether other text goes before cannot be foreseen, and a jump would be taken wrongly as often: it is written always and counted where
                // there is some.
                Unsafe.Add(ref tokens, count) = new Token(unknown, at, TokenKind.Text, 0, -1, Role.None);
                count += at > unknown ? 1 : 0;
                // Nor can whether it is a mark: of both codes the right one is taken by its bits.
                var isMark = (int)((ulong)(roles & Role.Mark) / (ulong)Role.Mark);
                var number = Unsafe.Add(ref beginnings, at - start).Number;
                var code = (ushort)(number ^ ((number ^ Unsafe.Add(ref characters, at)) & -isMark));
                Unsafe.Add(ref tokens, count) =
                    new Token(at, end, (TokenKind)((int)TokenKind.Word + (isMark * (TokenKind.Mark - TokenKind.Word))), code, -1, roles);
                cue = count;
                cue = ref Unsafe.Add(ref cue, (roles & Sentence.Cues) != 0 ? 1 : 0);
                count++;
                marks |= (ulong)isMark << code;
                said |= roles;
                unknown = end;
                place = (uint)(end - start);
                block = start + (int)(place & ~(Lexicon.Block - 1u));
                open = Unsafe.Add(ref places, place / Lexicon.Block) & (ulong.MaxValue << (int)place);
            }

            sentence.Take(count - first, (int)((nuint)Unsafe.ByteOffset(ref cues, ref cue) / sizeof(int)), said, marks);
        }

        unknownFrom = unknown;
        position = Math.Max(next, unknown);
    }

    // 突破万元大关: behind the verb of passing an amount, not the 万元 of 万元GDP能耗.
    private static bool IsPassed(Sentence sentence, in Numeral numeral, int at, int unknown) =>
        numeral.Is(NumeralTraits.ScaleOnly) && unknown == at && sentence.Tokens.Count > 0 && sentence.Tokens[^1].Is(Role.BoundBefore | Role.ChangeTo);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsYear(in Numeral numeral) => numeral.Is(NumeralTraits.Year) && numeral.Low >= 1800;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddUnknown(Sentence sentence, int start, int end)
    {
        if (end > start) sentence.Tokens.Add(new Token(start, end, TokenKind.Text, 0, -1, Role.None));
    }

    private static int AddWord(ReadOnlySpan<char> text, Lexicon lexicon, Sentence sentence, int at, int end, LexiconWord word)
    {
        if ((word.Roles & Role.Time) != 0)
            return CutBeforeThan(text, lexicon, sentence, at, end) ? at - 1 : AddTime(text, sentence, at, end, word, lexicon.Time(word.Number)!);
        sentence.Add(new Token(at, end, TokenKind.Word, word.Number, -1, word.Roles));
        return end;
    }

    private static int AddTime(ReadOnlySpan<char> text, Sentence sentence, int at, int end, LexiconWord word, TimeTerm time)
    {
        var (from, to, part) = (time.From, time.To, time.Part);
        TimeUse? use = null;
        if (time.Kind == TimeKind.Absolute)
        {
            end = SkipPlanWords(text, end, out var first, out var last, out var since, out var named);
            if (last) from = to;
            else if (first) to = from;
            if (since) part = "since";
            // “十四五”规划重大工程 is a name; “十四五”规划期 is a time.
            if (named) use = TimeUse.Name;
        }

        sentence.TimeTokens.Add(sentence.Tokens.Count);
        sentence.Add(new Token(at, end, TokenKind.Time, word.Number, sentence.Times.Count, word.Roles));
        sentence.Times.Add(new TimeMention(at, end, time.Kind, from, to, part, use
            ?? TimeContext.UseOf(text, at, end, sentence.Start), TimeContext.IsDeadline(text, at, sentence.Start)));
        return end;
    }

    // “十四五”末, “十三五”时期, “十四五”规划期末, “十四五”以来.
    private static int SkipPlanWords(ReadOnlySpan<char> text, int end, out bool first, out bool last, out bool since, out bool named)
    {
        first = last = since = named = false;
        for (var moved = true; moved;)
        {
            moved = false;
            if (NumeralReader.At(text, end) is '”' or '"') (end, moved) = (end + 1, true);
            else if (NumeralReader.At(text, end) == '(' && YearsIn(text[(end + 1)..]) is var gloss and > 0) (end, moved) = (end + gloss + 2, true);
            foreach (var word in (ReadOnlySpan<string>)["规划", "计划", "时期", "期间", "期末", "末期", "末", "以来", "完成之后", "完成以后", "完成的时候", "完成时", "结束时", "的最后一年",
                "最后一年", "的第一年", "第一年", "的头一年", "头一年"])
            {
                if (!text[end..].StartsWith(word, StringComparison.Ordinal)) continue;
                if (word.EndsWith("第一年", StringComparison.Ordinal) || word.EndsWith("头一年", StringComparison.Ordinal)) first = true;
                else last |= word.Contains('末') || word[^1] is '后' or '候' or '时' && word.Length > 2 || word.EndsWith("一年", StringComparison.Ordinal);
                since |= word == "以来";
                // “十四五”规划中期调整 happens within it.
                named = word is "规划" or "计划" && text[(end + 2)..].StartsWith("中期", StringComparison.Ordinal);
                named |= word == "规划" && end + 2 < text.Length
                    && text[end + 2] is >= '\u4E00' and not ('期' or '时' or '末' or '中' or '确' or '规' or '目');
                end += word.Length;
                moved = true;
                break;
            }
        }

        return end;
    }

    // “七五”(一九八六至一九九0年)末: the years of the plan, said again; how many characters they have.
    private static int YearsIn(ReadOnlySpan<char> text)
    {
        const int Longest = 16;
        const string Characters = "0123456789〇零o一二三四五六七八九至到-~年";
        text = text[..Math.Min(text.Length, Longest)];
        var close = text.IndexOf(')');
        return close >= 9 && text[..close].IndexOfAnyExcept(Characters) < 0 ? close : 0;
    }

    // A dash behind a verb of reaching or growing or the name of a rate is a minus sign; elsewhere it may join, divide or begin an item.
    private static bool IsNegative(ReadOnlySpan<char> text, Sentence sentence, in QuantityMention quantity)
    {
        const string Before = "为达至到在率速幅度长降比差";
        var dash = quantity.Start - 1;
        if (dash <= sentence.Start || text[dash] != '-' || quantity.IsRange || quantity.Low <= 0
            || quantity.Dimension is not (Tables.Dimension.Ratio or Tables.Dimension.Points or Tables.Dimension.Money))
        {
            return false;
        }
        if (!sentence.Tokens[sentence.Tokens.Count - 1].IsMark('-')) return false;
        if (Before.Contains(text[dash - 1])) return true;
        // 12.6%、-8.3%.
        return text[dash - 1] is '、' or '和' && sentence.Tokens.Count > 2 && sentence.Tokens[sentence.Tokens.Count - 3].Kind == TokenKind.Quantity;
    }

    private static int AddNumber(ReadOnlySpan<char> text, Lexicon lexicon, Sentence sentence, ref int next)
    {
        ref readonly var first = ref sentence.Numerals[next];
        if (TimeReader.MayRead(text, first) && ReadTime(text, lexicon, sentence, ref next) is var time and > 0) return time;
        ref var quantity = ref sentence.Quantities.Next;
        if (QuantityReader.TryRead(text, sentence, next, lexicon, ref quantity, out var used))
        {
            next += used;
            if (IsNegative(text, sentence, quantity))
            {
                // The sign is a part of the number: 自然增长率为-2.34‰.
                quantity = quantity with { Start = quantity.Start - 1, Low = -quantity.Low, High = -quantity.High };
                sentence.Tokens.Keep(sentence.Tokens.Count - 1);
            }

            sentence.NumberTokens.Add(sentence.Tokens.Count);
            sentence.Add(new Token(quantity.Start, quantity.End, TokenKind.Quantity, 0, sentence.Quantities.Count, Role.Quantity));
            sentence.Quantities.AddNext();
            return quantity.End;
        }

        sentence.NumberTokens.Add(sentence.Tokens.Count);
        sentence.Tokens.Add(new Token(first.Start, first.End, TokenKind.Number, 0, next, Role.None));
        next++;
        return first.End;
    }

    // 城乡居民收入|比2010年翻一番, 城乡居民收入|比上年增长8%: no ratio of incomes doubles, and none grows. Where the word before a time is one, it is cut
    // before its last character, from which the reading goes on.
    private static bool CutBeforeThan(ReadOnlySpan<char> text, Lexicon lexicon, Sentence sentence, int time, int behind)
    {
        var (last, than) = (sentence.Tokens.Count - 1, time - 1);
        if (than <= sentence.Start || text[than] != '比' || last < 0) return false;
        ref readonly var word = ref sentence.Tokens[last];
        if (word.Kind != TokenKind.Word || word.Length == 1 || word.End != time) return false;
        if (text[behind..] is not (['翻', ..] or ['增', '长' or '加', ..] or ['实' or '名', '际' or '义', '增', '长', ..])) return false;
        var start = word.Start;
        var name = lexicon.Longest(text[..than], start, out var end);
        if (end != than || name.IsNone) return false;
        if (word.Is(Sentence.Cues)) sentence.CueTokens.Keep(sentence.CueTokens.Count - 1);
        sentence.Tokens.Keep(last);
        sentence.Add(new Token(start, than, TokenKind.Word, name.Number, -1, name.Roles));
        return true;
    }

    // Returns the end of the time, or 0 where the number begins none; or where the reading goes on.
    private static int ReadTime(ReadOnlySpan<char> text, Lexicon lexicon, Sentence sentence, ref int next)
    {
        if (!TimeReader.TryRead(text, sentence.Numerals, next, sentence.Start, out var time, out var used)) return 0;
        if (CutBeforeThan(text, lexicon, sentence, time.Start, time.End)) return time.Start - 1;
        next += used;
        sentence.TimeTokens.Add(sentence.Tokens.Count);
        sentence.Add(new Token(time.Start, time.End, TokenKind.Time, 0, sentence.Times.Count, Role.Time));
        sentence.Times.Add(time);
        return time.End;
    }
}
