using System.Globalization;
using System.Text.Json;

namespace IndicatorPipeline.Api.Sdmx;

/// <summary>SDMX-JSON 2.0: data, and what its messages have in common with those of structures.</summary>
internal static class SdmxJson
{
    /// <summary>A data message: series by the places of their codes in the lists of the message, observations by the place of their period.</summary>
    public static void Data(Utf8JsonWriter json, IReadOnlyList<SdmxValue> values, DateTime prepared)
    {
        var codes = Enumerable.Range(0, SdmxKey.Dimensions.Count).Select(i => Places(values.Select(value => value.Series[i]))).ToList();
        var periods = Places(values.Select(value => value.Period));
        var attributes = Enumerable.Range(0, SdmxValue.AttributeNames.Count)
            .Select(i => Places(values.Select(value => value.Attributes[i])))
            .ToList();

        json.WriteStartObject();
        Meta(json, prepared,
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json");
        json.WriteStartObject("data");
        json.WriteStartArray("dataSets");
        json.WriteStartObject();
        json.WriteNumber("structure", 0);
        json.WriteString("action", "Replace");
        json.WriteStartObject("series");
        foreach (var series in values.GroupBy(value => string.Join(':', value.Series.Select((code, i) => codes[i][code]))))
        {
            json.WriteStartObject(series.Key);
            json.WriteStartObject("observations");
            foreach (var value in series)
            {
                json.WriteStartArray(periods[value.Period].ToString(CultureInfo.InvariantCulture));
                json.WriteRawValue(value.Value);
                for (var i = 0; i < attributes.Count; i++)
                {
                    json.WriteNumberValue(attributes[i][value.Attributes[i]]);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("structures");
        json.WriteStartObject();
        Names(json, SdmxFlow.Name, null);
        json.WriteStartArray("links");
        json.WriteStartObject();
        json.WriteString("urn", SdmxFlow.Urn);
        json.WriteString("rel", "dataflow");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("dataSets");
        json.WriteNumberValue(0);
        json.WriteEndArray();
        json.WriteStartObject("dimensions");
        None(json, "dataSet");
        json.WriteStartArray("series");
        for (var i = 0; i < codes.Count; i++)
        {
            Component(json, SdmxKey.Dimensions[i], i, codes[i].Keys);
        }

        json.WriteEndArray();
        json.WriteStartArray("observation");
        Component(json, "TIME_PERIOD", codes.Count, periods.Keys);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("measures");
        json.WriteStartArray("observation");
        json.WriteStartObject();
        json.WriteString("id", "OBS_VALUE");
        json.WriteString("name", "Value");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("attributes");
        None(json, "dataSet");
        None(json, "series");
        json.WriteStartArray("observation");
        for (var i = 0; i < attributes.Count; i++)
        {
            Component(json, SdmxValue.AttributeNames[i], null, attributes[i].Keys);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Clients look for each level, also where nothing is attached to it.</summary>
    private static void None(Utf8JsonWriter json, string level)
    {
        json.WriteStartArray(level);
        json.WriteEndArray();
    }

    public static void Maintainable(Utf8JsonWriter json, string id, string name)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("agencyID", SdmxFlow.Agency);
        json.WriteString("version", SdmxFlow.Version);
        Names(json, name, null);
    }

    private static void Component(Utf8JsonWriter json, string id, int? position, IEnumerable<string> values)
    {
        var (_, name, list) = SdmxFlow.Concepts.First(concept => concept.Id == id);
        var codes = SdmxFlow.CodeLists.FirstOrDefault(candidate => candidate.Id == list).Codes?.ToDictionary(code => code.Id);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        if (position is { } place)
        {
            json.WriteNumber("keyPosition", place);
        }

        json.WriteStartArray("roles");
        json.WriteEndArray();
        json.WriteStartArray("values");
        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteString("id", value);
            if (codes?.GetValueOrDefault(value) is { } code)
            {
                Names(json, code.Name, code.NameZh);
            }
            else
            {
                json.WriteString("name", value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Names(Utf8JsonWriter json, string name, string? chinese)
    {
        json.WriteString("name", name);
        json.WriteStartObject("names");
        json.WriteString("en", name);
        if (chinese is not null)
        {
            json.WriteString("zh", chinese);
        }

        json.WriteEndObject();
    }

    public static void Meta(Utf8JsonWriter json, DateTime prepared, string schema)
    {
        json.WriteStartObject("meta");
        json.WriteString("schema", schema);
        json.WriteString("id", "IP" + prepared.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
        json.WriteString("prepared", prepared);
        json.WriteBoolean("test", false);
        json.WriteStartArray("contentLanguages");
        json.WriteStringValue("en");
        json.WriteEndArray();
        json.WriteStartObject("sender");
        json.WriteString("id", SdmxFlow.Agency);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Dictionary<string, int> Places(IEnumerable<string> values)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            places.TryAdd(value, places.Count);
        }

        return places;
    }
}
