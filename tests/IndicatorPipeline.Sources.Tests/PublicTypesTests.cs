namespace IndicatorPipeline.Sources.Tests;

public class PublicTypesTests
{
    [Fact]
    public void These_types_are_public_and_no_others() =>
        Assert.Equal(
            [
                "ApartKind", "ApartText", "EncodingEvidence", "FailureKind", "FailureKindCodes", "KnownVersion", "Publication", "ReadDocument",
                "ReadFailure", "ReadResult",
                "ReadUnchanged", "ReadingOptions", "Retrieval", "SourceReader", "TextEncoding", "WebOptions",
            ],
            typeof(SourceReader).Assembly.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_of_failure_has_a_name_of_its_own() =>
        Assert.Equal(Enum.GetValues<FailureKind>().Length,
            Enum.GetValues<FailureKind>().Select(kind => kind.Code()).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void The_name_of_a_failure_is_that_of_its_kind() =>
        Assert.All(Enum.GetValues<FailureKind>(), kind =>
            Assert.Equal(kind.ToString(), kind.Code().Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
}
