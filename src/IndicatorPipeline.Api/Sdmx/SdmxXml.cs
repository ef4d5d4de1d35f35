using System.Globalization;
using System.Xml;

namespace IndicatorPipeline.Api.Sdmx;

/// <summary>SDMX-ML 2.1: generic data and structures.</summary>
internal static class SdmxXml
{
    private const string Message = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    private const string Generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
    private const string Common = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";
    private const string Structures = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";

    public static XmlWriter Open(Stream output) => XmlWriter.Create(output, new XmlWriterSettings
    {
        Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = false,
    });

    public static void StartData(XmlWriter xml, DateTime prepared)
    {
        xml.WriteStartElement("message", "GenericData", Message);
        xml.WriteAttributeString("xmlns", "generic", null, Generic);
        xml.WriteAttributeString("xmlns", "common", null, Common);
        Header(xml, prepared);
        xml.WriteStartElement("DataSet", Message);
        xml.WriteAttributeString("structureRef", SdmxFlow.Structure);
        xml.WriteAttributeString("action", "Replace");
    }

    /// <summary>One series with its values.</summary>
    public static void Series(XmlWriter xml, IReadOnlyList<SdmxValue> values)
    {
        xml.WriteStartElement("Series", Generic);
        xml.WriteStartElement("SeriesKey", Generic);
        for (var i = 0; i < SdmxKey.Dimensions.Count; i++)
        {
            Pair(xml, SdmxKey.Dimensions[i], values[0].Series[i]);
        }

        xml.WriteEndElement();
        foreach (var value in values)
        {
            xml.WriteStartElement("Obs", Generic);
            Empty(xml, "ObsDimension", value.Period);
            Empty(xml, "ObsValue", value.Value);
            xml.WriteStartElement("Attributes", Generic);
            for (var i = 0; i < value.Attributes.Length; i++)
            {
                Pair(xml, SdmxValue.AttributeNames[i], value.Attributes[i]);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The structures that <paramref name="wants"/> names: codelist, conceptscheme, datastructure, dataflow.</summary>
    public static void Structure(XmlWriter xml, Func<string, string, bool> wants, DateTime prepared)
    {
        xml.WriteStartElement("message", "Structure", Message);
        xml.WriteAttributeString("xmlns", "structure", null, Structures);
        xml.WriteAttributeString("xmlns", "common", null, Common);
        xml.WriteStartElement("Header", Message);
        HeaderParts(xml, prepared);
        xml.WriteEndElement();
        xml.WriteStartElement("Structures", Message);
        Part(xml, "Dataflows", wants("dataflow", SdmxFlow.Id), () => SdmxXmlParts.Dataflow(xml, Structures, Common));
        var lists = SdmxFlow.CodeLists.Where(list => wants("codelist", list.Id)).ToList();
        Part(xml, "Codelists", lists.Count > 0, () =>
            lists.ForEach(list => SdmxXmlParts.CodeList(xml, Structures, Common, list.Id, list.Name, list.Codes)));
        Part(xml, "Concepts", wants("conceptscheme", SdmxFlow.ConceptScheme), () => SdmxXmlParts.Concepts(xml, Structures, Common));
        Part(xml, "DataStructures", wants("datastructure", SdmxFlow.Structure), () => SdmxXmlParts.DataStructure(xml, Structures, Common));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Header(XmlWriter xml, DateTime prepared)
    {
        xml.WriteStartElement("Header", Message);
        HeaderParts(xml, prepared);
        xml.WriteStartElement("Structure", Message);
        xml.WriteAttributeString("structureID", SdmxFlow.Structure);
        xml.WriteAttributeString("dimensionAtObservation", "TIME_PERIOD");
        xml.WriteStartElement("Structure", Common);
        SdmxXmlParts.Reference(xml, SdmxFlow.Structure, "datastructure", "DataStructure");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void HeaderParts(XmlWriter xml, DateTime prepared)
    {
        xml.WriteElementString("ID", Message, "IP" + prepared.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
        xml.WriteElementString("Test", Message, "false");
        xml.WriteElementString("Prepared", Message, prepared.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteStartElement("Sender", Message);
        xml.WriteAttributeString("id", SdmxFlow.Agency);
        xml.WriteEndElement();
    }

    private static void Part(XmlWriter xml, string name, bool wanted, Action write)
    {
        if (!wanted)
        {
            return;
        }

        xml.WriteStartElement(name, Structures);
        write();
        xml.WriteEndElement();
    }

    private static void Pair(XmlWriter xml, string id, string value)
    {
        xml.WriteStartElement("Value", Generic);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }

    private static void Empty(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name, Generic);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }
}
