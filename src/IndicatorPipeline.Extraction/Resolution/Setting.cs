using IndicatorPipeline.Extraction.Text;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What holds where a sentence stands: the section, the paragraph's lead, the time last given.</summary>
internal struct Setting
{
    /// <summary>What the section does.</summary>
    public SectionKind Section;

    /// <summary>What the sentences before in the paragraph or under the heading told of, or null.</summary>
    public Status? Status;

    /// <summary>The period that the paragraph's lead gave, or null.</summary>
    public Period? Period;

    /// <summary>The part of the year that the paragraph's last lead gave (前三季度), or null.</summary>
    public string? Part;

    /// <summary>Whether that part is the end of months (三季度末), of which stocks are told alone.</summary>
    public bool IsMoment;

    /// <summary>The months that the whole text tells of, by its title or first words (前三季度国民经济运行情况), or null.</summary>
    public Period? Months;

    /// <summary>The term that a paragraph's lead opened (五年来), which holds for the paragraphs behind it, or null.</summary>
    public Period? Term;

    /// <summary>The term of years that is over of which a paragraph's lead told last (“八五”期间), until one tells of what is to come, or null.</summary>
    public Period? Past;

    /// <summary>The term of years not yet over of which a sentence's lead told last in this section (今后五年), or null.</summary>
    public Period? Coming;

    /// <summary>The period that the section's heading names, or null.</summary>
    public Period? Frame;

    /// <summary>The period that the last heading below the section's names, or null.</summary>
    public Period? Heading;

    /// <summary>Whether a sentence of the paragraph estimated how the year will end (预计).</summary>
    public bool Forecasts;

    /// <summary>Whether the next sentence is the section's heading.</summary>
    public bool Opens;

    /// <summary>The years that changes are counted from where a list's lead-in says it (一九五七年比一九五二年增长的情况如下:), or null.</summary>
    public Period? Base;

    /// <summary>Whether the paragraph of a review of several years tells of what is still wrong: of now, not of all the years.</summary>
    public bool TellsOfProblems;

    /// <summary>What the last heading says is told under it, or null.</summary>
    public Status? HeadingStatus;

    private static readonly PhraseSearch Problems =
        new(["清醒地看到", "清醒看到", "清醒地认识", "清醒认识", "困难和问题", "问题和困难", "矛盾和问题", "问题和不足", "困难和挑战", "仍然突出", "依然突出",
            "仍然存在", "依然存在", "还存在", "仍存在", "差距较大", "差距仍"]);

    // A sentence that turns to what is still wrong says so within so many characters.
    private const int LongestTurn = 48;
    private const int LongestName = 16;
    private const int LongestHeadline = 40;

    /// <summary>Whether the sentence is an item of a list whose lead-in gave the years.</summary>
    public readonly bool IsListed => listPeriod is not null;

    /// <summary>Whether the paragraph tells what was reached in a year before the speech's.</summary>
    public readonly bool LooksBack(SpeechFacts facts) => Status == Extraction.Status.Actual && Period?.EndYear < facts.Year;

    private bool hasBody;
    private Period? lastPeriod;
    private Status? lastStatus;
    private Period? listPeriod;
    private Period? listBase;

    /// <summary>What holds at the beginning of the next section, of kind <paramref name="section"/>.</summary>
    public readonly Setting NextSection(SectionKind section) => new() { Section = section, Months = Months, hasBody = hasBody };

    /// <summary>A new paragraph begins: what the lead of the last one said about time no longer holds, but in the items of a list.</summary>
    /// <param name="paragraph">Its first sentence.</param>
    /// <param name="goesOn">Whether it is no more than a sentence on a line of its own, so that the time last given goes on.</param>
    public void Enter(ReadOnlySpan<char> paragraph, bool goesOn)
    {
        if (paragraph is "\n") return;
        (lastPeriod, lastStatus) = (Period, Status);
        if (paragraph[..Math.Min(paragraph.Length, LongestName)].IndexOf(':') < 0) (listPeriod, listBase) = (null, null);
        Forecasts = false;
        TellsOfProblems = (TellsOfProblems && goesOn)
            || ((Term ?? Heading ?? Frame) is { } span && span.StartYear < span.EndYear
                && Problems.IsIn(paragraph[..Math.Min(paragraph.Length, LongestTurn)]));
        if (!goesOn || listPeriod is not null || HeadingMark.Read(paragraph).Depth > 0) (Period, Base, Part) = (listPeriod, listBase, null);
        if (Section == SectionKind.Unknown) Status = Past is null ? HeadingStatus : Extraction.Status.Actual;
        // The headline of another item, behind the body of the first.
        var isHeadline = paragraph.Length <= LongestHeadline && paragraph[^1] == '\n';
        if (isHeadline && hasBody && HeadingMark.Read(paragraph).Depth == 0 && paragraph.IndexOf(':') < 0) Months = null;
        hasBody |= !isHeadline;
    }

    /// <summary>A paragraph's lead tells of what is to come: no more is told of the years before.</summary>
    public void LookAhead()
    {
        if (Past is not null && Status == Extraction.Status.Actual) Status = HeadingStatus;
        (Past, Term) = (null, null);
    }

    /// <summary>今年发展的主要预期目标是…, outside of sections: from here to the next headline it is told what is to come.</summary>
    public void TurnToGoals()
    {
        LookAhead();
        HeadingStatus = Extraction.Status.Target;
    }

    /// <summary>The paragraph speaks on of the one year of the paragraph before (全年基本建设投资…).</summary>
    public void GoOn()
    {
        if (lastPeriod is { } period && period.StartYear == period.EndYear) (Period, Status) = (period, Status ?? lastStatus);
    }

    /// <summary>A list begins whose items speak of <paramref name="period"/>, compared with <paramref name="start"/>.</summary>
    public void BeginList(Period? period, Period? start) => (listPeriod, listBase) = (period, start);
}
