using System.Xml;

namespace IndicatorPipeline.Api.Sdmx;

/// <summary>The parts of a structure message of SDMX-ML 2.1, in the namespaces given.</summary>
internal static class SdmxXmlParts
{
    public static void Dataflow(XmlWriter xml, string structures, string common)
    {
        Start(xml, "Dataflow", structures, SdmxFlow.Id, SdmxFlow.Urn);
        Name(xml, common, SdmxFlow.Name, "en");
        xml.WriteStartElement("Structure", structures);
        Reference(xml, SdmxFlow.Structure, "datastructure", "DataStructure");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public static void CodeList(XmlWriter xml, string structures, string common, string id, string name, IReadOnlyList<SdmxCode> codes)
    {
        var urn = $"urn:sdmx:org.sdmx.infomodel.codelist.Codelist={SdmxFlow.Agency}:{id}({SdmxFlow.Version})";
        Start(xml, "Codelist", structures, id, urn);
        Name(xml, common, name, "en");
        foreach (var code in codes)
        {
            xml.WriteStartElement("Code", structures);
            xml.WriteAttributeString("id", code.Id);
            Name(xml, common, code.Name, "en");
            if (code.NameZh is { } chinese)
            {
                Name(xml, common, chinese, "zh");
            }

            if (code.Parent is { } parent)
            {
                xml.WriteStartElement("Parent", structures);
                Ref(xml, ("id", parent));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    public static void Concepts(XmlWriter xml, string structures, string common)
    {
        Start(xml, "ConceptScheme", structures, SdmxFlow.ConceptScheme,
            $"urn:sdmx:org.sdmx.infomodel.conceptscheme.ConceptScheme={SdmxFlow.Agency}:{SdmxFlow.ConceptScheme}({SdmxFlow.Version})");
        Name(xml, common, "Concepts", "en");
        foreach (var (id, name, _) in SdmxFlow.Concepts)
        {
            xml.WriteStartElement("Concept", structures);
            xml.WriteAttributeString("id", id);
            Name(xml, common, name, "en");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    public static void DataStructure(XmlWriter xml, string structures, string common)
    {
        Start(xml, "DataStructure", structures, SdmxFlow.Structure, SdmxFlow.StructureUrn);
        Name(xml, common, SdmxFlow.Name, "en");
        xml.WriteStartElement("DataStructureComponents", structures);
        xml.WriteStartElement("DimensionList", structures);
        xml.WriteAttributeString("id", "DimensionDescriptor");
        for (var i = 0; i <= SdmxKey.Dimensions.Count; i++)
        {
            var (id, _, list) = SdmxFlow.Concepts[i];
            xml.WriteStartElement(i < SdmxKey.Dimensions.Count ? "Dimension" : "TimeDimension", structures);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("position", (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            Represented(xml, structures, id, list, i == SdmxKey.Dimensions.Count);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("AttributeList", structures);
        xml.WriteAttributeString("id", "AttributeDescriptor");
        foreach (var (id, _, list) in SdmxFlow.Concepts.Skip(6))
        {
            xml.WriteStartElement("Attribute", structures);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("assignmentStatus", "Conditional");
            Represented(xml, structures, id, list, time: false);
            xml.WriteStartElement("AttributeRelationship", structures);
            xml.WriteStartElement("PrimaryMeasure", structures);
            Ref(xml, ("id", "OBS_VALUE"));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("MeasureList", structures);
        xml.WriteAttributeString("id", "MeasureDescriptor");
        xml.WriteStartElement("PrimaryMeasure", structures);
        xml.WriteAttributeString("id", "OBS_VALUE");
        Represented(xml, structures, "OBS_VALUE", null, time: false);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A reference to a thing of this agency; the Ref element stands in no namespace, as the standard has it.</summary>
    public static void Reference(XmlWriter xml, string id, string package, string type) =>
        Ref(xml, ("id", id), ("version", SdmxFlow.Version), ("agencyID", SdmxFlow.Agency), ("package", package), ("class", type));

    private static void Represented(XmlWriter xml, string structures, string id, string? list, bool time)
    {
        xml.WriteStartElement("ConceptIdentity", structures);
        Ref(xml, ("id", id), ("maintainableParentID", SdmxFlow.ConceptScheme), ("maintainableParentVersion", SdmxFlow.Version),
            ("agencyID", SdmxFlow.Agency), ("package", "conceptscheme"), ("class", "Concept"));
        xml.WriteEndElement();
        if (list is null && !time)
        {
            return;
        }

        xml.WriteStartElement("LocalRepresentation", structures);
        if (list is null)
        {
            xml.WriteStartElement("TextFormat", structures);
            xml.WriteAttributeString("textType", "ObservationalTimePeriod");
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteStartElement("Enumeration", structures);
            Reference(xml, list, "codelist", "Codelist");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string element, string structures, string id, string urn)
    {
        xml.WriteStartElement(element, structures);
        (string Name, string Value)[] attributes =
            [("id", id), ("agencyID", SdmxFlow.Agency), ("version", SdmxFlow.Version), ("isFinal", "true"), ("urn", urn)];
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    private static void Name(XmlWriter xml, string common, string text, string language)
    {
        xml.WriteStartElement("Name", common);
        xml.WriteAttributeString("xml", "lang", "http://www.w3.org/XML/1998/namespace", language);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void Ref(XmlWriter xml, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement("Ref", "");
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }

        xml.WriteEndElement();
    }
}
