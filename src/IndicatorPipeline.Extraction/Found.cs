namespace IndicatorPipeline.Extraction;

/// <summary>Is told of a finding; what it does not copy is gone afterwards.</summary>
internal delegate void Found(in Finding finding);
