namespace IndicatorPipeline.Sources.Documents;

/// <summary>What a reader made of the bytes of one document: <see cref="Content"/> or <see cref="Problem"/>.</summary>
internal abstract record Reading;
