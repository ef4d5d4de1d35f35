namespace IndicatorPipeline.Sources.Dumps;

/// <summary>Finds where a record ends. Remembers where within the record it is, so that a record may come in pieces.</summary>
internal abstract class RecordEnds
{
    /// <summary>Whether it stands within quotes or brackets, so that the end of the dump would cut the record.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>Begins a new record.</summary>
    public abstract void Restart();

    /// <summary>Index behind the record's last byte (its line feed included), or -1 if these bytes do not end it.</summary>
    public abstract int Find(ReadOnlySpan<byte> bytes);
}
