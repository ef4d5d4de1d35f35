namespace IndicatorPipeline.Api.Responses;

/// <summary>What the values of a field are, and so how they are read and written.</summary>
internal enum FieldKind
{
    /// <summary>PostgreSQL <c>text</c>.</summary>
    Text,

    /// <summary><c>smallint</c>, <c>integer</c> or <c>bigint</c>.</summary>
    Whole,

    /// <summary><c>numeric</c>, written without trailing zeros and never as 1E9.</summary>
    Number,

    /// <summary><c>boolean</c>.</summary>
    Truth,

    /// <summary><c>date</c>, as 2026-01-31.</summary>
    Date,

    /// <summary><c>timestamptz</c>, as 2026-01-31T16:00:00.123Z.</summary>
    Moment,

    /// <summary><c>text[]</c>; in CSV joined by semicolons.</summary>
    Texts,

    /// <summary><c>jsonb</c>, written into JSON as it is; in CSV its text.</summary>
    Json,
}
