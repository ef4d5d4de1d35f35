using System.Text.Json;

namespace IndicatorPipeline.Api.Sdmx;

/// <summary>SDMX-JSON 2.0: structures.</summary>
internal static class SdmxJsonStructure
{
    /// <summary>A structure message with the things that <paramref name="wants"/> names.</summary>
    public static void Write(Utf8JsonWriter json, Func<string, string, bool> wants, DateTime prepared)
    {
        json.WriteStartObject();
        SdmxJson.Meta(json, prepared,
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json");
        json.WriteStartObject("data");
        if (wants("dataflow", SdmxFlow.Id))
        {
            json.WriteStartArray("dataflows");
            SdmxJson.Maintainable(json, SdmxFlow.Id, SdmxFlow.Name);
            json.WriteString("structure", SdmxFlow.StructureUrn);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (wants("datastructure", SdmxFlow.Structure))
        {
            json.WriteStartArray("dataStructures");
            DataStructure(json);
            json.WriteEndArray();
        }

        if (wants("conceptscheme", SdmxFlow.ConceptScheme))
        {
            json.WriteStartArray("conceptSchemes");
            SdmxJson.Maintainable(json, SdmxFlow.ConceptScheme, "Concepts");
            json.WriteStartArray("concepts");
            foreach (var (id, name, _) in SdmxFlow.Concepts)
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                SdmxJson.Names(json, name, null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartArray("codelists");
        foreach (var (id, name, codes) in SdmxFlow.CodeLists.Where(list => wants("codelist", list.Id)))
        {
            SdmxJson.Maintainable(json, id, name);
            json.WriteStartArray("codes");
            foreach (var code in codes)
            {
                json.WriteStartObject();
                json.WriteString("id", code.Id);
                SdmxJson.Names(json, code.Name, code.NameZh);
                if (code.Parent is { } parent)
                {
                    json.WriteString("parent", parent);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void DataStructure(Utf8JsonWriter json)
    {
        var dimensions = SdmxKey.Dimensions.Count;
        SdmxJson.Maintainable(json, SdmxFlow.Structure, SdmxFlow.Name);
        json.WriteStartObject("dataStructureComponents");
        json.WriteStartObject("dimensionList");
        json.WriteString("id", "DimensionDescriptor");
        json.WriteStartArray("dimensions");
        for (var i = 0; i < dimensions; i++)
        {
            Component(json, SdmxFlow.Concepts[i].Id, SdmxFlow.Concepts[i].CodeList, i);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("timeDimension");
        Component(json, SdmxFlow.Concepts[dimensions].Id, null, dimensions);
        json.WriteStartObject("localRepresentation");
        json.WriteStartObject("format");
        json.WriteString("dataType", "ObservationalTimePeriod");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartObject("attributeList");
        json.WriteString("id", "AttributeDescriptor");
        json.WriteStartArray("attributes");
        foreach (var (id, _, list) in SdmxFlow.Concepts.Skip(dimensions + 2))
        {
            Component(json, id, list, null);
            json.WriteString("usage", "optional");
            json.WriteStartObject("attributeRelationship");
            json.WriteStartObject("observation");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartObject("measureList");
        json.WriteString("id", "MeasureDescriptor");
        json.WriteStartArray("measures");
        Component(json, SdmxFlow.Concepts[dimensions + 1].Id, null, null);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A component whose object stays open for what only its kind has.</summary>
    private static void Component(Utf8JsonWriter json, string id, string? list, int? position)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        if (position is { } place)
        {
            json.WriteNumber("position", place);
        }

        json.WriteString("conceptIdentity",
            $"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={SdmxFlow.Agency}:{SdmxFlow.ConceptScheme}({SdmxFlow.Version}).{id}");
        if (list is not null)
        {
            json.WriteStartObject("localRepresentation");
            json.WriteString("enumeration", $"urn:sdmx:org.sdmx.infomodel.codelist.Codelist={SdmxFlow.Agency}:{list}({SdmxFlow.Version})");
            json.WriteEndObject();
        }
    }
}
