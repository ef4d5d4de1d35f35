namespace IndicatorPipeline.Sources.Dumps;

/// <summary>The bytes of one record of a dump, or why they could not be separated.</summary>
/// <param name="Number">1-based line on which it begins; in a JSON array, its place among the elements.</param>
/// <param name="Bytes">The bytes without the line end; valid until the next record is asked for.</param>
/// <param name="Fault">What is wrong, or <see cref="RecordFault.None"/>; then there are no bytes.</param>
internal readonly record struct RawRecord(long Number, ReadOnlyMemory<byte> Bytes, RecordFault Fault);
