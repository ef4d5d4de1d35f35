using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What the resolver needs to know of a speech, taken from <see cref="Speech"/> once.</summary>
internal sealed class SpeechFacts
{
    private const int LateInYear = 9;

    // The National People's Congress has met in March since this year; before, as late as July.
    private const int SessionsInMarch = 1985;

    // The byline stands within so many folded characters.
    private const int Opening = 1000;

    // Since the congresses of 1998 a term has five years in counties too.
    private const int FirstOfLongTerms = 1998;
    private const int YearsOfTerm = 5;

    // In titles of what reports on tasks, and lists none.
    private static readonly string[] Told =
        ["情况", "总结", "报告", "公报", "讲话", "回顾", "通报", "汇报", "发布", "完成", "顺利", "圆满", "执行", "进展", "落实", "召开", "举行"];

    private static readonly string[] Planned = ["要点", "清单", "计划", "方案", "任务", "安排", "部署", "实事", "规划", "纲要", "目标"];

    private readonly int? month;

    // The title where it is that of a list of what is to be done, else empty.
    private readonly string programme = "";

    /// <param name="speech">The speech.</param>
    /// <param name="text">Its folded text.</param>
    /// <param name="lexicon">The words of plans.</param>
    public SpeechFacts(Speech speech, ReadOnlySpan<char> text, Lexicon lexicon)
    {
        Speech = speech;
        Level = speech.Level;
        Year = speech.Year?.Value ?? speech.Date?.Value.Year;
        // Reports of January to April review the year before; news of April and a speech later in the year report on that year.
        // A government's work report may come as late as July and still reviews the year before.
        month = speech.Date?.Value.Month ?? speech.Month
            ?? (speech.Level == GovernmentLevel.Nation && Year is { } held ? CongressCalendar.LateMonth(held) : null);
        var title = SpeechSplitter.FoldTitle(speech.Title?.Value);
        Abroad = NamesCountry(title, lexicon) && speech.RegionCode is null ? lexicon.Longest(title, 0, out _).Entry?.Term : null;
        var told = ToldYear(title, lexicon);
        EarlyInYear = told is not null || month is null or <= 3 || (month <= 4 && !IsNews(speech)) || (month <= 7 && IsWorkReport(speech));
        IsNewsOfWinter = month <= 3 && IsNews(speech);
        Ahead = month >= LateInYear ? Year + 1 : Year;
        GoalYear = month == 12 ? Year + 1 : Year;
        PresentYear = told ?? (month is > 3 ? Year : Year - 1);
        ReviewYear = told ?? (EarlyInYear ? Year - 1 : Year);
        IsProgramme = IsListOfTasks(title);
        if (IsProgramme) programme = title;
        Plan = PlanOf(text, lexicon);
        if (Year is { } last && last >= FirstOfLongTerms && OpensCongress(text)) Term = new Period(last - YearsOfTerm, last - 1);
    }

    /// <summary>What is known where the cells of tables are read: of plans only the one that the title names.</summary>
    public SpeechFacts OfTables(Lexicon lexicon)
    {
        var plan = PlanOf(default, lexicon);
        if (plan == Plan) return this;
        var facts = (SpeechFacts)MemberwiseClone();
        facts.Plan = plan;
        return facts;
    }

    // 在甲县第十五届人民代表大会第一次会议上, 在市十五届人大一次会议上: a new congress hears what the government before it did.
    private static bool OpensCongress(ReadOnlySpan<char> text)
    {
        var opening = text[..Math.Min(text.Length, Opening)];
        return opening.IndexOf("一次会议上") is var at and > 0 && opening[..at] is [.., '会', '第'] or [.., '人', '大'] or [.., '大', '会'];
    }

    // A plan is spoken of from the year before it to its last.
    private Period? PlanOf(ReadOnlySpan<char> text, Lexicon lexicon) =>
        PlanFinder.Find(text, programme, lexicon) is { } subject && (Year is null || (Year >= subject.StartYear - 1 && Year <= subject.EndYear))
            ? subject : null;

    // 泰国上半年接待外国游客1750万人次; but 美国客商到我市考察 is news from here.
    private static bool NamesCountry(string title, Lexicon lexicon)
    {
        if (title.Length == 0 || lexicon.Longest(title, 0, out _).Entry is not { } first || !first.Is(Role.Abroad)) return false;
        return !Phrases.HoldsAny(title, ["我", "赴", "客商", "企业", "投资", "进口", "来访", "考察", "访问", "市", "省"]);
    }

    // 2018年生态环境状况公报, 2018年财政决算报告, in June 2019; 第七次全国人口普查公报: the year that is told of stands in the title.
    private int? ToldYear(string title, Lexicon lexicon)
    {
        var bulletin = TitleWords.IsBulletin(title);
        if (!bulletin && !SumsUp(title)) return null;
        int? year = DateReader.Find(title) is { Day: null } said ? said.Year : null;
        for (var i = 0; i < title.Length && bulletin && year is null; i++)
            if (lexicon.Longest(title, i, out _).Entry?.Time is { Kind: TimeKind.Absolute } time && time.From == time.To) year = time.From;
        if (year is not { } told || Year is not { } held) return null;
        var isTold = told == held - 1 || (bulletin && (told < held || (told == held && Speech.Date is null)));
        return isTold ? told : null;
    }

    private static bool SumsUp(string title) =>
        Phrases.HoldsAny(title, ["决算", "工作总结", "审计工作报告", "年度报告", "完成情况", "年报"]);

    private static bool IsListOfTasks(string title) => !Phrases.HoldsAny(title, Told) && Phrases.HoldsAny(title, Planned);

    // A headline: no name of a report or a speech.
    private static bool IsNews(Speech speech) => speech.Title is { } title
        && !Phrases.HoldsAny(
            SpeechSplitter.FoldTitle(title.Value),
            ["报告", "讲话", "公报", "总结", "汇报", "发言", "回顾", "预算", "决算", "计划", "工作"]);

    // What is told of the nation under another title is news of the year.
    private static bool IsWorkReport(Speech speech)
    {
        var isNation = speech.Level == GovernmentLevel.Nation;
        if (speech.Title is not { } title) return isNation && (speech.Year?.Value ?? speech.Date?.Value.Year) < SessionsInMarch;
        return SpeechSplitter.FoldTitle(title.Value).Contains(isNation ? "报告" : "工作报告", StringComparison.Ordinal);
    }

    /// <summary>The speech.</summary>
    public Speech Speech { get; }

    /// <summary>The foreign country that the headline begins with, of which the whole text tells, or null.</summary>
    public string? Abroad { get; }

    /// <summary>Level of government, as the splitter found it in title, byline or body.</summary>
    public GovernmentLevel Level { get; }

    /// <summary>The year the speech speaks in, or null.</summary>
    public int? Year { get; }

    /// <summary>Whether an outcome without a year word belongs to the year before.</summary>
    public bool EarlyInYear { get; }

    /// <summary>The first year that lies ahead of the speech, or null: of a speech from September on it is the next.</summary>
    public int? Ahead { get; }

    /// <summary>Whether it is news of January to March, in which a day of those months is one of the year itself.</summary>
    public bool IsNewsOfWinter { get; }

    /// <summary>The month the speech was held in, 1 to 12, or null.</summary>
    public int? Month => month;

    /// <summary>The year of a goal without a year word, or null: a speech in December sets the goals of the next.</summary>
    public int? GoalYear { get; }

    /// <summary>Whether the title calls the text a list of what is to be done (工作要点, 实事清单, 行动计划), and no report on it.</summary>
    public bool IsProgramme { get; }

    /// <summary>The plan that the whole speech is about, or null.</summary>
    public Period? Plan { get; private set; }

    /// <summary>The years of the government whose term is over, in a report to the first session of a new congress, or null.</summary>
    public Period? Term { get; }

    /// <summary>Whether the year is so far gone that what 将 says of it is no plan.</summary>
    public bool IsLate => month >= 9;

    /// <summary>The year of a present state without a year word, or null: in the first months of a year what is there is known from the year
    /// before.</summary>
    public int? PresentYear { get; }

    /// <summary>The year of an outcome without a year word, or null.</summary>
    public int? ReviewYear { get; }
}
