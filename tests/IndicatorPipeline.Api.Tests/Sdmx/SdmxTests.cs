using System.Text.Json;
using System.Xml.Linq;
using IndicatorPipeline.Api.Sdmx;
using IndicatorPipeline.Api.Tests.Formats;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Sdmx;

[Collection(SeededApiCollection.Name)]
public sealed class SdmxTests(SeededApi api)
{
    private async Task<string> GetAsync(string path, string accept, int status = 200)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await api.Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{path}: {(int)response.StatusCode} {body}");
        return body;
    }

    [PostgresTheory]
    [InlineData("/sdmx/data/INDICATORS/gdp.370000.actual.growth")]
    [InlineData("/sdmx/data/IP,INDICATORS,1.0/gdp.370000.actual.growth/all?detail=full&includeHistory=false")]
    [InlineData("/sdmx/data/dataflow/IP/INDICATORS/1.0/gdp.370000.actual.growth")]
    [InlineData("/sdmx/data/INDICATORS/gdp.370000.actual.growth?startPeriod=2020&endPeriod=2024")]
    public async Task Csv_has_one_line_a_value_under_every_path(string path)
    {
        var rows = Csv.Read(await GetAsync(path, "application/vnd.sdmx.data+csv;version=2.0.0"));
        Assert.Equal(["STRUCTURE", "STRUCTURE_ID", "ACTION", "INDICATOR", "REF_AREA", "STATUS", "MEASURE", "TIME_PERIOD", "OBS_VALUE"],
            rows[0].Take(9));
        Assert.Equal(["2020 2.3", "2021 8.1", "2022 3", "2023 5.2", "2024 4.9"], rows.Skip(1).Select(row => $"{row[7]} {row[8]}"));
    }

    [PostgresFact]
    public async Task Json_xml_and_csv_hold_the_same_values()
    {
        const string Path = "/sdmx/data/INDICATORS/gdp+industry-value_added...";
        var csv = Csv.Read(await GetAsync(Path, "text/csv")).Skip(1).Select(row => string.Join(' ', row[3..9])).Order(StringComparer.Ordinal)
            .ToList();

        var data = JsonDocument.Parse(await GetAsync(Path, "application/vnd.sdmx.data+json")).RootElement.GetProperty("data");
        var dimensions = data.GetProperty("structures")[0].GetProperty("dimensions");
        string Code(JsonElement component, string place) => component.GetProperty("values")[int.Parse(place, null)].GetProperty("id").GetString()!;
        var json = data.GetProperty("dataSets")[0].GetProperty("series").EnumerateObject()
            .SelectMany(series => series.Value.GetProperty("observations").EnumerateObject().Select(value =>
            string.Join(' ', series.Name.Split(':').Select((place, i) => Code(dimensions.GetProperty("series")[i], place)))
            + $" {Code(dimensions.GetProperty("observation")[0], value.Name)} {value.Value[0]}")).Order(StringComparer.Ordinal);
        Assert.Equal(csv, json);

        XNamespace generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
        var xml = XDocument.Parse(await GetAsync(Path, "application/vnd.sdmx.genericdata+xml;version=2.1")).Descendants(generic + "Series")
            .SelectMany(series => series.Elements(generic + "Obs").Select(value =>
            string.Join(' ', series.Element(generic + "SeriesKey")!.Elements().Select(part => part.Attribute("value")!.Value))
            + $" {value.Element(generic + "ObsDimension")!.Attribute("value")!.Value} {value.Element(generic + "ObsValue")!.Attribute("value")!.Value}")).Order(StringComparer.Ordinal);
        Assert.Equal(csv, xml);
    }

    [PostgresTheory]
    [InlineData("codelist/IP/CL_INDICATOR/1.0", "industry-value_added")]
    [InlineData("codelist/IP/CL_AREA/latest/all?detail=full&references=none", "370000")]
    [InlineData("structure/codelist/IP/CL_STATUS", "estimate")]
    [InlineData("codelist/all/CL_MEASURE", "average_growth")]
    [InlineData("codelist/IP/CL_UNIT", "kgce")]
    [InlineData("codelist/IP/CL_BOUND", "ABOUT")]
    public async Task Every_code_list_is_there_as_xml_and_json(string path, string code)
    {
        XNamespace structure = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";
        var xml = XDocument.Parse(await GetAsync("/sdmx/" + path, "application/vnd.sdmx.structure+xml"));
        Assert.Contains(xml.Descendants(structure + "Code"), element => element.Attribute("id")!.Value == code);
        var json = JsonDocument.Parse(await GetAsync("/sdmx/" + path, "application/vnd.sdmx.structure+json")).RootElement;
        Assert.Contains(Assert.Single(json.GetProperty("data").GetProperty("codelists").EnumerateArray()).GetProperty("codes").EnumerateArray(),
            element => element.GetProperty("id").GetString() == code);
    }

    [PostgresFact]
    public async Task The_structure_names_every_dimension_and_attribute_of_the_data()
    {
        XNamespace structure = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";
        var xml = XDocument.Parse(await GetAsync("/sdmx/datastructure/IP/DSD_INDICATORS/1.0?references=all", "application/xml"));
        Assert.Equal(SdmxKey.Dimensions, xml.Descendants(structure + "Dimension").Select(element => element.Attribute("id")!.Value));
        Assert.Equal(SdmxValue.AttributeNames, xml.Descendants(structure + "Attribute").Select(element => element.Attribute("id")!.Value));
        Assert.Single(xml.Descendants(structure + "Dataflow"));

        var json = JsonDocument.Parse(await GetAsync("/sdmx/datastructure/IP/DSD_INDICATORS/1.0?references=all",
            "application/vnd.sdmx.structure+json")).RootElement.GetProperty("data");
        var components = Assert.Single(json.GetProperty("dataStructures").EnumerateArray()).GetProperty("dataStructureComponents");
        static IEnumerable<string?> Ids(JsonElement list) => list.EnumerateArray().Select(component => component.GetProperty("id").GetString());
        Assert.Equal(SdmxKey.Dimensions, Ids(components.GetProperty("dimensionList").GetProperty("dimensions")));
        Assert.Equal("TIME_PERIOD", components.GetProperty("dimensionList").GetProperty("timeDimension").GetProperty("id").GetString());
        Assert.Equal(SdmxValue.AttributeNames, Ids(components.GetProperty("attributeList").GetProperty("attributes")));
        Assert.Equal(["OBS_VALUE"], Ids(components.GetProperty("measureList").GetProperty("measures")));
        // Every concept that a component names is in the scheme, every list in the message.
        var concepts = Ids(Assert.Single(json.GetProperty("conceptSchemes").EnumerateArray()).GetProperty("concepts")).ToHashSet();
        var lists = Ids(json.GetProperty("codelists")).ToHashSet();
        foreach (var dimension in components.GetProperty("dimensionList").GetProperty("dimensions").EnumerateArray())
        {
            Assert.Contains(dimension.GetProperty("conceptIdentity").GetString()!.Split('.')[^1], concepts);
            Assert.Contains(dimension.GetProperty("localRepresentation").GetProperty("enumeration").GetString()!.Split(':', '(')[^2], lists);
        }
    }

    [PostgresTheory]
    [InlineData("/sdmx/data/OTHER/all", 404)]
    [InlineData("/sdmx/data/INDICATORS/gdp.370000", 400)]
    [InlineData("/sdmx/data/INDICATORS/gpd...", 400)]
    [InlineData("/sdmx/data/INDICATORS/...?startPeriod=soon", 400)]
    [InlineData("/sdmx/data/INDICATORS/gdp.650000..", 404)]
    [InlineData("/sdmx/codelist/IP/CL_NONE", 404)]
    [InlineData("/sdmx/categoryscheme", 404)]
    public async Task What_is_wrong_is_a_problem(string path, int status) =>
        Assert.Contains("detail", await GetAsync(path, "*/*", status), StringComparison.Ordinal);

    [Theory]
    [InlineData(2025, 2025, null, "2025")]
    [InlineData(2025, 2025, "Q3", "2025-Q3")]
    [InlineData(2025, 2025, "H1", "2025-S1")]
    [InlineData(2025, 2025, "M05", "2025-05")]
    [InlineData(2025, 2025, "M01-M09", "2025-01-01/P9M")]
    [InlineData(2021, 2025, null, "2021-01-01/P5Y")]
    public void A_period_is_written_as_the_standard_has_it(int start, int end, string? part, string expected) =>
        Assert.Equal(expected, SdmxKey.PeriodOf(start, end, part));
}
