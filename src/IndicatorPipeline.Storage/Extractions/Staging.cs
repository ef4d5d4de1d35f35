using System.Text.Json;
using IndicatorPipeline.Extraction;
using Npgsql;
using NpgsqlTypes;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>Brings a batch of extractions into temporary tables, from where one merge takes them.</summary>
internal static class Staging
{
    // The names are a session's own; they go with the transaction.
    private const string Tables = """
        create temporary table staged_speech (
          document_id bigint not null, version_id bigint not null, number int not null, span_start int not null, span_end int not null,
          title text, title_evidence text, date date, date_evidence text, year smallint, year_evidence text, place text, place_evidence text,
          region_code text, region_evidence text, level text not null, speaker text, office text, sections jsonb not null, speech_id bigint
        ) on commit drop;
        create temporary table staged_sentence (
          document_id bigint not null, span_start int not null, span_end int not null, text text not null, bigrams int[] not null, sentence_id bigint
        ) on commit drop;
        create temporary table touched_key (region_code text, indicator text, measure text, year smallint) on commit drop;
        create temporary table staged_observation (
          document_id bigint not null, version_id bigint not null, speech_number int not null, quote_start int not null, quote_end int not null,
          span_start int not null, span_end int not null, ordinal smallint not null, value_text text not null, indicator text, indicator_text text not null,
          measure text not null, low numeric, high numeric, bound text, unit text, status text not null, modality text,
          period_start_year smallint, period_end_year smallint, period_part text, scope text not null, place text, region_code text,
          rule text not null, confidence numeric(5, 4) not null
        ) on commit drop
        """;

    /// <summary>Creates the tables and fills them.</summary>
    /// <exception cref="BadExtractionException">An observation names a speech that its document does not have, or a span leaves the text.</exception>
    public static async Task FillAsync(NpgsqlConnection connection, IReadOnlyList<ExtractionToSave> batch, CancellationToken cancellation)
    {
        await using (var create = new NpgsqlCommand(Tables, connection))
            await create.ExecuteNonQueryAsync(cancellation);
        await CopySpeechesAsync(connection, batch, cancellation);
        await CopySentencesAsync(connection, batch, cancellation);
        await CopyObservationsAsync(connection, batch, cancellation);
        // Without figures the planner takes the tables for a thousand rows of anything.
        await using var analyze = new NpgsqlCommand("analyze staged_observation (document_id, span_start), staged_sentence (document_id, span_start, span_end), staged_speech (document_id, number)", connection);
        await analyze.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task CopySpeechesAsync(NpgsqlConnection connection, IReadOnlyList<ExtractionToSave> batch, CancellationToken cancellation)
    {
        const string Copy = """
            copy staged_speech (
              document_id, version_id, number, span_start, span_end, title, title_evidence, date, date_evidence, year, year_evidence, place, place_evidence,
              region_code, region_evidence, level, speaker, office, sections)
            from stdin (format binary)
            """;
        await using var writer = await connection.BeginBinaryImportAsync(Copy, cancellation);
        foreach (var item in batch)
        {
            foreach (var speech in item.Extraction.Speeches)
            {
                await writer.StartRowAsync(cancellation);
                await writer.WriteAsync(item.DocumentId, NpgsqlDbType.Bigint, cancellation);
                await writer.WriteAsync(item.VersionId, NpgsqlDbType.Bigint, cancellation);
                await writer.WriteAsync(speech.Number, NpgsqlDbType.Integer, cancellation);
                await writer.WriteAsync(speech.Span.Start, NpgsqlDbType.Integer, cancellation);
                await writer.WriteAsync(speech.Span.End, NpgsqlDbType.Integer, cancellation);
                await writer.WriteTextAsync(speech.Title?.Value, cancellation);
                await writer.WriteTextAsync(speech.Title?.Evidence.Code(), cancellation);
                if (speech.Date is { } date) await writer.WriteAsync(date.Value, NpgsqlDbType.Date, cancellation);
                else await writer.WriteNullAsync(cancellation);
                await writer.WriteTextAsync(speech.Date?.Evidence.Code(), cancellation);
                await writer.WriteYearAsync(speech.Year?.Value, cancellation);
                await writer.WriteTextAsync(speech.Year?.Evidence.Code(), cancellation);
                await writer.WriteTextAsync(speech.Place?.Value, cancellation);
                await writer.WriteTextAsync(speech.Place?.Evidence.Code(), cancellation);
                await writer.WriteTextAsync(speech.RegionCode?.Value, cancellation);
                await writer.WriteTextAsync(speech.RegionCode?.Evidence.Code(), cancellation);
                await writer.WriteTextAsync(speech.Level.Code(), cancellation);
                await writer.WriteTextAsync(speech.Speaker, cancellation);
                await writer.WriteTextAsync(speech.Office, cancellation);
                await writer.WriteAsync(Sections(speech), NpgsqlDbType.Jsonb, cancellation);
            }
        }

        await writer.CompleteAsync(cancellation);
    }

    private static async Task CopySentencesAsync(NpgsqlConnection connection, IReadOnlyList<ExtractionToSave> batch, CancellationToken cancellation)
    {
        const string Copy = "copy staged_sentence (document_id, span_start, span_end, text, bigrams) from stdin (format binary)";
        await using var writer = await connection.BeginBinaryImportAsync(Copy, cancellation);
        foreach (var item in batch)
        {
            var text = item.Extraction.Document.Text;
            var seen = new HashSet<TextSpan>();
            foreach (var observation in item.Extraction.Observations)
            {
                var span = observation.QuoteSpan;
                if (span.End > text.Length || observation.Span.End > text.Length)
                    throw new BadExtractionException($"document {item.Extraction.Document.Id}: the observation at {observation.Span} leaves the text of {text.Length} code units");
                if (!seen.Add(span)) continue;
                await writer.StartRowAsync(cancellation);
                await writer.WriteAsync(item.DocumentId, NpgsqlDbType.Bigint, cancellation);
                await writer.WriteAsync(span.Start, NpgsqlDbType.Integer, cancellation);
                await writer.WriteAsync(span.End, NpgsqlDbType.Integer, cancellation);
                var quote = StorableText.Of(observation.Quote);
                await writer.WriteAsync(quote, NpgsqlDbType.Text, cancellation);
                await writer.WriteAsync(Bigrams.Of(quote), NpgsqlDbType.Array | NpgsqlDbType.Integer, cancellation);
            }
        }

        await writer.CompleteAsync(cancellation);
    }

    private static async Task CopyObservationsAsync(NpgsqlConnection connection, IReadOnlyList<ExtractionToSave> batch, CancellationToken cancellation)
    {
        const string Copy = """
            copy staged_observation (
              document_id, version_id, speech_number, quote_start, quote_end, span_start, span_end, ordinal, value_text, indicator, indicator_text,
              measure, low, high, bound, unit, status, modality, period_start_year, period_end_year, period_part, scope, place, region_code, rule, confidence)
            from stdin (format binary)
            """;
        await using var writer = await connection.BeginBinaryImportAsync(Copy, cancellation);
        foreach (var item in batch)
        {
            var speeches = item.Extraction.Speeches.Select(speech => speech.Number).ToHashSet();
            var ordinals = new Dictionary<TextSpan, short>();
            foreach (var observation in item.Extraction.Observations)
            {
                if (!speeches.Contains(observation.Speech.Number))
                    throw new BadExtractionException($"document {item.Extraction.Document.Id}: the observation at {observation.Span} names speech {observation.Speech.Number}, which is not there");
                var ordinal = ordinals[observation.Span] = (short)(ordinals.GetValueOrDefault(observation.Span) + 1);
                await WriteAsync(writer, item, observation, ordinal, cancellation);
            }
        }

        await writer.CompleteAsync(cancellation);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter writer, ExtractionToSave item, Observation observation, short ordinal, CancellationToken cancellation)
    {
        await writer.StartRowAsync(cancellation);
        await writer.WriteAsync(item.DocumentId, NpgsqlDbType.Bigint, cancellation);
        await writer.WriteAsync(item.VersionId, NpgsqlDbType.Bigint, cancellation);
        await writer.WriteAsync(observation.Speech.Number, NpgsqlDbType.Integer, cancellation);
        await writer.WriteAsync(observation.QuoteSpan.Start, NpgsqlDbType.Integer, cancellation);
        await writer.WriteAsync(observation.QuoteSpan.End, NpgsqlDbType.Integer, cancellation);
        await writer.WriteAsync(observation.Span.Start, NpgsqlDbType.Integer, cancellation);
        await writer.WriteAsync(observation.Span.End, NpgsqlDbType.Integer, cancellation);
        await writer.WriteAsync(ordinal, NpgsqlDbType.Smallint, cancellation);
        await writer.WriteTextAsync(observation.ValueText, cancellation);
        await writer.WriteTextAsync(observation.Indicator, cancellation);
        await writer.WriteTextAsync(observation.IndicatorText, cancellation);
        await writer.WriteTextAsync(observation.Measure.Code(), cancellation);
        await writer.WriteNumberAsync(observation.Quantity?.Low, cancellation);
        await writer.WriteNumberAsync(observation.Quantity?.High, cancellation);
        await writer.WriteTextAsync(observation.Quantity?.Bound.Code(), cancellation);
        await writer.WriteTextAsync(observation.Quantity?.Unit, cancellation);
        await writer.WriteTextAsync(observation.Status.Code(), cancellation);
        await writer.WriteTextAsync(observation.Modality?.Code(), cancellation);
        await writer.WriteYearAsync(observation.Period?.StartYear, cancellation);
        await writer.WriteYearAsync(observation.Period?.EndYear, cancellation);
        await writer.WriteTextAsync(observation.Period?.Part, cancellation);
        await writer.WriteTextAsync(observation.Scope.Code(), cancellation);
        await writer.WriteTextAsync(observation.Place, cancellation);
        await writer.WriteTextAsync(observation.RegionCode, cancellation);
        await writer.WriteTextAsync(observation.Rule, cancellation);
        await writer.WriteAsync(decimal.Round(observation.Confidence, 4), NpgsqlDbType.Numeric, cancellation);
    }

    private static string Sections(Speech speech) => JsonSerializer.Serialize(speech.Sections.Select(section => new Dictionary<string, object>
    {
        ["start"] = section.Span.Start,
        ["end"] = section.Span.End,
        ["heading"] = StorableText.Of(section.Heading),
        ["kind"] = section.Kind.Code(),
    }));

    private static Task WriteTextAsync(this NpgsqlBinaryImporter writer, string? value, CancellationToken cancellation) =>
        value is null ? writer.WriteNullAsync(cancellation) : writer.WriteAsync(StorableText.Of(value), NpgsqlDbType.Text, cancellation);

    private static Task WriteNumberAsync(this NpgsqlBinaryImporter writer, decimal? value, CancellationToken cancellation) =>
        value is { } number ? writer.WriteAsync(number, NpgsqlDbType.Numeric, cancellation) : writer.WriteNullAsync(cancellation);

    private static Task WriteYearAsync(this NpgsqlBinaryImporter writer, int? value, CancellationToken cancellation) =>
        value is { } year ? writer.WriteAsync((short)year, NpgsqlDbType.Smallint, cancellation) : writer.WriteNullAsync(cancellation);
}
