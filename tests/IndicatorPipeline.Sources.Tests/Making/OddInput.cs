namespace IndicatorPipeline.Sources.Tests.Making;

/// <summary>An odd input.</summary>
/// <param name="Name">Its name in <c>odd-inputs.tsv</c>.</param>
/// <param name="FileName">The file name under which it is read.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record OddInput(string Name, string FileName, byte[] Content);
