namespace IndicatorPipeline.Soak.Comparison;

/// <summary>A table as text, without what may differ between two runs: surrogate keys and times.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Sql">One column of text.</param>
internal sealed record ComparedRows(string Name, string Sql)
{
    /// <summary>What readers see.</summary>
    public static IReadOnlyList<ComparedRows> All { get; } =
    [
        new("documents", """
            select jsonb_build_object('path', d.path, 'name', d.name, 'hash', encode(v.content_hash, 'hex'), 'text', encode(v.text_hash, 'hex'),
              'current', d.current_version_id is not distinct from d.latest_version_id, 'rules', d.current_rules_version, 'gone', d.gone_at is not null)::text as row
            from indicators.document d
            join indicators.document_version v on v.version_id = d.latest_version_id and v.document_id = d.document_id
            """),
        new("speeches", """
            select (to_jsonb(s) - '{speech_id,document_id,version_id,valid_from,valid_to}'::text[] || jsonb_build_object('path', d.path))::text as row
            from indicators.speech s
            join indicators.document d on d.document_id = s.document_id
            where s.valid_to is null
            """),
        new("observations", """
            select (to_jsonb(o) - '{observation_id,document_id,speech_id,version_id,sentence_id,valid_from,valid_to}'::text[]
              || jsonb_build_object('path', d.path, 'speech', s.number, 'quote', q.text, 'quote_start', q.span_start, 'quote_end', q.span_end))::text as row
            from indicators.observation o
            join indicators.document d on d.document_id = o.document_id
            join indicators.speech s on s.speech_id = o.speech_id and s.document_id = o.document_id
            join indicators.sentence q on q.sentence_id = o.sentence_id and q.document_id = o.document_id
            where o.valid_to is null
            """),
        new("copies", """
            select jsonb_build_object('path', d.path, 'speech', c.speech_number, 'of', o.path, 'of_speech', c.original_speech_number, 'kind', c.kind, 'similarity', c.similarity)::text as row
            from indicators.copy c
            join indicators.document d on d.document_id = c.document_id
            join indicators.document o on o.document_id = c.original_document_id
            where c.valid_to is null
            """),
        new("targets and outcomes", """
            select (to_jsonb(t) - '{target_outcome_id,target_observation_id,target_document_id,outcome_observation_id,outcome_document_id,valid_from,valid_to}'::text[]
              || jsonb_build_object('target', target.path, 'outcome', outcome.path))::text as row
            from indicators.target_outcome t
            left join indicators.document target on target.document_id = t.target_document_id
            left join indicators.document outcome on outcome.document_id = t.outcome_document_id
            where t.valid_to is null
            """),
        new("refusals", """
            select (to_jsonb(r) - '{refusal_id,document_id,refused_at}'::text[] || jsonb_build_object('path', d.path))::text as row
            from indicators.refusal r
            join indicators.document d on d.document_id = r.document_id
            """),
        new("units", """select code as row from indicators.unit"""),
    ];

    /// <summary>What readers saw of documents that changed since: the soak may have seen less of it than the clean run, never other rows.</summary>
    public static ComparedRows Closed { get; } = new("closed observations", """
        select (to_jsonb(o) - '{observation_id,document_id,speech_id,version_id,sentence_id,valid_from,valid_to}'::text[] || jsonb_build_object('path', d.path, 'quote', q.text))::text as row
        from indicators.observation o
        join indicators.document d on d.document_id = o.document_id
        join indicators.sentence q on q.sentence_id = o.sentence_id and q.document_id = o.document_id
        where o.valid_to is not null
        """);
}
