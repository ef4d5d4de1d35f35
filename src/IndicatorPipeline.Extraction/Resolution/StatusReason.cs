namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What decided between promised and reached; <see cref="Reasons"/> has the words.</summary>
internal enum StatusReason
{
    /// <summary><c>called planned</c>: 年初确定的120个项目.</summary>
    CalledPlanned,

    /// <summary><c>called a goal</c>: The words behind the number: 40%的目标.</summary>
    CalledGoal,

    /// <summary><c>present state</c>: 目前, 14亿人口.</summary>
    PresentState,

    /// <summary><c>once a work is done</c>: 建成后可.</summary>
    OnceDone,

    /// <summary><c>words of the clause</c>: 力争, 已 in the number's clause.</summary>
    WordsOfClause,

    /// <summary><c>words of the sentence</c>: 预计, 完成 before it in the sentence.</summary>
    WordsOfSentence,

    /// <summary><c>sentence before</c>: 其中 goes on with what the sentence before told of.</summary>
    SentenceBefore,

    /// <summary><c>sentences before</c>: What the paragraph has told of so far.</summary>
    SentencesBefore,

    /// <summary><c>past year</c>: 去年.</summary>
    PastYear,

    /// <summary><c>coming year</c>: 明年, 到2030年.</summary>
    ComingYear,

    /// <summary><c>past part of the year</c>: 上半年, 今年以来.</summary>
    PastPartOfYear,

    /// <summary><c>past or future time</c>: 去年 in a speech of an unknown year.</summary>
    PastOrFuture,

    /// <summary><c>year of the speech</c>: 今年.</summary>
    YearOfSpeech,

    /// <summary><c>section</c>: What the section does.</summary>
    Section,

    /// <summary><c>plan that the speech is about</c>: The whole speech is a plan.</summary>
    PlanOfSpeech,

    /// <summary><c>nothing says otherwise</c>: Nothing says otherwise.</summary>
    Nothing,
}
