using Npgsql;
using NpgsqlTypes;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>Brings the added rows of a batch into their tables: one binary COPY a table, however many documents there are.</summary>
internal sealed class RowWriter(
    NpgsqlConnection connection, IReadOnlyList<DocumentChange> changes, int rulesVersion, DateTimeOffset savedAt, CancellationToken cancellation)
{
    /// <summary>Writes speeches and sentences, which get their numbers before, and then the observations that name them.</summary>
    public async Task WriteAsync()
    {
        await NumberAsync();
        if (changes.Any(change => change.AddedSpeeches.Count > 0)) await CopySpeechesAsync();
        if (changes.Any(change => change.AddedSentences.Count > 0)) await CopySentencesAsync();
        if (changes.Any(change => change.AddedObservations.Count > 0)) await CopyObservationsAsync();
    }

    private async Task NumberAsync()
    {
        const string Sql = """
            select nextval('indicators.speech_speech_id_seq') from generate_series(1, @speeches);
            select nextval('indicators.sentence_sentence_id_seq') from generate_series(1, @sentences)
            """;
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new("speeches", changes.Sum(change => change.AddedSpeeches.Count)),
                new("sentences", changes.Sum(change => change.AddedSentences.Count)),
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        foreach (var change in changes)
        {
            foreach (var speech in change.AddedSpeeches)
                change.Speeches[speech.Number] = await NextAsync(reader);
        }

        await reader.NextResultAsync(cancellation);
        foreach (var change in changes)
        {
            foreach (var sentence in change.AddedSentences)
                change.Sentences[sentence] = await NextAsync(reader);
        }
    }

    private async Task<long> NextAsync(NpgsqlDataReader reader)
    {
        await reader.ReadAsync(cancellation);
        return reader.GetInt64(0);
    }

    private async Task CopySpeechesAsync()
    {
        const string Copy = """
            copy indicators.speech (
              speech_id, document_id, version_id, number, span_start, span_end, title, title_evidence, date, date_evidence, year, year_evidence, place, place_evidence,
              region_code, region_evidence, level, speaker, office, sections, valid_from)
            from stdin (format binary)
            """;
        await using var writer = await connection.BeginBinaryImportAsync(Copy, cancellation);
        foreach (var change in changes)
        {
            foreach (var row in change.AddedSpeeches)
            {
                await writer.StartRowAsync(cancellation);
                await writer.WriteAsync(change.Speeches[row.Number], NpgsqlDbType.Bigint, cancellation);
                await writer.WriteAsync(change.Item.DocumentId, NpgsqlDbType.Bigint, cancellation);
                await writer.WriteAsync(change.Item.VersionId, NpgsqlDbType.Bigint, cancellation);
                await writer.WriteAsync(row.Number, NpgsqlDbType.Integer, cancellation);
                await writer.WriteAsync(row.SpanStart, NpgsqlDbType.Integer, cancellation);
                await writer.WriteAsync(row.SpanEnd, NpgsqlDbType.Integer, cancellation);
                await TextAsync(writer, row.Title);
                await TextAsync(writer, row.TitleEvidence);
                await ValueAsync(writer, row.Date, NpgsqlDbType.Date);
                await TextAsync(writer, row.DateEvidence);
                await ValueAsync(writer, row.Year, NpgsqlDbType.Smallint);
                await TextAsync(writer, row.YearEvidence);
                await TextAsync(writer, row.Place);
                await TextAsync(writer, row.PlaceEvidence);
                await TextAsync(writer, row.RegionCode);
                await TextAsync(writer, row.RegionEvidence);
                await TextAsync(writer, row.Level);
                await TextAsync(writer, row.Speaker);
                await TextAsync(writer, row.Office);
                await writer.WriteAsync(row.Sections, NpgsqlDbType.Jsonb, cancellation);
                await writer.WriteAsync(savedAt.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
            }
        }

        await writer.CompleteAsync(cancellation);
    }

    private async Task CopySentencesAsync()
    {
        const string Copy = "copy indicators.sentence (sentence_id, document_id, span_start, span_end, text, bigrams) from stdin (format binary)";
        await using var writer = await connection.BeginBinaryImportAsync(Copy, cancellation);
        foreach (var change in changes)
        {
            foreach (var row in change.AddedSentences)
            {
                await writer.StartRowAsync(cancellation);
                await writer.WriteAsync(change.Sentences[row], NpgsqlDbType.Bigint, cancellation);
                await writer.WriteAsync(change.Item.DocumentId, NpgsqlDbType.Bigint, cancellation);
                await writer.WriteAsync(row.Start, NpgsqlDbType.Integer, cancellation);
                await writer.WriteAsync(row.End, NpgsqlDbType.Integer, cancellation);
                await writer.WriteAsync(row.Text, NpgsqlDbType.Text, cancellation);
                await writer.WriteAsync(Bigrams.Of(row.Text), NpgsqlDbType.Array | NpgsqlDbType.Integer, cancellation);
            }
        }

        await writer.CompleteAsync(cancellation);
    }

    private async Task CopyObservationsAsync()
    {
        const string Copy = """
            copy indicators.observation (
              document_id, speech_id, version_id, sentence_id, span_start, span_end, ordinal, value_text, indicator, open_indicator, indicator_text, measure, low, high, bound, unit,
              status, modality, period_start_year, period_end_year, period_part, scope, place, region_code, rule, confidence, rules_version, valid_from)
            from stdin (format binary)
            """;
        await using var writer = await connection.BeginBinaryImportAsync(Copy, cancellation);
        foreach (var change in changes)
        {
            foreach (var row in change.AddedObservations)
                await WriteAsync(writer, change, row);
        }

        await writer.CompleteAsync(cancellation);
    }

    private async Task WriteAsync(NpgsqlBinaryImporter writer, DocumentChange change, ObservationRow row)
    {
        await writer.StartRowAsync(cancellation);
        await writer.WriteAsync(change.Item.DocumentId, NpgsqlDbType.Bigint, cancellation);
        await writer.WriteAsync(change.Speeches[row.SpeechNumber], NpgsqlDbType.Bigint, cancellation);
        await writer.WriteAsync(change.Item.VersionId, NpgsqlDbType.Bigint, cancellation);
        await writer.WriteAsync(change.Sentences[row.Quote], NpgsqlDbType.Bigint, cancellation);
        await writer.WriteAsync(row.At.Start, NpgsqlDbType.Integer, cancellation);
        await writer.WriteAsync(row.At.End, NpgsqlDbType.Integer, cancellation);
        await writer.WriteAsync(row.At.Ordinal, NpgsqlDbType.Smallint, cancellation);
        await TextAsync(writer, row.ValueText);
        await TextAsync(writer, row.Indicator);
        await TextAsync(writer, row.OpenIndicator);
        await TextAsync(writer, row.IndicatorText);
        await TextAsync(writer, row.Measure);
        await ValueAsync(writer, row.Low, NpgsqlDbType.Numeric);
        await ValueAsync(writer, row.High, NpgsqlDbType.Numeric);
        await TextAsync(writer, row.Bound);
        await TextAsync(writer, row.Unit);
        await TextAsync(writer, row.Status);
        await TextAsync(writer, row.Modality);
        await ValueAsync(writer, row.PeriodStartYear, NpgsqlDbType.Smallint);
        await ValueAsync(writer, row.PeriodEndYear, NpgsqlDbType.Smallint);
        await TextAsync(writer, row.PeriodPart);
        await TextAsync(writer, row.Scope);
        await TextAsync(writer, row.Place);
        await TextAsync(writer, row.RegionCode);
        await TextAsync(writer, row.Rule);
        await writer.WriteAsync(row.Confidence, NpgsqlDbType.Numeric, cancellation);
        await writer.WriteAsync(rulesVersion, NpgsqlDbType.Integer, cancellation);
        await writer.WriteAsync(savedAt.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
    }

    private Task TextAsync(NpgsqlBinaryImporter writer, string? value) =>
        value is null ? writer.WriteNullAsync(cancellation) : writer.WriteAsync(value, NpgsqlDbType.Text, cancellation);

    private Task ValueAsync<T>(NpgsqlBinaryImporter writer, T? value, NpgsqlDbType type)
        where T : struct => value is { } present ? writer.WriteAsync(present, type, cancellation) : writer.WriteNullAsync(cancellation);
}
