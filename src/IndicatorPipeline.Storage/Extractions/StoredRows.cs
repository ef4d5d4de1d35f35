using Npgsql;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>The current rows of one document, and all sentences it ever had.</summary>
internal sealed class StoredRows
{
    /// <summary>A document that was never saved.</summary>
    public static StoredRows None { get; } = new();

    /// <summary>By number of the speech, its row.</summary>
    public Dictionary<int, (long SpeechId, SpeechRow Row)> Speeches { get; } = [];

    /// <summary>Number of each sentence's row.</summary>
    public Dictionary<Sentence, long> Sentences { get; } = [];

    /// <summary>By place, the observation's row.</summary>
    public Dictionary<ObservationPlace, (long ObservationId, ObservationRow Row)> Observations { get; } = [];

    /// <summary>The rows of these documents, by document.</summary>
    public static async Task<IReadOnlyDictionary<long, StoredRows>> LoadAsync(NpgsqlConnection connection, long[] ids, CancellationToken cancellation)
    {
        var all = ids.ToDictionary(id => id, _ => new StoredRows());
        if (ids.Length == 0) return all;
        await LoadSpeechesAsync(connection, all, cancellation);
        await LoadSentencesAsync(connection, all, cancellation);
        await LoadObservationsAsync(connection, all, cancellation);
        return all;
    }

    private static async Task LoadSpeechesAsync(NpgsqlConnection connection, Dictionary<long, StoredRows> all, CancellationToken cancellation)
    {
        const string Sql = """
            select document_id, speech_id, number, span_start, span_end, title, title_evidence, date, date_evidence, year, year_evidence, place, place_evidence,
              region_code, region_evidence, level, speaker, office, sections::text as sections
            from indicators.speech
            where document_id = any(@ids) and valid_to is null
            """;
        await using var reader = await ReadAsync(connection, Sql, all, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var row = new SpeechRow
            {
                Number = reader.GetInt32(2),
                SpanStart = reader.GetInt32(3),
                SpanEnd = reader.GetInt32(4),
                Title = reader.Text(5),
                TitleEvidence = reader.Text(6),
                Date = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateOnly>(7),
                DateEvidence = reader.Text(8),
                Year = reader.Year(9),
                YearEvidence = reader.Text(10),
                Place = reader.Text(11),
                PlaceEvidence = reader.Text(12),
                RegionCode = reader.Text(13),
                RegionEvidence = reader.Text(14),
                Level = reader.GetString(15),
                Speaker = reader.Text(16),
                Office = reader.Text(17),
                Sections = SpeechRow.Canonical(reader.GetString(18)),
            };
            all[reader.GetInt64(0)].Speeches.Add(row.Number, (reader.GetInt64(1), row));
        }
    }

    private static async Task LoadSentencesAsync(NpgsqlConnection connection, Dictionary<long, StoredRows> all, CancellationToken cancellation)
    {
        const string Sql = "select document_id, sentence_id, span_start, span_end, text from indicators.sentence where document_id = any(@ids)";
        await using var reader = await ReadAsync(connection, Sql, all, cancellation);
        while (await reader.ReadAsync(cancellation))
            all[reader.GetInt64(0)].Sentences.Add(new Sentence(reader.GetInt32(2), reader.GetInt32(3), reader.GetString(4)), reader.GetInt64(1));
    }

    private static async Task LoadObservationsAsync(NpgsqlConnection connection, Dictionary<long, StoredRows> all, CancellationToken cancellation)
    {
        const string Sql = """
            select o.document_id, o.observation_id, s.number, o.sentence_id, o.span_start, o.span_end, o.ordinal, o.value_text, o.indicator, o.indicator_text, o.measure, o.low, o.high,
              o.bound, o.unit, o.status, o.modality, o.period_start_year, o.period_end_year, o.period_part, o.scope, o.place, o.region_code, o.rule, o.confidence, o.open_indicator
            from indicators.observation o
            join indicators.speech s on s.speech_id = o.speech_id and s.document_id = o.document_id
            where o.document_id = any(@ids) and o.valid_to is null
            """;
        var sentences = all.SelectMany(document => document.Value.Sentences).ToDictionary(sentence => sentence.Value, sentence => sentence.Key);
        await using var reader = await ReadAsync(connection, Sql, all, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var row = new ObservationRow
            {
                SpeechNumber = reader.GetInt32(2),
                Quote = sentences[reader.GetInt64(3)],
                At = new ObservationPlace(reader.GetInt32(4), reader.GetInt32(5), reader.GetInt16(6)),
                ValueText = reader.GetString(7),
                Indicator = reader.Text(8),
                OpenIndicator = reader.Text(25),
                IndicatorText = reader.GetString(9),
                Measure = reader.GetString(10),
                Low = reader.Number(11),
                High = reader.Number(12),
                Bound = reader.Text(13),
                Unit = reader.Text(14),
                Status = reader.GetString(15),
                Modality = reader.Text(16),
                PeriodStartYear = reader.Year(17),
                PeriodEndYear = reader.Year(18),
                PeriodPart = reader.Text(19),
                Scope = reader.GetString(20),
                Place = reader.Text(21),
                RegionCode = reader.Text(22),
                Rule = reader.GetString(23),
                Confidence = reader.GetDecimal(24),
            };
            all[reader.GetInt64(0)].Observations.Add(row.At, (reader.GetInt64(1), row));
        }
    }

    private static async Task<NpgsqlDataReader> ReadAsync(
        NpgsqlConnection connection, string sql, Dictionary<long, StoredRows> all, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new("ids", all.Keys.ToArray()) } };
        return await command.ExecuteReaderAsync(cancellation);
    }
}
