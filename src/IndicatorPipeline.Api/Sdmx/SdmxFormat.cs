namespace IndicatorPipeline.Api.Sdmx;

/// <summary>The formats of the SDMX part.</summary>
internal enum SdmxFormat
{
    /// <summary>SDMX-CSV 2.0.</summary>
    Csv,

    /// <summary>SDMX-JSON 2.0.</summary>
    Json,

    /// <summary>SDMX-ML 2.1.</summary>
    Xml,
}
