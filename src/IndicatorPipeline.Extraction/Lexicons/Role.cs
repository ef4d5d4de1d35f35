namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>What a word can do in a sentence. One word can have several roles (增加 is a change, 预期 a sign of a target and a modality).</summary>
[Flags]
internal enum Role : ulong
{
    None = 0,

    /// <summary>Names a catalogue indicator.</summary>
    Indicator = 1UL << 0,

    /// <summary>A unit of measure behind a numeral.</summary>
    Unit = 1UL << 1,

    /// <summary>A bound or approximation before a numeral (超过, 约).</summary>
    BoundBefore = 1UL << 2,

    /// <summary>A bound or approximation behind a unit (以上, 左右).</summary>
    BoundAfter = 1UL << 3,

    /// <summary>A change of what stands before it (增长, 下降); the entry's sign tells the direction.</summary>
    Change = 1UL << 4,

    /// <summary>A change to a new level (提高到, 降至).</summary>
    ChangeTo = 1UL << 5,

    /// <summary>Links a subject to its number (达到, 为, 完成).</summary>
    Link = 1UL << 6,

    /// <summary>Adds to a stock what stands behind it (新增, 净增).</summary>
    Add = 1UL << 7,

    /// <summary>Makes a number a part of a total (占, 占比, 比重).</summary>
    Share = 1UL << 8,

    /// <summary>Makes a number a distance from a yardstick (高于, 快于).</summary>
    Gap = 1UL << 9,

    /// <summary>Names the rate of change (增速, 涨幅); the entry's sign tells the direction.</summary>
    Pace = 1UL << 10,

    /// <summary>Makes a change a yearly average (年均).</summary>
    Average = 1UL << 11,

    /// <summary>Tells of a goal.</summary>
    Target = 1UL << 12,

    /// <summary>Tells of something done.</summary>
    Actual = 1UL << 13,

    /// <summary>Tells of an estimate in a review (预计).</summary>
    Estimate = 1UL << 14,

    /// <summary>Names a time; the entry's period tells which.</summary>
    Time = 1UL << 15,

    /// <summary>Names a place.</summary>
    Place = 1UL << 16,

    /// <summary>分别, 各: pairs a list of subjects with a list of numbers.</summary>
    Respectively = 1UL << 17,

    /// <summary>其中: what follows is a part of what stands before.</summary>
    OfWhich = 1UL << 18,

    /// <summary>由, 从: the old value follows.</summary>
    From = 1UL << 19,

    /// <summary>比, 较: a yardstick or a base year follows.</summary>
    Than = 1UL << 20,

    /// <summary>和, 与, 及: joins members of a list.</summary>
    And = 1UL << 21,

    /// <summary>A verb whose object follows (新建, 实施, 开展).</summary>
    Action = 1UL << 22,

    /// <summary>Says nothing of the subject (同比, 累计, 已经, 再).</summary>
    Adverb = 1UL << 23,

    /// <summary>A kind of people; a bare number before it counts persons.</summary>
    People = 1UL << 24,

    /// <summary>A kind of household.</summary>
    Households = 1UL << 25,

    /// <summary>A thing of rhetoric, not counted (方面, 原则, 环节).</summary>
    Rhetoric = 1UL << 26,

    /// <summary>A word that must stay whole, so that no numeral or name is seen in it (进一步, 一般公共).</summary>
    Opaque = 1UL << 27,

    /// <summary>Follows an indicator's name without changing what it is (总量, 规模, 水平).</summary>
    Suffix = 1UL << 28,

    /// <summary>Stands before an indicator's name without making it a part of it (全社会, 地方, 本级).</summary>
    Modifier = 1UL << 29,

    /// <summary>A works, plant or project that a size before it names (项目, 生产线).</summary>
    Works = 1UL << 30,

    /// <summary>的, 之.</summary>
    Of = 1UL << 31,

    /// <summary>How a change comes about (逆势, 快速): an adverb directly before a verb of change, a part of a name elsewhere (高速公路).</summary>
    Manner = 1UL << 32,

    /// <summary>Tells of a composition: % of something used for, made of.</summary>
    Composition = 1UL << 33,

    /// <summary>Marks a state as kept over the period (保持, 稳定).</summary>
    Keep = 1UL << 34,

    /// <summary>是, 相当于, 为: before a 倍 makes it a multiple.</summary>
    Equals = 1UL << 35,

    /// <summary>How firmly a target is stated (力争, 确保).</summary>
    Modality = 1UL << 36,

    /// <summary>将, 要, 应: makes the clause a plan.</summary>
    Will = 1UL << 37,

    /// <summary>Per head, per household, per unit: 人均, 户均, 每.</summary>
    Per = 1UL << 38,

    /// <summary>No word: a punctuation mark. With it and the next one a search for words and kinds asks each token once.</summary>
    Mark = 1UL << 39,

    /// <summary>No word: a number with its unit.</summary>
    Quantity = 1UL << 40,

    /// <summary>Negates (未, 没有, 不).</summary>
    Negation = 1UL << 41,

    /// <summary>Not counted when it stands alone (三个重点), but a part of names (26个健身中心, 10项重点实事).</summary>
    Abstract = 1UL << 42,

    /// <summary>The old or reference value of something (原定, 上年的).</summary>
    Planned = 1UL << 43,

    /// <summary>Names what a change within one year is counted from: 同比, 比上年增长, 比年初增加. No table gives it; the words tell.</summary>
    YearBefore = 1UL << 44,

    /// <summary>A link that makes the number a state that has been reached (达到, 突破).</summary>
    Reached = 1UL << 45,

    /// <summary>Names a foreign country or a kind of them (日本, 发达国家), no region at home and not the world.</summary>
    Abroad = 1UL << 46,

    /// <summary>Its direction is up. No table gives it; the entry's sign tells.</summary>
    Rises = 1UL << 47,

    /// <summary>Its direction is down. No table gives it; the entry's sign tells.</summary>
    Falls = 1UL << 48,

    /// <summary>Names an indicator that is itself what was added (城镇新增就业). No table gives it; the indicator's measure tells.</summary>
    Increment = 1UL << 49,

    /// <summary>Begins with 本年, the year of a report (本年收入). No table gives it; the word tells.</summary>
    ReportYear = 1UL << 50,
}
